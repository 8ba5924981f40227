/** Puts the character maps of PDF fonts where the reader finds them. */
import { cpSync } from 'node:fs';
import { BUILT } from '../../dist/built/places.js';

cpSync(new URL('../../src/decode/page/pdf/cmaps/', import.meta.url), BUILT.cmaps, { recursive: true });
