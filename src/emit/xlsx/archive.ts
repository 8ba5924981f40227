/** A zip archive, entry by entry. The same entries give the same bytes: none of them tells when it was made. */
import { crc32 } from 'node:zlib';
import { Deflate } from 'fflate';
import { GaigeError } from '../../model/error.ts';
import type { Put, Spool } from '../bytes.ts';

/** The compressor is part of gaige, and not of the machine that it runs on. */
const LEVEL = 3;

/** What a number of 32 bits can tell, without the extensions that not every reader knows. */
const MOST_BYTES = 0xffff_ffff;

type Method = 'stored' | 'deflated';

/** What an archive tells of an entry, in bytes. */
type EntryFacts = { name: string; method: Method; crc: number; size: number; packedSize: number };

export type PackedEntry = EntryFacts & { body: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array> };

export type EntryWriter = { write: (text: string) => Promise<void>; end: () => Promise<PackedEntry> };

const encoder = new TextEncoder();

/** In UTF-16 units: many small pieces are compressed as few larger ones. */
const PIECE = 1 << 16;

/** As it is, so that the first bytes of an archive can be read without unpacking. */
export function storedEntry(name: string, text: string): PackedEntry {
  const bytes = encoder.encode(text);
  return {
    name,
    method: 'stored',
    crc: crc32(bytes),
    size: bytes.length,
    packedSize: bytes.length,
    body: () => [bytes],
  };
}

/** Compressed as it comes, and put aside until it is asked for. Throws BOOK_TOO_LARGE. */
export function openEntry(name: string, spool: Spool): EntryWriter {
  const facts: EntryFacts = { name, method: 'deflated', crc: 0, size: 0, packedSize: 0 };
  let held = '';
  let packed: Uint8Array[] = [];
  const deflate = new Deflate({ level: LEVEL }, (piece) => packed.push(piece));

  const compress = async (isLast: boolean) => {
    const bytes = encoder.encode(held);
    held = '';
    // Of nothing zlib gives 0, whatever came before.
    if (bytes.length > 0) facts.crc = crc32(bytes, facts.crc);
    facts.size += bytes.length;
    if (facts.size > MOST_BYTES) throw new GaigeError('BOOK_TOO_LARGE');
    deflate.push(bytes, isLast);
    const pieces = packed;
    packed = [];
    for (const piece of pieces) {
      facts.packedSize += piece.length;
      await spool.write(piece);
    }
  };

  return {
    write: async (text) => {
      held += text;
      if (held.length >= PIECE) await compress(false);
    },
    end: async () => {
      await compress(true);
      return { ...facts, body: spool.read };
    },
  };
}

/** Throws BOOK_TOO_LARGE. */
export async function writeArchive(entries: readonly PackedEntry[], put: Put): Promise<void> {
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    directory.push(directoryRecord(entry, offset));
    const head = localRecord(entry);
    await put(head);
    for await (const piece of entry.body()) await put(piece);
    offset += head.length + entry.packedSize;
    if (offset > MOST_BYTES) throw new GaigeError('BOOK_TOO_LARGE');
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  for (const record of directory) await put(record);
  await put(endRecord(entries.length, size, offset));
}

const SIGNATURES = { local: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 };
const METHODS: Record<Method, number> = { stored: 0, deflated: 8 };

/** 2.0: deflated entries. */
const VERSION = 20;

/** The first day that the format knows. */
const DATE = 0x0021;

/** What an entry's own head and the directory say alike. */
function commonFields({ name, method, crc, size, packedSize }: EntryFacts): Field[] {
  const time: Field[] = [u16(0), u16(DATE)];
  return [u16(VERSION), u16(0), u16(METHODS[method]), ...time, u32(crc), u32(packedSize), u32(size), u16(name.length)];
}

const localRecord = (facts: EntryFacts): Uint8Array =>
  record([u32(SIGNATURES.local), ...commonFields(facts), u16(0)], facts.name);

const directoryRecord = (facts: EntryFacts, offset: number): Uint8Array =>
  record(
    // No extra field, no remark, the first disk, no attributes.
    [
      u32(SIGNATURES.directory),
      u16(VERSION),
      ...commonFields(facts),
      u16(0),
      u16(0),
      u16(0),
      u16(0),
      u32(0),
      u32(offset),
    ],
    facts.name,
  );

const endRecord = (count: number, size: number, offset: number): Uint8Array =>
  record([u32(SIGNATURES.end), u16(0), u16(0), u16(count), u16(count), u32(size), u32(offset), u16(0)], '');

type Field = { bytes: 2 | 4; value: number };

const u16 = (value: number): Field => ({ bytes: 2, value });
const u32 = (value: number): Field => ({ bytes: 4, value });

function record(fields: readonly Field[], name: string): Uint8Array {
  const length = fields.reduce((sum, { bytes }) => sum + bytes, 0);
  const buffer = Buffer.alloc(length + name.length);
  let at = 0;
  for (const { bytes, value } of fields) at = buffer.writeUIntLE(value, at, bytes);
  buffer.write(name, at, 'latin1');
  return buffer;
}
