/** The text of a .doc: pieces of the main stream, some with one byte a character. [MS-DOC] 2.8.35. */
import { GaigeError } from '../../../model/error.ts';
import type { DocFile } from './file.ts';

export type DocumentPiece = {
  text: string;
  /** Place of its first character in the whole text. */
  at: number;
  /** And in the main stream. */
  start: number;
  bytesEach: 1 | 2;
};

const PROPERTIES = 1;
const TABLE = 2;
/** The piece is stored with one byte a character. */
const NARROW = 0x40000000;

export function piecesOf({ main, part }: DocFile): DocumentPiece[] {
  const table = pieceTable(part('pieces').bytes);
  const count = Math.floor((table.length - 4) / 12);
  // Pieces do not overlap: a file that claims more text than it has bytes is a bomb.
  if (count > 0 && table.readUInt32LE(count * 4) > main.length)
    throw new GaigeError('DAMAGED', { kind: 'doc', problem: 'text' });
  const pieces: DocumentPiece[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const length = table.readUInt32LE(i * 4 + 4) - table.readUInt32LE(i * 4);
    const place = table.readUInt32LE((count + 1) * 4 + i * 8 + 2);
    if (length < 0) throw new GaigeError('DAMAGED', { kind: 'doc', problem: 'text' });
    const piece = { ...readPiece(main, place, length), at };
    pieces.push(piece);
    at += piece.text.length;
  }
  return pieces;
}

function readPiece(main: Buffer, place: number, length: number): Omit<DocumentPiece, 'at'> {
  if ((place & NARROW) === 0) {
    const start = place & 0x3fffffff;
    return { text: main.toString('utf16le', start, start + length * 2), start, bytesEach: 2 };
  }
  const start = (place & 0x3fffffff) >>> 1;
  const text = new TextDecoder('windows-1252').decode(main.subarray(start, start + length));
  return { text, start, bytesEach: 1 };
}

/** Properties may stand before the table. */
function pieceTable(bytes: Buffer): Buffer {
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] === TABLE) return bytes.subarray(at + 5, at + 5 + bytes.readUInt32LE(at + 1));
    if (bytes[at] !== PROPERTIES) break;
    at += 3 + bytes.readUInt16LE(at + 1);
  }
  throw new GaigeError('DAMAGED', { kind: 'doc', problem: 'text' });
}
