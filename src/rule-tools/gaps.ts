/** What reports say and no rule knows: units after numbers, words before figures that may say how to read them, names of no concept. */

import type { Engine } from '../engine/engine.ts';
import type { JudgedSentence } from '../judge/figure.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Document } from '../model/document.ts';
import { type Span, sliceOf } from '../model/span.ts';
import { stages } from '../pipeline/stages.ts';
import { positionAt } from '../text/positions.ts';

export type Gap = { words: string; count: number; contexts: readonly string[] };

export type Gaps = { reports: number; units: readonly Gap[]; cues: readonly Gap[]; names: readonly Gap[] };

/** So many names of no concept are shown, and none that stands only once. */
const MOST_NAMES = 20;
const FEWEST_TIMES = 2;

/** So many places are shown. */
const MOST_CONTEXTS = 3;
const CONTEXT_REACH = 12;

type GapTally = Map<string, { count: number; contexts: string[] }>;

export async function findGaps(documents: AsyncIterable<Document>, engine: Engine): Promise<Gaps> {
  const [units, cues, names]: [GapTally, GapTally, GapTally] = [new Map(), new Map(), new Map()];
  const known = knownWords(engine.pack);
  let reports = 0;
  for await (const document of documents) {
    reports++;
    const made = stages(document, engine);
    const { text, spanOf } = made.normalize;
    for (const { unit, span } of made.unknownUnits) count(units, unit, spanOf(span), document);
    for (const span of unknownCues(made.judge, known)) count(cues, sliceOf(text, span), spanOf(span), document);
    for (const { name, concept, span } of made.resolve)
      if (name !== null && concept === null) count(names, name, spanOf(span), document);
  }
  return { reports, units: ordered(units), cues: ordered(cues), names: frequent(ordered(names)) };
}

function knownWords({ classes, status }: RulePack): Set<string> {
  const { promised: _, plannable: __, signs: ___, ...lists } = status;
  return new Set([...classes.values(), ...Object.values(lists)].flatMap(({ words }) => [...words]));
}

/** Verbs, adverbs and prepositions directly before a figure that no class holds and no rule has taken in. */
function unknownCues(judged: readonly JudgedSentence[], known: ReadonlySet<string>): Span[] {
  return judged.flatMap(({ figures, words }) =>
    figures.flatMap(({ quantity: { span, unit }, matches }) => {
      const word = words.until(span.start);
      if (!unit || unit.dimension === 'time' || !word || !/^(?:v|vn|d|ad|p)$/.test(word.tag) || known.has(word.text))
        return [];
      const start = span.start - word.text.length;
      return matches.some((match) => match.span.start <= start) ? [] : [{ start, end: span.start }];
    }),
  );
}

function count(tally: GapTally, words: string, span: Span, { text, name, positions }: Document): void {
  const entry = tally.get(words) ?? { count: 0, contexts: [] };
  tally.set(words, entry);
  entry.count++;
  if (entry.contexts.length >= MOST_CONTEXTS) return;
  const around = text.slice(Math.max(0, span.start - CONTEXT_REACH), span.end + CONTEXT_REACH).replace(/\s+/g, ' ');
  entry.contexts.push(`${name}:${positionAt(positions, span.start).line} …${around}…`);
}

const frequent = (names: readonly Gap[]): Gap[] =>
  names.filter((name) => name.count >= FEWEST_TIMES).slice(0, MOST_NAMES);

const ordered = (tally: GapTally): Gap[] =>
  [...tally]
    .map(([words, entry]) => ({ words, ...entry }))
    .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1));
