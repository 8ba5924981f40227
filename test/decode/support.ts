/** What the tests of decoding share: the built-in boilerplate rules, and encoders that Node does not have. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type DecodeOptions, decode } from '../../src/decode/index.ts';
import { boilerplateRulesSchema } from '../../src/knowledge/boilerplate/schema.ts';
import { compileBoilerplate } from '../../src/knowledge/boilerplate/table.ts';
import type { Block, Document, InputFailure } from '../../src/model/document.ts';
import { positionAt } from '../../src/text/positions.ts';

const yaml = readFileSync(new URL('../../rules/boilerplate.yaml', import.meta.url), 'utf8');

export const boilerplate = compileBoilerplate(boilerplateRulesSchema.parse(parse(yaml).boilerplate));

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function decodeAll(
  name: string,
  bytes: Uint8Array,
  options: Partial<DecodeOptions> = {},
): Promise<(Document | InputFailure)[]> {
  const results: (Document | InputFailure)[] = [];
  for await (const result of decode({ path: `in/${name}`, name, bytes }, { boilerplate, ...options }))
    results.push(result);
  return results;
}

/** The one document of a source that can be decoded. */
export async function decodeOne(
  name: string,
  content: string | Uint8Array,
  options: Partial<DecodeOptions> = {},
): Promise<Document> {
  const [result] = await decodeAll(name, typeof content === 'string' ? utf8(content) : content, options);
  if (!result || 'error' in result) throw result?.error ?? new Error('nothing decoded');
  return result;
}

export const textOf = ({ text }: Document, { span }: Block): string => text.slice(span.start, span.end);

/** Blocks as `role:text`, with the level where there is one; plain text without a mark. */
export const outline = (document: Document): string[] =>
  document.blocks.map((block) => {
    const text = textOf(document, block);
    return block.role === 'text' ? text : `${block.role}${block.level ?? ''}:${text}`;
  });

/** `line:column` of the first `words` in the text. */
export function placeOf({ text, positions }: Document, words: string): string {
  const { line, column } = positionAt(positions, text.indexOf(words));
  return `${line}:${column}`;
}

/** An encoder for a double-byte encoding, made of the decoder. */
export function encoder(encoding: 'gb18030' | 'big5'): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, number[]>();
  for (let code = 0; code < 0x80; code++) codes.set(String.fromCharCode(code), [code]);
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd' && !codes.has(char)) codes.set(char, [lead, trail]);
    }
  }
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((char) => {
        const bytes = codes.get(char);
        if (!bytes) throw new Error(`${char} is not in ${encoding}`);
        return bytes;
      }),
    );
}

export function utf16(text: string, endian: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return endian === 'le' ? bytes : bytes.swap16();
}
