/** What the styles of a .doc say of paragraphs ([MS-DOC] 2.9.271). */
import { styleNamed } from '../style-names.ts';
import { CHANGE, changesIn } from './properties.ts';

export type DocStyle = {
  /** Values of changes, those of the styles that it is based on included. */
  changes: ReadonlyMap<number, number>;
  isTitle: boolean;
  isContents: boolean;
  /** Heading level of a built-in style. */
  outline: number | null;
};

type Raw = { id: number; name: string; basis: number; changes: Map<number, number> };

const NONE: DocStyle = { changes: new Map(), isTitle: false, isContents: false, outline: null };
const PARAGRAPH = 1;
const TITLE = 62;
const NO_BASIS = 0xfff;

export function readDocStyles(bytes: Buffer): (index: number) => DocStyle {
  const raws = bytes.length > 4 ? rawStyles(bytes) : [];
  const known = new Map<number, DocStyle>();
  return (index) => {
    const style = known.get(index) ?? resolve(index, raws);
    known.set(index, style);
    return style;
  };
}

function rawStyles(bytes: Buffer): (Raw | null)[] {
  const head = bytes.readUInt16LE(0);
  const count = bytes.readUInt16LE(2);
  const baseLength = bytes.readUInt16LE(4);
  const styles: (Raw | null)[] = [];
  for (let at = 2 + head; styles.length < count && at + 2 <= bytes.length; ) {
    const length = bytes.readUInt16LE(at);
    styles.push(rawStyle(bytes.subarray(at + 2, at + 2 + length), baseLength));
    at += 2 + length;
  }
  return styles;
}

/** Facts, the name, then the changes: those of paragraphs first, after the number of the style. */
function rawStyle(bytes: Buffer, baseLength: number): Raw | null {
  if (bytes.length < baseLength + 4) return null;
  const [id, kind] = [bytes.readUInt16LE(0) & 0xfff, bytes.readUInt16LE(2)];
  const end = baseLength + 2 + bytes.readUInt16LE(baseLength) * 2;
  const raw: Raw = {
    id,
    name: bytes.subarray(baseLength + 2, end).toString('utf16le'),
    basis: kind >> 4,
    changes: new Map(),
  };
  if ((kind & 0xf) !== PARAGRAPH) return raw;
  const at = end + 2;
  if (at + 4 > bytes.length) return raw;
  const length = bytes.readUInt16LE(at);
  return { ...raw, changes: changesIn(bytes.subarray(at + 4, at + 2 + length)) };
}

function resolve(index: number, raws: readonly (Raw | null)[]): DocStyle {
  const chain = new Set<Raw>();
  for (let at = index; at !== NO_BASIS; ) {
    const raw = raws[at];
    if (!raw || chain.has(raw)) break;
    chain.add(raw);
    at = raw.basis;
  }
  let style = NONE;
  for (const { id, name, changes } of [...chain].reverse()) {
    const named = styleNamed(name);
    style = {
      changes: new Map([...style.changes, ...changes]),
      isTitle: style.isTitle || id === TITLE || named.isTitle,
      isContents: style.isContents || (id >= 19 && id <= 27) || named.isContents,
      outline: outlineOf(changes) ?? (id >= 1 && id <= 9 ? id : (named.outline ?? style.outline)),
    };
  }
  return style;
}

/** The level that changes state, from 1; 0 for body text, undefined where they state none. */
export function outlineOf(changes: ReadonlyMap<number, number>): number | undefined {
  const level = changes.get(CHANGE.outline);
  return level === undefined ? undefined : level < 9 ? level + 1 : 0;
}
