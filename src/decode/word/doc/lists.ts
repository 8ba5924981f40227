/** The lists of a .doc ([MS-DOC] 2.9.131, 2.9.150): definitions of levels, and the uses that paragraphs refer to. */
import type { List, Lists, NumberingLevel } from '../lists/counter.ts';
import type { DocFile } from './file.ts';

/** Formats by their number, as .docx names them. */
const FORMATS = (
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha ' +
  'decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth ' +
  'decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ' +
  'ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital ' +
  'chineseCounting chineseLegalSimplified chineseCountingThousand'
).split(' ');
const NO_NUMBER = 0xff;

const DEFINITION = 28;
const LEVEL = 28;
const USE = 16;
const OVERRIDE = 8;
const DEPTHS = 9;
const SUFFIXES = ['tab', 'space', 'nothing'] as const;

type Definition = Pick<List, 'definition' | 'levels'>;

/** Paragraphs refer to uses by their number, from 1. */
export function readDocLists({ part }: DocFile): Lists {
  const definitions = readDefinitions(part('lists'));
  const uses = readUses(part('listUses').bytes, definitions);
  return (number) => uses[number - 1];
}

/** Levels stand after all definitions, nine to each, or one to a simple list. */
function readDefinitions({ bytes, from }: { bytes: Buffer; from: Buffer }): Map<number, Definition> {
  const found = new Map<number, Definition>();
  if (bytes.length < 2) return found;
  let at = bytes.length;
  for (let i = 0; i < bytes.readUInt16LE(0); i++) {
    const place = 2 + i * DEFINITION;
    const id = bytes.readInt32LE(place);
    const isSimple = (bytes.readUInt8(place + 26) & 1) !== 0;
    const levels = new Map<number, NumberingLevel>();
    for (let depth = 0; depth < (isSimple ? 1 : DEPTHS); depth++) {
      const { level, end } = levelAt(from, at);
      levels.set(depth, level);
      at = end;
    }
    found.set(id, { definition: String(id), levels });
  }
  return found;
}

function levelAt(bytes: Buffer, at: number): { level: NumberingLevel; end: number } {
  const format = bytes.readUInt8(at + 4);
  const flags = bytes.readUInt8(at + 5);
  const properties = bytes.readUInt8(at + 24) + bytes.readUInt8(at + 25);
  const text = at + LEVEL + properties;
  const length = bytes.readUInt16LE(text);
  const words = bytes.toString('utf16le', text + 2, text + 2 + length * 2);
  const level: NumberingLevel = {
    start: bytes.readInt32LE(at),
    format: format === NO_NUMBER ? 'none' : (FORMATS[format] ?? 'decimal'),
    // Levels stand in the text by their number.
    text: Array.from(words, (char) => (char.charCodeAt(0) < DEPTHS ? `%${char.charCodeAt(0) + 1}` : char)).join(''),
    suffix: SUFFIXES[bytes.readUInt8(at + 15)] ?? 'tab',
    restart: (flags & 8) !== 0 ? bytes.readUInt8(at + 26) : undefined,
    legal: (flags & 4) !== 0,
    hidden: false,
    style: undefined,
  };
  return { level, end: text + 2 + length * 2 };
}

/** Overrides stand after all uses, in their order. */
function readUses(bytes: Buffer, definitions: ReadonlyMap<number, Definition>): (List | undefined)[] {
  const uses: (List | undefined)[] = [];
  if (bytes.length < 4) return uses;
  const count = bytes.readUInt32LE(0);
  let at = 4 + count * USE;
  for (let i = 0; i < count && at + 4 <= bytes.length; i++) {
    const definition = definitions.get(bytes.readInt32LE(4 + i * USE));
    const overrides = bytes.readUInt8(4 + i * USE + 12);
    const levels = new Map(definition?.levels);
    const starts = new Map<number, number>();
    at += 4;
    for (let k = 0; k < overrides && at + OVERRIDE <= bytes.length; k++) {
      const flags = bytes.readUInt32LE(at + 4);
      const depth = flags & 0xf;
      if ((flags & 0x10) !== 0) starts.set(depth, bytes.readInt32LE(at));
      at += OVERRIDE;
      if ((flags & 0x20) === 0) continue;
      const { level, end } = levelAt(bytes, at);
      levels.set(depth, level);
      at = end;
    }
    uses.push(definition && { definition: definition.definition, levels, starts });
  }
  return uses;
}
