/** What reading a .docx carries along. */

import { childOf, type XmlElement } from '../../xml.ts';
import type { WordFields } from '../fields.ts';
import type { DocxMarker } from './numbering.ts';
import type { Styles } from './styles.ts';

export type BodyState = {
  styles: Styles;
  marker: DocxMarker;
  fields: WordFields;
  /** The last characters printed: what a superscript stands behind tells an exponent from the mark of a note. */
  last: string;
  /** Text before a paragraph mark that was deleted: it belongs to the next paragraph. */
  carried: string;
  /** Text boxes met in the paragraph that is being read. */
  boxes: XmlElement[];
  /** Notes in the order of their references. */
  notes: { part: 'footnotes' | 'endnotes'; id: string }[];
  titled: boolean;
};

/** What was there before a change; the change is taken as accepted. */
export const DELETED = new Set(['w:del', 'w:moveFrom']);

/** The newest form of what is there in several. */
export const chosen = (alternatives: XmlElement): XmlElement | undefined =>
  childOf(alternatives, 'mc:Choice') ?? childOf(alternatives, 'mc:Fallback');
