/** Numbers that Word generates for lists (一、 （一） 1.): they are not in the text of the file, and no reader of the report would do without. */
import { childOf, childrenOf, elementsOf, type XmlElement } from '../xml.ts';
import { formatNumber } from './number-formats.ts';
import { isOn, type ListPlace, numberOf, valueOf } from './properties.ts';
import type { Style, Styles } from './styles.ts';

type Level = {
  start: number;
  format: string;
  /** `（%1）`: %k stands for the number of level k. */
  text: string;
  suffix: string;
  /** Starts again after this level (from 1); 0 never; undefined after every higher one. */
  restart: number | undefined;
  /** All numbers as digits. */
  legal: boolean;
  hidden: boolean;
  /** The paragraph style that this level belongs to. */
  style: string | undefined;
};

/** A list as it is counted: lists made from one definition share its counts. */
type List = {
  definition: string;
  levels: ReadonlyMap<number, Level>;
  /** Levels where this list begins anew. */
  starts: ReadonlyMap<number, number>;
};

/** The marker of the next paragraph at a place in a list, with the blank after it; '' for none. To be asked once for each, in order. */
export type NextMarker = (place: ListPlace, style: Style) => string;

export function markerCounter(part: XmlElement | undefined, styles: Styles): NextMarker {
  const lists = readLists(part, styles);
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (place, style) => {
    const number = place.number ?? style.list.number;
    const list = number === undefined ? undefined : lists(number);
    if (!list) return '';
    const depth = depthOf(place, style, list);
    const level = list.levels.get(depth);
    if (!level) return '';
    const count = counts.get(list.definition) ?? [];
    counts.set(list.definition, count);
    const start = begun.has(`${number} ${depth}`) ? undefined : list.starts.get(depth);
    begun.add(`${number} ${depth}`);
    count[depth] = start ?? (count[depth] ?? level.start - 1) + 1;
    restartDeeper(count, depth, list.levels);
    return markerOf(level, count, list.levels);
  };
}

/** A style may stand for a level of its list. */
function depthOf(place: ListPlace, style: Style, { levels }: List): number {
  if (place.level !== undefined) return place.level;
  if (place.number !== undefined) return 0;
  for (const [depth, level] of levels) if (level.style === style.id) return depth;
  return style.list.level ?? 0;
}

function restartDeeper(count: (number | undefined)[], depth: number, levels: ReadonlyMap<number, Level>): void {
  for (let deeper = depth + 1; deeper < count.length; deeper++) {
    const restart = levels.get(deeper)?.restart;
    if (restart === undefined || depth < restart) count[deeper] = undefined;
  }
}

function markerOf(level: Level, count: readonly (number | undefined)[], levels: ReadonlyMap<number, Level>): string {
  // A bullet says no more than that there is a list.
  if (level.hidden || level.format === 'bullet') return '';
  const words = level.text.replace(/%([1-9])/g, (_, k: string) => {
    const other = levels.get(Number(k) - 1);
    if (!other) return '';
    const format = level.legal && other.format !== 'none' ? 'decimal' : other.format;
    return formatNumber(count[Number(k) - 1] ?? other.start, format);
  });
  return words && words + gapAfter(words, level.suffix);
}

/** Full-width signs have their blank within; `1.` and 2024年 must not run into one number. */
const gapAfter = (words: string, suffix: string): string =>
  suffix === 'nothing' || /[、．。，：）】〕》\s]$/.test(words) ? '' : ' ';

function readLists(part: XmlElement | undefined, styles: Styles): (number: number) => List | undefined {
  const definitions = new Map(childrenOf(part, 'w:abstractNum').map((each) => [each.attributes['abstractNumId'], each]));
  const numbers = new Map(childrenOf(part, 'w:num').map((each) => [Number(each.attributes['numId']), each]));
  const known = new Map<number, List | undefined>();
  const read = (number: number): List | undefined => {
    const element = numbers.get(number);
    const found = element && definitions.get(valueOf(element, 'w:abstractNumId'));
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
  const link = valueOf(definition, 'w:numStyleLink');
  if (link === undefined) return definition;
  const linked = [...definitions.values()].find((each) => valueOf(each, 'w:styleLink') === link);
  const number = numbers.get(styles(link).list.number ?? -1);
  return linked ?? definitions.get(valueOf(number, 'w:abstractNumId')) ?? definition;
}

function readList(definition: XmlElement, overrides: readonly XmlElement[]): List {
  const levels = new Map<number, Level>();
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

function readLevel(element: XmlElement): Level {
  return {
    start: numberOf(element, 'w:start') ?? 0,
    format: valueOf(element, 'w:numFmt') ?? formatOfChoice(element) ?? 'decimal',
    text: valueOf(element, 'w:lvlText') ?? '',
    suffix: valueOf(element, 'w:suff') ?? 'tab',
    restart: numberOf(element, 'w:lvlRestart'),
    legal: isOn(element, 'w:isLgl') ?? false,
    hidden: isOn(childOf(element, 'w:rPr'), 'w:vanish') ?? false,
    style: valueOf(element, 'w:pStyle'),
  };
}

/** Formats newer than the standard come with one that all programs know. */
function formatOfChoice(element: XmlElement): string | undefined {
  const alternatives = childOf(element, 'mc:AlternateContent');
  if (!alternatives) return undefined;
  const known = childOf(alternatives, 'mc:Fallback') ?? elementsOf(alternatives)[0];
  return valueOf(known, 'w:numFmt');
}
