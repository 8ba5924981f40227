/** The style sheet of an .rtf. */
import { type NamedStyle, styleNamed } from '../style-names.ts';
import { nameOf, type StyleEntry } from './entries.ts';

/** What a paragraph is by its style. */
export type RtfStyle = NamedStyle;

export const NO_STYLE: RtfStyle = { outline: null, isTitle: false, isContents: false };

export type StyleSheet = {
  add: (number: number) => StyleEntry;
  /** The style of a number with all that it is based on; to be asked when all are known. */
  find: (number: number) => RtfStyle;
};

export function openStyleSheet(): StyleSheet {
  const entries = new Map<number, StyleEntry>();
  const known = new Map<number, RtfStyle>();
  return {
    add: (number) => {
      const entry: StyleEntry = { name: '', basis: null, outline: undefined };
      entries.set(number, entry);
      return entry;
    },
    find: (number) => {
      // Styles of broken files are based on one another in a circle.
      const chain = new Map<number, StyleEntry>();
      let at = number;
      for (let entry = entries.get(at); entry && !known.has(at) && !chain.has(at); entry = entries.get(at)) {
        chain.set(at, entry);
        at = entry.basis ?? -1;
      }
      for (const [each, entry] of [...chain].reverse()) known.set(each, refine(known.get(entry.basis ?? -1), entry));
      return known.get(number) ?? NO_STYLE;
    },
  };
}

function refine(basis: RtfStyle = NO_STYLE, entry: StyleEntry): RtfStyle {
  const named = styleNamed(nameOf(entry));
  return {
    outline: entry.outline === undefined ? (named.outline ?? basis.outline) : entry.outline,
    isTitle: basis.isTitle || named.isTitle,
    isContents: basis.isContents || named.isContents,
  };
}
