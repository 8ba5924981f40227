/** What the styles of a .docx say of paragraphs: outline level, list, hidden text. */

import { childOf, childrenOf, type XmlElement } from '../../xml.ts';
import { styleNamed } from '../style-names.ts';
import { isOn, type ListPlace, listPlaceOf, numberOf, settingOf } from './properties.ts';

export type ParagraphStyle = {
  id: string;
  /** 1 for the highest. */
  outline: number | null;
  isTitle: boolean;
  /** A line of a table of contents. */
  isContents: boolean;
  hidden: boolean;
  list: ListPlace;
};

/** The style of that id with all that it is based on; without an id, the default for paragraphs. */
export type Styles = (id: string | undefined) => ParagraphStyle;

const NO_STYLE: ParagraphStyle = {
  id: '',
  outline: null,
  isTitle: false,
  isContents: false,
  hidden: false,
  list: { number: undefined, level: undefined },
};

/** Outline levels run from 0 to 8; 9 is body text. */
const BODY_TEXT = 9;

export function readStyles(part: XmlElement | undefined): Styles {
  const elements = childrenOf(part, 'w:style');
  const byId = new Map(elements.map((style) => [style.attributes['styleId'] ?? '', style]));
  const fallback = elements.find(
    ({ attributes }) => attributes['type'] === 'paragraph' && ['1', 'true', 'on'].includes(attributes['default'] ?? ''),
  );
  const known = new Map<string, ParagraphStyle>();
  return (id) => {
    const wanted = id ?? fallback?.attributes['styleId'] ?? '';
    const style = known.get(wanted) ?? resolve(wanted, byId);
    known.set(wanted, style);
    return style;
  };
}

function resolve(id: string, byId: ReadonlyMap<string, XmlElement>): ParagraphStyle {
  let style: ParagraphStyle = { ...NO_STYLE, id };
  for (const element of chainOf(id, byId).reverse()) style = refine(style, element);
  return style;
}

/** A style and those it is based on; styles of broken files are based on one another in a circle. */
function chainOf(id: string, byId: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const chain = new Set<XmlElement>();
  for (let element = byId.get(id); element && !chain.has(element); element = byId.get(basisOf(element))) {
    chain.add(element);
  }
  return [...chain];
}

const basisOf = (element: XmlElement): string => settingOf(element, 'w:basedOn') ?? '';

function refine(basis: ParagraphStyle, element: XmlElement): ParagraphStyle {
  const properties = childOf(element, 'w:pPr');
  const named = styleNamed(settingOf(element, 'w:name')?.trim() ?? '');
  const list = listPlaceOf(properties);
  const stated = outlineOf(properties);
  return {
    id: basis.id,
    outline: stated === undefined ? (named.outline ?? basis.outline) : stated,
    isTitle: basis.isTitle || named.isTitle,
    isContents: basis.isContents || named.isContents,
    hidden: isOn(childOf(element, 'w:rPr'), 'w:vanish') ?? basis.hidden,
    list: { number: list.number ?? basis.list.number, level: list.level ?? basis.list.level },
  };
}

/** The outline level that paragraph properties state, from 1; null for body text, undefined where they state none. */
export function outlineOf(properties: XmlElement | undefined): number | null | undefined {
  const level = numberOf(properties, 'w:outlineLvl');
  if (level === undefined) return undefined;
  return level >= 0 && level < BODY_TEXT ? level + 1 : null;
}
