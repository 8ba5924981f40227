/** What the build has made, in the same place seen from `src/`, from `dist/` and from the files of the command line in `dist/app/`. */
export const DIST = new URL('../../dist/', import.meta.url);
