/** Places by their official names and codes. */
export { divisions, parentOf } from './divisions.ts';
export { foldRegion } from './fold.ts';
