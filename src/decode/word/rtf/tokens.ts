/** RTF as a row of tokens. Bytes stay bytes: which characters they are depends on the font. */
import { GaigeError } from '../../../model/error.ts';

export type RtfToken =
  | { kind: 'open' | 'close' }
  | { kind: 'word'; word: string; value: number | null }
  /** Bytes of text in the encoding of the font: `\'c4\'ea`, or as they are. */
  | { kind: 'bytes'; bytes: readonly number[] };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** Runs are cut where they get longer. */
const LONGEST_RUN = 4096;
/** A word is never so long. */
const LONGEST_WORD = 32;

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isLineEnd = (byte: number | undefined): boolean => byte === 13 || byte === 10;

/** Signs that stand for a word. */
const SIGNS = new Map([
  ['~', 'nbsp'],
  ['_', 'nbhyphen'],
  ['-', 'softhyphen'],
  ['*', 'optional'],
  ['\n', 'par'],
  ['\r', 'par'],
]);

export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at];
    if (byte === OPEN || byte === CLOSE) {
      yield { kind: byte === OPEN ? 'open' : 'close' };
      at++;
    } else if (isLineEnd(byte)) at++;
    else if (byte !== BACKSLASH) {
      const end = endOfRun(bytes, at);
      yield { kind: 'bytes', bytes: [...bytes.subarray(at, end)] };
      at = end;
    } else if (isLetter(bytes[at + 1])) {
      const { token, end } = wordAt(bytes, at + 1);
      yield token;
      // \bin is followed by so many bytes of anything.
      at = token.word === 'bin' ? end + Math.max(0, token.value ?? 0) : end;
    } else {
      const { token, end } = signAt(bytes, at + 1);
      if (token) yield token;
      at = end;
    }
  }
}

function endOfRun(bytes: Uint8Array, start: number): number {
  let end = start;
  for (; end < bytes.length && end - start < LONGEST_RUN; end++) {
    const byte = bytes[end];
    if (byte === BACKSLASH || byte === OPEN || byte === CLOSE || isLineEnd(byte)) break;
  }
  return end;
}

function wordAt(bytes: Uint8Array, start: number): { token: Extract<RtfToken, { kind: 'word' }>; end: number } {
  let end = start;
  while (isLetter(bytes[end]) && end - start < LONGEST_WORD) end++;
  const word = Buffer.from(bytes.subarray(start, end)).toString('latin1');
  let digits = end;
  if (bytes[digits] === 0x2d) digits++;
  while (isDigit(bytes[digits]) && digits - end < 11) digits++;
  const value = Number.parseInt(Buffer.from(bytes.subarray(end, digits)).toString('latin1'), 10);
  const hasValue = !Number.isNaN(value);
  if (hasValue) end = digits;
  // One blank belongs to the word.
  return { token: { kind: 'word', word, value: hasValue ? value : null }, end: bytes[end] === 0x20 ? end + 1 : end };
}

function signAt(bytes: Uint8Array, at: number): { token: RtfToken | null; end: number } {
  const sign = String.fromCharCode(bytes[at] ?? 0);
  if (sign === "'") {
    const code = Number.parseInt(Buffer.from(bytes.subarray(at + 1, at + 3)).toString('latin1'), 16);
    return { token: Number.isNaN(code) ? null : { kind: 'bytes', bytes: [code] }, end: at + 3 };
  }
  const word = SIGNS.get(sign);
  if (word) return { token: { kind: 'word', word, value: null }, end: at + 1 };
  return { token: '\\{}'.includes(sign) ? { kind: 'bytes', bytes: [sign.charCodeAt(0)] } : null, end: at + 1 };
}

/** Groups nest a few dozen deep. */
export const MAX_GROUPS = 1000;

export const tooDeep = (): GaigeError => new GaigeError('ARCHIVE_TOO_LARGE', { limit: MAX_GROUPS, problem: 'depth' });
