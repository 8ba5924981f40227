/** OLE compound files: what .doc, .wps, .xls and password-protected .docx are. A file system with chains of sectors, which a broken file bends into circles. */
import { GaigeError } from '../../../model/error.ts';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER = 512;
const ENTRY = 128;
/** Numbers from here on are no sectors: free, end of a chain, the tables' own. */
const LAST = 0xfffffffa;
const SMALL_SECTOR = 64;
const ROOT = 5;

export const isOle = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, i) => bytes[i] === byte);

export type OleFile = {
  /** Names of streams and storages. */
  names: readonly string[];
  /** The content of the first stream of that name, or null. */
  read(name: string): Buffer | null;
};

type DirectoryEntry = { name: string; type: number; start: number; size: number };

/** Which sector follows which; what is not in the table is an end. */
type SectorTable = (sector: number) => number;

/** @throws GaigeError DAMAGED where chains lead out of the file or back into themselves */
export function openOle(bytes: Uint8Array): OleFile {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.length < HEADER) throw damaged();
  const size = 1 << Math.min(Math.max(view.readUInt16LE(30), 7), 16);
  const table = sectorTable(view, size);
  const readChain = (start: number, length = Number.POSITIVE_INFINITY): Buffer =>
    gather(chain(start, table, view.length / size), (sector) => slice(view, (sector + 1) * size, size), length);
  const entries = entriesIn(readChain(view.readUInt32LE(48)));
  const threshold = view.readUInt32LE(56) || 4096;
  const root = entries.find(({ type }) => type === ROOT);
  const small = (): { content: Buffer; table: SectorTable } => {
    const words = readChain(view.readUInt32LE(60));
    return { content: root ? readChain(root.start, root.size) : Buffer.alloc(0), table: (n) => wordAt(words, n) };
  };
  return {
    names: entries.map(({ name }) => name),
    read(name) {
      const entry = entries.find((each) => each.name === name && each.type === 2);
      if (!entry) return null;
      if (entry.size >= threshold) return readChain(entry.start, entry.size);
      const { content, table: smallTable } = small();
      const sectors = chain(entry.start, smallTable, content.length / SMALL_SECTOR + 1);
      return gather(sectors, (sector) => slice(content, sector * SMALL_SECTOR, SMALL_SECTOR), entry.size);
    },
  };
}

const damaged = (): GaigeError => new GaigeError('DAMAGED', { kind: 'ole', problem: 'directory' });

/** The last sector of a file may be cut short by the program that wrote it. */
const slice = (view: Buffer, start: number, size: number): Buffer => {
  if (start >= view.length) throw damaged();
  return view.subarray(start, start + size);
};

const wordAt = (words: Buffer, index: number): number =>
  index * 4 + 4 <= words.length ? words.readUInt32LE(index * 4) : LAST;

function* chain(start: number, next: SectorTable, most: number): Generator<number> {
  let count = 0;
  for (let sector = start; sector < LAST; sector = next(sector)) {
    if (++count > most + 1) throw damaged();
    yield sector;
  }
}

function gather(sectors: Iterable<number>, read: (sector: number) => Buffer, length: number): Buffer {
  const parts: Buffer[] = [];
  let total = 0;
  for (const sector of sectors) {
    if (total >= length) break;
    const part = read(sector);
    parts.push(part);
    total += part.length;
  }
  return Buffer.concat(parts).subarray(0, Math.min(total, length));
}

/** The table's own sectors are listed in the header and, in large files, in a chain of lists. */
function sectorTable(view: Buffer, size: number): SectorTable {
  const sectors = wordsOf(view.subarray(76, HEADER));
  const perList = size / 4 - 1;
  const lists = chain(
    view.readUInt32LE(68),
    (list) => wordAt(slice(view, (list + 1) * size, size), perList),
    view.length / size,
  );
  for (const list of lists) sectors.push(...wordsOf(slice(view, (list + 1) * size, perList * 4)));
  return (sector) => {
    const own = sectors[Math.floor((sector * 4) / size)] ?? LAST;
    const at = (own + 1) * size + ((sector * 4) % size);
    return own < LAST && at + 4 <= view.length ? view.readUInt32LE(at) : LAST;
  };
}

const wordsOf = (part: Buffer): number[] =>
  Array.from({ length: part.length >> 2 }, (_, i) => part.readUInt32LE(i * 4));

function entriesIn(directory: Buffer): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const length = Math.min(Math.max(directory.readUInt16LE(at + 64) - 2, 0), 62);
    const name = directory.toString('utf16le', at, at + length);
    const [type, start, size] = [
      directory.readUInt8(at + 66),
      directory.readUInt32LE(at + 116),
      directory.readUInt32LE(at + 120),
    ];
    if (name) entries.push({ name, type, start, size });
  }
  return entries;
}
