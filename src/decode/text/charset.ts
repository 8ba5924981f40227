/** Bytes → text: which encoding a file is in, found by its whole content. */
import { isUtf8, transcode } from 'node:buffer';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import { GaigeError } from '../../model/error.ts';
import { signatureOf } from '../signatures.ts';
import { isCommonCharacter } from './common-characters.ts';

export type CharsetOptions = {
  /** Any WHATWG label; settles the matter. */
  encoding?: string | undefined;
  /** What the document says of itself (`<meta charset>`); believed where it holds. */
  declared?: string | null | undefined;
};

export type Decoded = {
  /** Without a byte order mark. */
  text: string;
  /** WHATWG name in lower case; gb2312 and gbk are called gb18030, which includes them. */
  encoding: string;
  /** 0 to 1; 1 for a byte order mark, valid UTF-8 and an encoding given by the user. */
  confidence: number;
  diagnostics: Diagnostic[];
};

const BYTE_ORDER_MARKS: readonly { encoding: string | null; bytes: readonly number[] }[] = [
  { encoding: null, bytes: [0xff, 0xfe, 0, 0] }, // UTF-32, which no web standard and no Node reads
  { encoding: null, bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
];

/** Below this a guess is worth a warning. */
const CERTAIN = 0.5;
/** More replacement characters than this among the characters that are not ASCII: the bytes are not text in this encoding. */
const MAX_REPLACED = 0.1;
/** Fewer common characters than this among many: not Chinese text. */
const MIN_COMMON = 0.15;
const MANY = 24;
/** More control characters than this: not text. */
const MAX_CONTROLS = 0.01;
/** Text in UTF-16 holds this share of ASCII and common characters. */
const UTF16_PLAUSIBLE = 0.4;

/**
 * Decodes bytes: the encoding given, else a byte order mark, else strict UTF-8, else the encoding declared, else the one that yields most
 * common characters.
 * @throws GaigeError BINARY_FILE, UNDECODABLE, or USAGE for an encoding nobody knows
 */
export function decodeBytes(bytes: Uint8Array, { encoding, declared }: CharsetOptions = {}): Decoded {
  if (encoding !== undefined) return decodeAs(bytes, namedEncoding(encoding));
  const kind = signatureOf(bytes);
  if (kind) throw new GaigeError('BINARY_FILE', { kind });
  const mark = BYTE_ORDER_MARKS.find(({ bytes: wanted }) => wanted.every((byte, i) => bytes[i] === byte));
  if (mark) return decodeMarked(bytes, mark.encoding);
  const decoded = bytes.includes(0) ? withNuls(bytes) : (asUtf8(bytes) ?? asDeclared(bytes, declared) ?? guess(bytes));
  if (CONTROL.test(decoded.text) && tally(decoded.text).controls > MAX_CONTROLS * decoded.text.length + 1)
    throw new GaigeError('BINARY_FILE', { kind: 'unknown' });
  return decoded;
}

/** The name under which gaige reports an encoding, or null for a label that is none. */
export function encodingName(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}

function namedEncoding(label: string): string {
  const name = encodingName(label);
  if (name === null) throw new GaigeError('USAGE', { problem: 'UNKNOWN_ENCODING', encoding: label });
  return name;
}

const certain = (text: string, encoding: string): Decoded => ({ text, encoding, confidence: 1, diagnostics: [] });

const decodeAs = (bytes: Uint8Array, encoding: string): Decoded => certain(lenient(bytes, encoding), encoding);

const lenient = (bytes: Uint8Array, encoding: string): string => {
  const text = new TextDecoder(encoding).decode(bytes);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
};

/** Valid UTF-8 as text, byte order mark and all; null for other bytes. Node's TextDecoder takes ten times as long before its version 24. */
const strictUtf8 = (bytes: Uint8Array): string | null =>
  isUtf8(bytes) ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : null;

function decodeMarked(bytes: Uint8Array, encoding: string | null): Decoded {
  if (encoding === null) throw new GaigeError('UNDECODABLE', { encoding: 'utf-32' });
  return decodeAs(bytes, encoding);
}

/**
 * Valid UTF-8 is UTF-8, but for short GBK texts whose double bytes happen to be valid: those come out as Latin, Greek or Arabic
 * letters alone, and are compared with the other readings.
 */
function asUtf8(bytes: Uint8Array): Decoded | null {
  const text = strictUtf8(bytes);
  if (text === null) return null;
  return FOREIGN.test(text) && !WIDE.test(text) && commonShare(lenient(bytes, 'gb18030')) > CERTAIN
    ? null
    : certain(text, 'utf-8');
}

/** A declaration is believed where nearly every byte is valid in it: pages are saved in other encodings than they declare. */
function asDeclared(bytes: Uint8Array, declared: string | null | undefined): Decoded | null {
  const name = declared ? encodingName(declared) : null;
  // A label in ASCII-compatible bytes cannot be true of UTF-16.
  if (name === null || name.startsWith('utf-16')) return null;
  const text = lenient(bytes, name);
  const { replaced, foreign } = tally(text);
  return replaced > MAX_REPLACED * foreign ? null : certain(text, name);
}

/** NUL bytes: UTF-16 without a mark, or text with a few strays, or no text. */
function withNuls(bytes: Uint8Array): Decoded {
  const texts = ['utf-16le', 'utf-16be'].map((encoding) => ({ encoding, text: lenient(bytes, encoding) }));
  const [best] = texts.map((each) => ({ ...each, share: plausibleShare(each.text) })).sort((a, b) => b.share - a.share);
  if (best && best.share >= UTF16_PLAUSIBLE) return certain(best.text, best.encoding);
  return asUtf8(bytes) ?? guess(bytes);
}

/** The reading with the greatest share of common characters; ties go to the earlier, commoner encoding. */
function guess(bytes: Uint8Array): Decoded {
  let best = { encoding: '', text: '', share: -Infinity };
  let second = 0;
  for (const encoding of ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']) {
    const text = lenient(bytes, encoding);
    const share = commonShare(text);
    if (share > best.share) {
      second = Math.max(0, best.share);
      best = { encoding, text, share };
    } else second = Math.max(second, share);
  }
  const { text, encoding, share } = best;
  const { foreign, replaced } = tally(text);
  if (replaced > MAX_REPLACED * foreign || (foreign > MANY && share < MIN_COMMON)) throw notText(bytes);
  // Half of common characters is plenty, a rival close behind or a handful of characters is a reason for doubt.
  const confidence = Math.min(1, share / 0.5) * (1 - second / share) * Math.min(1, foreign / 8) || 0;
  const diagnostics =
    confidence < CERTAIN
      ? [
          diagnostic('warning', 'UNCERTAIN_ENCODING', null, {
            encoding,
            confidence: Math.round(confidence * 100) / 100,
          }),
        ]
      : [];
  return { text, encoding, confidence, diagnostics };
}

/** Bytes that make no text: a program's data, by its many controls, or text in an encoding nobody guesses. */
function notText(bytes: Uint8Array): GaigeError {
  const { controls } = tally(Buffer.from(bytes).toString('latin1'));
  return controls > MAX_CONTROLS * bytes.length
    ? new GaigeError('BINARY_FILE', { kind: 'unknown' })
    : new GaigeError('UNDECODABLE');
}

const FOREIGN = /\P{ASCII}/u;
/** Punctuation, Han, full-width forms. */
const WIDE = /[\u2000-\uffff]/;
/** Those that are tallied are among them: most texts have none, and are not gone through. */
const CONTROL = /\p{Cc}(?<![\t\n\v\f\r])/u;

type CharacterTally = {
  /** Code units beyond ASCII. */
  foreign: number;
  common: number;
  replaced: number;
  /** C0 controls that no text has, NUL included. */
  controls: number;
};

function tally(text: string): CharacterTally {
  const counts = { foreign: 0, common: 0, replaced: 0, controls: 0 };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      if (code < 0x20 && (code < 9 || (code > 13 && code !== 0x1a && code !== 0x1b))) counts.controls++;
      continue;
    }
    counts.foreign++;
    if (code === 0xfffd) counts.replaced++;
    else if (isCommonCharacter(code)) counts.common++;
  }
  return counts;
}

/** Share of common characters among those beyond ASCII; every replacement character takes two away. */
function commonShare(text: string): number {
  const { foreign, common, replaced } = tally(text);
  return foreign === 0 ? 0 : (common - 2 * replaced) / foreign;
}

/** Share of ASCII and of common characters in all. */
function plausibleShare(text: string): number {
  const { foreign, common, controls } = tally(text);
  return text.length === 0 ? 0 : (text.length - foreign - controls + common) / text.length;
}
