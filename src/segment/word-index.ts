/** Cuts a run of Han characters into words when a place in it is first asked for, and tells where words begin and end. */

import type { Lexed } from '../model/quantity.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Segmenter, Token } from '../model/token.ts';
import { firstAtLeast, lastAtMost } from '../text/sorted.ts';
import type { SegmentedSentence, WordIndex } from '../text/words.ts';
import { isCommonHan } from './han.ts';

/** The sentences of a report, each with its words. What the lexer took for a quantity is never cut. */
export function segmentSentences(
  { text, sentences }: Pick<Report, 'text' | 'sentences'>,
  { quantities }: Pick<Lexed, 'quantities'>,
  segment: Segmenter,
): SegmentedSentence[] {
  const opaque = quantities.map(({ span }) => span);
  return sentences.map((sentence) => ({ sentence, words: new SentenceWords(text, sentence.span, opaque, segment) }));
}

/**
 * The words of one sentence. `opaque` are stretches that words are not cut in, in text order: the quantities of the
 * report. A run that no rule asks about is never given to the segmenter.
 */
class SentenceWords implements WordIndex {
  readonly #text: string;
  readonly #span: Span;
  readonly #opaque: readonly Span[];
  readonly #segment: Segmenter;
  #runs: HanRun[] | null = null;
  /** The run that was asked about last: the next question is mostly about it too. */
  #last: CutRun | null = null;

  constructor(text: string, span: Span, opaque: readonly Span[], segment: Segmenter) {
    this.#text = text;
    this.#span = span;
    this.#opaque = opaque;
    this.#segment = segment;
  }

  from(start: number): Token | undefined {
    const run = this.#runAt(start);
    return run?.words[indexOf(run.starts, start)];
  }

  until(end: number): Token | undefined {
    const run = this.#runAt(end - 1);
    if (!run) return undefined;
    return end === run.end ? run.words.at(-1) : run.words[indexOf(run.starts, end) - 1];
  }

  isBoundary(at: number): boolean {
    if (!isCommonHan(this.#text.charCodeAt(at)) || !isCommonHan(this.#text.charCodeAt(at - 1))) return true;
    const run = this.#runAt(at);
    return !run || indexOf(run.starts, at) >= 0;
  }

  /** The run that the character at a place belongs to, cut into words. */
  #runAt(at: number): CutRun | null {
    if (this.#last && at >= this.#last.start && at < this.#last.end) return this.#last;
    this.#runs ??= hanRuns(this.#text, this.#span, this.#opaque);
    const run = this.#runs[lastAtMost(this.#runs, at, startOf)];
    if (!run || at >= run.end) return null;
    this.#last = cutRun(run, this.#text, this.#segment);
    return this.#last;
  }
}

/** Words and the places where they start, once the run is cut. */
type HanRun = Span & { words: readonly Token[] | null; starts: readonly number[] };
type CutRun = HanRun & { words: readonly Token[] };

const startOf = ({ start }: Span): number => start;

const itself = (value: number): number => value;

function indexOf(starts: readonly number[], at: number): number {
  const index = firstAtLeast(starts, at, itself);
  return starts[index] === at ? index : -1;
}

function cutRun(run: HanRun, text: string, segment: Segmenter): CutRun {
  if (run.words) return run as CutRun;
  run.words = segment(text.slice(run.start, run.end));
  let at = run.start;
  run.starts = run.words.map((word) => {
    const start = at;
    at += word.text.length;
    return start;
  });
  return run as CutRun;
}

function hanRuns(text: string, span: Span, opaque: readonly Span[]): HanRun[] {
  const runs: HanRun[] = [];
  let next = firstAtLeast(opaque, span.start + 1, ({ end }) => end);
  for (let i = span.start; i < span.end; ) {
    const hole = opaque[next];
    if (hole && i >= hole.start) {
      i = Math.max(i, hole.end);
      next++;
      continue;
    }
    const limit = Math.min(span.end, hole?.start ?? span.end);
    let end = i;
    while (end < limit && isCommonHan(text.charCodeAt(end))) end++;
    if (end > i) runs.push({ start: i, end, words: null, starts: [] });
    i = end > i ? end : i + 1;
  }
  return runs;
}
