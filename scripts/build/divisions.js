/** Puts the list of places where it is read. */
import { copyFileSync } from 'node:fs';
import { BUILT } from '../../dist/built/places.js';

copyFileSync(new URL('../../src/regions/divisions.txt', import.meta.url), BUILT.divisions);
