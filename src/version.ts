import { createRequire } from 'node:module';

/** The package's own version: package.json is in the same place seen from `src/` and from `dist/`. */
export const VERSION: string = (createRequire(import.meta.url)('../package.json') as { version: string }).version;
