/** Cuts a sentence into words when the first word of it is asked for, and tells where words begin and end. */
import type { Span } from '../model/span.ts';
import type { Segmenter, Token } from '../model/token.ts';
import type { WordIndex } from '../model/word-index.ts';

const HAN_RUN = /[\u4e00-\u9fff]+/g;

/** `opaque` are stretches that words are not cut in: quantities and masks. */
export function wordIndex(text: string, span: Span, opaque: readonly Span[], segment: Segmenter): WordIndex {
  let words: { from: Map<number, Token>; until: Map<number, Token>; inside: Set<number> } | null = null;
  const cut = () => {
    words ??= cutWords(text, span, opaque, segment);
    return words;
  };
  return {
    from: (start) => cut().from.get(start),
    until: (end) => cut().until.get(end),
    isBoundary: (at) => !cut().inside.has(at),
  };
}

function cutWords(text: string, span: Span, opaque: readonly Span[], segment: Segmenter) {
  const from = new Map<number, Token>();
  const until = new Map<number, Token>();
  const inside = new Set<number>();
  for (const run of runsBetween(span, opaque)) {
    for (const match of text.slice(run.start, run.end).matchAll(HAN_RUN)) {
      let at = run.start + match.index;
      for (const token of segment(match[0])) {
        from.set(at, token);
        for (let i = 1; i < token.text.length; i++) inside.add(at + i);
        at += token.text.length;
        until.set(at, token);
      }
    }
  }
  return { from, until, inside };
}

function runsBetween(span: Span, opaque: readonly Span[]): Span[] {
  const runs: Span[] = [];
  let start = span.start;
  for (const hole of opaque) {
    if (hole.end <= start || hole.start >= span.end) continue;
    runs.push({ start, end: hole.start });
    start = hole.end;
  }
  runs.push({ start, end: span.end });
  return runs.filter((run) => run.start < run.end);
}
