/** The lists of a .docx: `numbering.xml`, with what styles say of them. */

import { childOf, childrenOf, elementsOf, type XmlElement } from '../../xml.ts';
import { type List, type Lists, markerCounter, type NumberingLevel } from '../lists/counter.ts';
import { isOn, type ListPlace, numberOf, settingOf } from './properties.ts';
import type { ParagraphStyle, Styles } from './styles.ts';

/** The marker of the next paragraph with this place and style; '' for none. To be asked once for each, in order. */
export type DocxMarker = (place: ListPlace, style: ParagraphStyle) => string;

export function docxMarkers(part: XmlElement | undefined, styles: Styles): DocxMarker {
  const lists = readLists(part, styles);
  const next = markerCounter(lists);
  return (place, style) => {
    const number = place.number ?? style.list.number;
    const list = number === undefined ? undefined : lists(number);
    return number === undefined || !list ? '' : next(number, depthOf(place, style, list));
  };
}

/** A style may stand for a level of its list. */
function depthOf(place: ListPlace, style: ParagraphStyle, { levels }: List): number {
  if (place.level !== undefined) return place.level;
  if (place.number !== undefined) return 0;
  for (const [depth, level] of levels) if (level.style === style.id) return depth;
  return style.list.level ?? 0;
}

function readLists(part: XmlElement | undefined, styles: Styles): Lists {
  const definitions = new Map(
    childrenOf(part, 'w:abstractNum').map((each) => [each.attributes['abstractNumId'], each]),
  );
  const numbers = new Map(childrenOf(part, 'w:num').map((each) => [Number(each.attributes['numId']), each]));
  const known = new Map<number, List | undefined>();
  const read = (number: number): List | undefined => {
    const element = numbers.get(number);
    const found = element && definitions.get(settingOf(element, 'w:abstractNumId'));
    const definition = found && followStyle(found, definitions, numbers, styles);
    return definition && readList(definition, childrenOf(element, 'w:lvlOverride'));
  };
  return (number) => {
    if (!known.has(number)) known.set(number, read(number));
    return known.get(number);
  };
}

/** A definition may stand for that of a numbering style, which another definition holds. */
function followStyle(
  definition: XmlElement,
  definitions: ReadonlyMap<string | undefined, XmlElement>,
  numbers: ReadonlyMap<number, XmlElement>,
  styles: Styles,
): XmlElement {
  const link = settingOf(definition, 'w:numStyleLink');
  if (link === undefined) return definition;
  const linked = [...definitions.values()].find((each) => settingOf(each, 'w:styleLink') === link);
  const number = numbers.get(styles(link).list.number ?? -1);
  return linked ?? definitions.get(settingOf(number, 'w:abstractNumId')) ?? definition;
}

function readList(definition: XmlElement, overrides: readonly XmlElement[]): List {
  const levels = new Map<number, NumberingLevel>();
  const starts = new Map<number, number>();
  for (const level of childrenOf(definition, 'w:lvl')) levels.set(Number(level.attributes['ilvl']), readLevel(level));
  for (const override of overrides) {
    const depth = Number(override.attributes['ilvl']);
    const level = childOf(override, 'w:lvl');
    if (level) levels.set(depth, readLevel(level));
    const start = numberOf(override, 'w:startOverride');
    if (start !== undefined) starts.set(depth, start);
  }
  return { definition: definition.attributes['abstractNumId'] ?? '', levels, starts };
}

function readLevel(element: XmlElement): NumberingLevel {
  const suffix = settingOf(element, 'w:suff');
  return {
    start: numberOf(element, 'w:start') ?? 0,
    format: settingOf(element, 'w:numFmt') ?? formatOfChoice(element) ?? 'decimal',
    text: settingOf(element, 'w:lvlText') ?? '',
    suffix: suffix === 'nothing' || suffix === 'space' ? suffix : 'tab',
    restart: numberOf(element, 'w:lvlRestart'),
    legal: isOn(element, 'w:isLgl') ?? false,
    hidden: isOn(childOf(element, 'w:rPr'), 'w:vanish') ?? false,
    style: settingOf(element, 'w:pStyle'),
  };
}

/** Formats newer than the standard come with one that all programs know. */
function formatOfChoice(element: XmlElement): string | undefined {
  const alternatives = childOf(element, 'mc:AlternateContent');
  if (!alternatives) return undefined;
  const known = childOf(alternatives, 'mc:Fallback') ?? elementsOf(alternatives)[0];
  return settingOf(known, 'w:numFmt');
}
