/** Run after `tsc`: puts the character maps of PDF fonts where the reader finds them, from `src/` as from `dist/`. */
import { cpSync } from 'node:fs';
import { CMAPS } from './decode/pdf/decode.ts';

cpSync(new URL('../src/decode/pdf/cmaps/', import.meta.url), CMAPS, { recursive: true });
