/** The text as the rules look at it: paragraphs whole, no characters of no width, one script; with the way back to the report's own. */

import { lineRuleOf } from '../knowledge/boilerplate/line.ts';
import type { Boilerplate } from '../knowledge/boilerplate/table.ts';
import { type CharacterCensus, census, droppedIn, simplify } from '../knowledge/script/variants.ts';
import type { Block, Document } from '../model/document.ts';
import type { NormalText } from '../model/normal-text.ts';
import type { Span } from '../model/span.ts';
import { fileOffsetAt, textOffsetAt } from '../text/positions.ts';
import { composeRuns, type Rewritten, rewrite, type TextEdit } from '../text/rewrite.ts';
import { firstAtLeast } from '../text/sorted.ts';
import { afterJoining } from './width.ts';
import { type Join, joinsIn, type WrapRules } from './wrap.ts';
import { scribe } from './written.ts';

/** Costs next to nothing where a text is normal already, as most are: then it is the document's own. */
export function normalize(document: Document, rules: WrapRules): NormalText {
  const { text, blocks } = document;
  const characters = census(text);
  const { joins, width } = joinsIn(text, blocks, rules);
  if (characters.dropped === 0 && joins.length === 0)
    return normalText(document, inSimplifiedScript(text, characters), blocks, itself, itself);
  const rewritten = rewrite(text, characters.dropped > 0 ? editsOf(text, joins) : joins.map(cutOut));
  const joined = joinedBlocks(blocks, joins, rewritten, rules.boilerplate);
  const { runs, ...whole } =
    width === null || joins.length > MOST_JOINED * blocks.length
      ? { ...rewritten, blocks: joined }
      : wrappedBefore(rewritten, joined, width, rules);
  const spanOf = ({ start, end }: Span): Span => {
    const first = fileOffsetAt(runs, start);
    return { start: first, end: start < end ? fileOffsetAt(runs, end - 1) + 1 : first };
  };
  return normalText(document, inSimplifiedScript(whole.text, characters), whole.blocks, spanOf, (at) =>
    offsetIn({ runs, text: whole.text }, at),
  );
}

/** Lines that were cut in up to four are joined to no more than this share; of paragraphs most are of more lines. */
const MOST_JOINED = 0.75;

/** A text that was wrapped once more, at a lesser width, has lines at the width that it had before. */
function wrappedBefore(
  rewritten: Rewritten,
  blocks: readonly Block[],
  width: number,
  rules: WrapRules,
): Rewritten & { blocks: readonly Block[] } {
  const { joins, width: widthBefore } = joinsIn(rewritten.text, blocks, rules, afterJoining(width));
  if (widthBefore === null || joins.length === 0) return { ...rewritten, blocks };
  const again = rewrite(rewritten.text, joins.map(cutOut));
  return {
    text: again.text,
    runs: composeRuns(again.runs, rewritten.runs),
    blocks: joinedBlocks(blocks, joins, again, rules.boilerplate),
  };
}

/** Field by field: all stages read these, and what is spread first and added to is a new shape of object for each report. */
const normalText = (
  document: Document,
  { text, isFolded, simplified, asWritten }: SimplifiedText,
  blocks: readonly Block[],
  spanOf: NormalText['spanOf'],
  offsetOf: NormalText['offsetOf'],
): NormalText => ({ text, isFolded, simplified, asWritten, document, blocks, spanOf, offsetOf });

type SimplifiedText = Pick<NormalText, 'text' | 'isFolded' | 'simplified' | 'asWritten'>;

/** All that may come to stand together in the normal text does so here. Costs less, and needs no blocks. */
export function runTogether(text: string): string {
  const dense = text.replace(/\s+/g, '');
  const characters = census(dense);
  return simplify(characters.dropped > 0 ? rewrite(dense, editsOf(dense, [])).text : dense, characters);
}

/** A text in simplified script, character for character, with the way back for words of it. */
export function inSimplifiedScript(written: string, characters: CharacterCensus = census(written)): SimplifiedText {
  const text = simplify(written, characters);
  return { text, isFolded: text !== written, simplified: simplify, asWritten: scribe(written, text) };
}

const itself = <T>(place: T): T => place;

/** What leaves the text: between halves of a paragraph all, elsewhere the characters of no width. */
function* editsOf(text: string, joins: readonly Join[]): Generator<TextEdit> {
  let at = 0;
  for (const join of joins) {
    for (const place of droppedIn(text, at, join.start)) yield { start: place, end: place + 1, text: '' };
    yield cutOut(join);
    at = join.end;
  }
  for (const place of droppedIn(text, at, text.length)) yield { start: place, end: place + 1, text: '' };
}

const cutOut = ({ start, end, gap }: Join): TextEdit => ({ start, end, text: gap });

/** The offset in the new text of one in the old. */
const offsetIn = ({ text, runs }: Rewritten, at: number): number => Math.min(textOffsetAt(runs, at), text.length);

function joinedBlocks(
  blocks: readonly Block[],
  joins: readonly Join[],
  rewritten: Rewritten,
  boilerplate: Boilerplate,
): Block[] {
  const joined: Block[] = [];
  // A whole report on one line has its byline in the first that it was cut into.
  const isOfReport = (line: string) => lineRuleOf(line, boilerplate) === null;
  for (let i = 0; i < blocks.length; i++) {
    const first = blocks[i];
    if (!first) break;
    let last = first;
    for (let join = joinFrom(joins, i); join; join = joinFrom(joins, i)) {
      i = join.after;
      last = blocks[i] ?? last;
    }
    const start = offsetIn(rewritten, first.span.start);
    const end = offsetIn(rewritten, last.span.end);
    const isText = last !== first && first.role === 'boilerplate' && isOfReport(rewritten.text.slice(start, end));
    if (start < end) joined.push({ ...first, role: isText ? 'text' : first.role, span: { start, end } });
  }
  return joined;
}

function joinFrom(joins: readonly Join[], block: number): Join | undefined {
  const join = joins[firstAtLeast(joins, block, ({ before }) => before)];
  return join?.before === block ? join : undefined;
}

/** Values with spans of a normal text, as they are with spans of the report's text: in rows and other plain data. */
export function placedInReport<T>(value: T, normal: NormalText): T {
  if (normal.spanOf === itself) return value;
  return placed(value, normal) as T;
}

function placed(value: unknown, normal: NormalText): unknown {
  if (Array.isArray(value)) return value.map((each) => placed(each, normal));
  if (value === null || typeof value !== 'object') return value;
  if (isSpan(value)) return normal.spanOf(value);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, placed(each, normal)]));
}

const isSpan = (value: object): value is Span =>
  'start' in value && 'end' in value && Object.keys(value).length === 2 && typeof value.start === 'number';
