/** .mht, .mhtml: a web page saved with all it shows, as one mail. The page is read as any other; its pictures and frames are not. */
import type { Document, Source } from '../../model/document.ts';
import { GaigeError } from '../../model/error.ts';
import type { DecodeOptions, Reader } from '../reader.ts';

export const mht: Reader = {
  format: 'mht',
  extensions: ['mht', 'mhtml'],
  sniff: (bytes) => looksLikeMail(latin1(bytes.subarray(0, LONGEST_HEAD))),
  byContent: true,
  decode: async function* (source, options) {
    yield await decodeMht(source, options);
  },
};

/** Header lines of a mail take less. */
const LONGEST_HEAD = 8192;
/** Pages stand at most in an alternative within a related whole. */
const MAX_DEPTH = 5;

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** A header of MIME at the very start; a report that talks about mail begins otherwise. */
const looksLikeMail = (head: string): boolean =>
  /^(?:\xef\xbb\xbf)?(?:[A-Za-z][\w-]{1,40}:[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,30}){0,30}content-type:\s{0,9}multipart\/(?:related|alternative|mixed)/i.test(
    head,
  );

async function decodeMht(source: Source, options: DecodeOptions): Promise<Document> {
  const page = pageIn(latin1(source.bytes), 0);
  if (!page) throw new GaigeError('DAMAGED', { kind: 'mht', problem: 'part' });
  const { decodePage } = await import('./decode.ts');
  return decodePage(source, page.bytes, page.charset, 'mht', options);
}

type MailPage = { bytes: Uint8Array; charset: string | null };

/** The first part that is a page, of the whole and of the wholes within it. */
function pageIn(part: string, depth: number): MailPage | null {
  const { headers, body } = splitPart(part);
  const type = headers.get('content-type') ?? 'text/plain';
  if (/^text\/html/i.test(type)) {
    return {
      bytes: decodeBody(body, headers.get('content-transfer-encoding') ?? ''),
      charset: parameterOf(type, 'charset'),
    };
  }
  const boundary = parameterOf(type, 'boundary');
  if (!/^multipart\//i.test(type) || !boundary || depth === MAX_DEPTH) return null;
  for (const inner of partsOf(body, boundary)) {
    const page = pageIn(inner, depth + 1);
    if (page) return page;
  }
  return null;
}

function splitPart(part: string): { headers: Map<string, string>; body: string } {
  const gap = /\r?\n\r?\n/.exec(part.slice(0, LONGEST_HEAD));
  const end = gap ? gap.index : part.length;
  const headers = new Map<string, string>();
  const lines = part.slice(0, end).replace(/\r?\n[ \t]+/g, ' ');
  for (const line of lines.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: gap ? part.slice(end + gap[0].length) : '' };
}

function parameterOf(header: string, name: string): string | null {
  const match = new RegExp(`;\\s{0,9}${name}\\s{0,3}=\\s{0,3}(?:"([^"]{1,200})"|([^\\s;]{1,200}))`, 'i').exec(header);
  return match?.[1] ?? match?.[2] ?? null;
}

function* partsOf(body: string, boundary: string): Generator<string> {
  const mark = `--${boundary}`;
  for (let at = body.indexOf(mark); at >= 0; ) {
    const start = body.indexOf('\n', at + mark.length) + 1;
    if (start === 0 || body.startsWith('--', at + mark.length)) return;
    at = body.indexOf(`\n${mark}`, start - 1);
    yield body.slice(start, at < 0 ? body.length : at);
    if (at >= 0) at++;
  }
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (/^base64/i.test(encoding)) return Buffer.from(body, 'base64');
  if (/^quoted-printable/i.test(encoding)) return Buffer.from(unquote(body), 'latin1');
  return Buffer.from(body, 'latin1');
}

/** =E6=94=B9, and lines that end in = go on. */
const unquote = (body: string): string =>
  body
    .replace(/[ \t]{0,9}=[ \t]{0,9}\r?\n/g, (end) => end.slice(0, end.indexOf('=')))
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
