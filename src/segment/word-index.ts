/** Cuts a run of Han characters into words when a place in it is first asked for, and tells where words begin and end. */
import { firstAtLeast, lastAtMost } from '../model/sorted.ts';
import type { Span } from '../model/span.ts';
import type { Segmenter, Token } from '../model/token.ts';
import type { WordIndex } from '../model/word-index.ts';
import { isCommonHan } from './han.ts';

/**
 * The words of one sentence. `opaque` are stretches that words are not cut in, in text order: the quantities of the
 * report. A run that no rule asks about is never given to the segmenter.
 */
export function wordIndex(text: string, span: Span, opaque: readonly Span[], segment: Segmenter): WordIndex {
  const from = new Map<number, Token>();
  const until = new Map<number, Token>();
  let runs: Run[] | null = null;

  /** The run that the character at a place belongs to, cut into words. */
  function cutAt(at: number): Run | undefined {
    runs ??= hanRuns(text, span, opaque);
    const run = runs[lastAtMost(runs, at, ({ start }) => start)];
    if (!run || at >= run.end) return undefined;
    if (!run.isCut) cut(run);
    return run;
  }

  function cut(run: Run): void {
    run.isCut = true;
    let at = run.start;
    for (const token of segment(text.slice(run.start, run.end))) {
      from.set(at, token);
      at += token.text.length;
      until.set(at, token);
    }
  }

  return {
    from: (start) => (cutAt(start) ? from.get(start) : undefined),
    until: (end) => (cutAt(end - 1) ? until.get(end) : undefined),
    isBoundary: (at) => {
      if (!isCommonHan(text.charCodeAt(at)) || !isCommonHan(text.charCodeAt(at - 1))) return true;
      return !cutAt(at) || from.has(at);
    },
  };
}

type Run = { start: number; end: number; isCut: boolean };

function hanRuns(text: string, span: Span, opaque: readonly Span[]): Run[] {
  const runs: Run[] = [];
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
    if (end > i) runs.push({ start: i, end, isCut: false });
    i = end > i ? end : i + 1;
  }
  return runs;
}
