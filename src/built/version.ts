import { createRequire } from 'node:module';

/** The package's own version. It goes by its name, since this file is found in more than one place. */
export const VERSION: string = (createRequire(import.meta.url)('gaige/package.json') as { version: string }).version;
