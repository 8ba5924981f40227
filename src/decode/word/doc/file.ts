/** The streams of a .doc and where in them things stand: [MS-DOC] 2.5, the file information block. */
import { GaigeError } from '../../../model/error.ts';
import { openOle } from './ole.ts';

/** Places in the table stream: offset and length of each structure, by where the block tells them. */
const PLACES = {
  styles: 0xa2,
  characters: 0xfa,
  paragraphs: 0x102,
  fonts: 0x112,
  pieces: 0x1a2,
  lists: 0x2e2,
  listUses: 0x2ea,
};
/** Lengths of the parts of the text, in characters, in their order. */
const LENGTHS = {
  body: 0x4c,
  footnotes: 0x50,
  headers: 0x54,
  macros: 0x58,
  comments: 0x5c,
  endnotes: 0x60,
  boxes: 0x64,
};

export type DocFile = {
  /** The WordDocument stream: text, and pages of properties. */
  main: Buffer;
  /** A structure of the table stream; empty where the file has none. `from` also holds what follows it. */
  part(name: keyof typeof PLACES): { bytes: Buffer; from: Buffer };
  lengths: Record<keyof typeof LENGTHS, number>;
};

/** Files of the same container that are no text, by a stream that tells. */
const UNREAD: readonly { stream: RegExp; kind: string; remedy: string }[] = [
  { stream: /^(?:Workbook|Book)$/, kind: 'xls', remedy: 'save-as-xlsx' },
  { stream: /^PowerPoint Document$/, kind: 'ppt', remedy: 'save-as-docx' },
];

const ENCRYPTED_FLAG = 0x0100;
const SECOND_TABLE_FLAG = 0x0200;
/** Word 97 and later: earlier files have another layout. */
const FIRST_VERSION = 0xc1;

/** @throws GaigeError ENCRYPTED, FORMAT_UNREAD, DAMAGED */
export function openDoc(bytes: Uint8Array): DocFile {
  const ole = openOle(bytes);
  if (ole.names.includes('EncryptedPackage')) throw new GaigeError('ENCRYPTED', { kind: 'office' });
  const main = ole.read('WordDocument');
  if (!main) throw refusal(ole.names);
  const flags = main.readUInt16LE(10);
  if ((flags & ENCRYPTED_FLAG) !== 0) throw new GaigeError('ENCRYPTED', { kind: 'doc' });
  if (main.readUInt16LE(2) < FIRST_VERSION)
    throw new GaigeError('FORMAT_UNREAD', { kind: 'old-doc', remedy: 'save-as-docx' });
  const table = ole.read((flags & SECOND_TABLE_FLAG) !== 0 ? '1Table' : '0Table');
  if (!table) throw new GaigeError('DAMAGED', { kind: 'doc', problem: 'part' });
  const lengths = Object.fromEntries(Object.entries(LENGTHS).map(([name, at]) => [name, main.readUInt32LE(at)]));
  return {
    main,
    part(name) {
      const [start, length] = [main.readUInt32LE(PLACES[name]), main.readUInt32LE(PLACES[name] + 4)];
      const from = length === 0 ? Buffer.alloc(0) : table.subarray(start);
      return { bytes: from.subarray(0, length), from };
    },
    lengths: lengths as DocFile['lengths'],
  };
}

function refusal(names: readonly string[]): GaigeError {
  const unread = UNREAD.find(({ stream }) => names.some((name) => stream.test(name)));
  const { kind, remedy } = unread ?? { kind: 'ole', remedy: 'save-as-docx' };
  return new GaigeError('FORMAT_UNREAD', { kind, remedy });
}
