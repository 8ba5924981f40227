/**
 * Zip archives, which .docx, .xlsx and .ofd are too. Names and flags are read here, because no library gives raw names, encryption and a
 * limit to what unpacks all at once; Node's zlib unpacks. Nothing is ever written to disk.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { GaigeError } from '../../model/error.ts';
import { MAX_ARCHIVE, MAX_MEMBER, MAX_MEMBERS, MAX_RATIO, SMALL_MEMBER } from '../limits.ts';

export type ArchiveEntry = {
  /** As stored; the archive does not reliably say in which encoding. */
  rawName: Uint8Array;
  /** For parts of documents, whose names are ASCII. */
  name: string;
  /** The name is UTF-8 for certain. */
  isUtf8: boolean;
  isEncrypted: boolean;
  method: number;
  crc: number;
  packedSize: number;
  offset: number;
};

export type Archive = {
  entries: readonly ArchiveEntry[];
  /**
   * Unpacks a member and checks it.
   * @throws GaigeError ENCRYPTED, DAMAGED, ARCHIVE_TOO_LARGE
   */
  read(entry: ArchiveEntry): Uint8Array;
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;
const UTF8_FLAG = 1 << 11;
/** Extra field that holds the name in UTF-8 (Info-ZIP). */
const UNICODE_PATH = 0x7075;
/** Extra field that holds what 32 bits do not, or what a careful program thinks they might not. */
const WIDE = 1;
const IS_WIDE = 0xffffffff;

const damaged = (problem: string): GaigeError => new GaigeError('DAMAGED', { kind: 'zip', problem });

/** Whether the bytes begin like a zip; an empty one begins with its end. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/** Several readers look into the same archive to see whether it is theirs. */
const known = new WeakMap<Uint8Array, readonly ArchiveEntry[] | null>();

/** The members of an archive, or null for what is none or is damaged. */
export function peekEntries(bytes: Uint8Array): readonly ArchiveEntry[] | null {
  if (!isArchive(bytes)) return null;
  const before = known.get(bytes);
  if (before !== undefined) return before;
  let entries: readonly ArchiveEntry[] | null = null;
  try {
    entries = readDirectory(bytes);
  } catch (error) {
    if (!(error instanceof GaigeError)) throw error;
  }
  known.set(bytes, entries);
  return entries;
}

/**
 * Opens an archive. Each member is unpacked when it is asked for, within limits for one and for all.
 * @throws GaigeError DAMAGED where the directory is missing or broken: the archive is cut off
 */
export function openArchive(bytes: Uint8Array, maxMember = MAX_MEMBER): Archive {
  const entries = peekEntries(bytes) ?? readDirectory(bytes);
  let left = MAX_ARCHIVE;
  return {
    entries,
    read(entry) {
      const data = unpack(bytes, entry, Math.min(maxMember, left));
      left -= data.length;
      return data;
    },
  };
}

function readDirectory(bytes: Uint8Array): ArchiveEntry[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { count, start, shift } = findDirectory(view);
  if (count > MAX_MEMBERS) throw new GaigeError('ARCHIVE_TOO_LARGE', { limit: MAX_MEMBERS, problem: 'members' });
  const entries: ArchiveEntry[] = [];
  for (let at = start; entries.length < count; ) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== CENTRAL) throw damaged('directory');
    const nameEnd = at + 46 + view.readUInt16LE(at + 28);
    const extraEnd = nameEnd + view.readUInt16LE(at + 30);
    const rawName = view.subarray(at + 46, nameEnd);
    const extra = view.subarray(nameEnd, extraEnd);
    const flags = view.readUInt16LE(at + 8);
    const unicode = unicodeName(extra, rawName);
    entries.push({
      rawName: unicode ?? rawName,
      name: (unicode ?? rawName).toString('utf8'),
      isUtf8: unicode !== undefined || (flags & UTF8_FLAG) !== 0,
      isEncrypted: (flags & ENCRYPTED_FLAG) !== 0,
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      ...extentOf(view, at, extra, shift),
    });
    at = extraEnd + view.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where a member is. The wide field holds, in this order, only those numbers that are marked in the entry. */
function extentOf(view: Buffer, at: number, extra: Buffer, shift: number): Pick<ArchiveEntry, 'packedSize' | 'offset'> {
  const wide = extraField(extra, WIDE);
  let read = 0;
  const number = (field: number): number => {
    const narrow = view.readUInt32LE(at + field);
    if (narrow !== IS_WIDE || !wide || read + 8 > wide.length) return narrow;
    read += 8;
    return Number(wide.readBigUInt64LE(read - 8));
  };
  number(24); // The size unpacked, which is never trusted.
  return { packedSize: number(20), offset: number(42) + shift };
}

/** Holds for the name that it was made for: a program that renames a member may leave it as it was. */
function unicodeName(extra: Buffer, rawName: Buffer): Buffer | undefined {
  const field = extraField(extra, UNICODE_PATH);
  return field?.readUInt32LE(1) === crc32(rawName) ? field.subarray(5) : undefined;
}

/** Where the directory begins; `shift` is what stands before the archive (a program that unpacks itself). */
function findDirectory(view: Buffer): { count: number; start: number; shift: number } {
  const end = findEnd(view);
  if (end < 0) throw damaged('truncated');
  const count = view.readUInt16LE(end + 10);
  const size = view.readUInt32LE(end + 12);
  const offset = view.readUInt32LE(end + 16);
  const large = end >= 20 && view.readUInt32LE(end - 20) === LOCATOR_64 ? Number(view.readBigUInt64LE(end - 12)) : -1;
  if (large >= 0 && large + 56 <= end && view.readUInt32LE(large) === END_64) {
    const fieldAt = (at: number): number => Number(view.readBigUInt64LE(large + at));
    return { count: fieldAt(32), start: fieldAt(48), shift: 0 };
  }
  const shift = end - size - offset;
  if (shift < 0) throw damaged('truncated');
  return { count, start: offset + shift, shift };
}

function findEnd(view: Buffer): number {
  const lowest = Math.max(0, view.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.length - END_LENGTH; at >= lowest; at--) if (view.readUInt32LE(at) === END) return at;
  return -1;
}

function extraField(extra: Buffer, wanted: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === wanted && length > 5) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}

function unpack(bytes: Uint8Array, entry: ArchiveEntry, limit: number): Uint8Array {
  if (entry.isEncrypted) throw new GaigeError('ENCRYPTED', { kind: 'zip' });
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { offset, packedSize } = entry;
  if (offset + 30 > view.length || view.readUInt32LE(offset) !== LOCAL) throw damaged('member');
  const start = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28);
  if (start + packedSize > view.length) throw damaged('truncated');
  const data = inflate(view.subarray(start, start + packedSize), entry, limit);
  // What is garbled must not pass for text.
  if (crc32(data) !== entry.crc) throw damaged('checksum');
  return data;
}

function inflate(packed: Uint8Array, { method }: ArchiveEntry, limit: number): Uint8Array {
  if (method === STORED) {
    if (packed.length > limit) throw new GaigeError('ARCHIVE_TOO_LARGE', { limit, problem: 'bytes' });
    return packed;
  }
  if (method !== DEFLATED) throw new GaigeError('DAMAGED', { kind: 'zip', problem: 'method' });
  const dense = Math.max(SMALL_MEMBER, packed.length * MAX_RATIO);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(limit, dense)) });
  } catch (error) {
    if (isTooLarge(error))
      throw new GaigeError('ARCHIVE_TOO_LARGE', { limit: Math.min(limit, dense), problem: 'bytes' });
    throw damaged('member');
  }
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/** The name of a part that another part in `folder` (with `/` at its end) refers to; `/…` begins at the root of the archive. */
export function resolvePath(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
