/** What each stage yields, as rows for reading. */

import type { Engine } from '../../engine/engine.ts';
import type { FigureMatches } from '../../judge/match.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { lex } from '../../lex/index.ts';
import type { Document } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import { type Span, sliceOf } from '../../model/span.ts';
import type { Token } from '../../model/token.ts';
import { normalise } from '../../pipeline/findings.ts';
import { extractDocument, matchWords } from '../../pipeline/stages.ts';
import { wordIndex } from '../../segment/word-index.ts';
import { structure } from '../../structure/index.ts';
import type { Stage } from '../options.ts';

/** `span` and `text` are null for what has no place in the text. */
export type StageRow = { type: string; span: Span | null; text: string | null; details: object };

export type Bench = {
  document: Document;
  pack: RulePack;
  /** The segmenter is loaded by the first stage that needs it. */
  engine: () => Engine;
};

export const STAGE_ROWS: Record<Stage, (bench: Bench) => StageRow[]> = {
  decode: ({ document }) => {
    const { text, blocks, positions, ...facts } = document;
    return [
      about('document', facts),
      ...blocks.map(({ span, ...details }) => placed('block', document.text, span, details)),
    ];
  },

  structure: ({ document, pack }) => {
    const { text, headings, sentences, metadata } = structure(document, pack);
    return [
      about('metadata', metadata),
      ...headings.map(({ titleSpan, ...details }) => placed('heading', text, titleSpan, details)),
      ...sentences.map(({ span, ...details }) => placed('sentence', text, span, details)),
    ];
  },

  lex: ({ document: { text }, pack }) => {
    const { quantities, masks } = lex(text, pack);
    return [...quantities, ...masks]
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ type, span, ...details }) => placed(type, text, span, details));
  },

  segment: (bench) => {
    const { report, lexed } = read(bench);
    const { segment } = bench.engine();
    const opaque = lexed.quantities.map(({ span }) => span);
    return report.sentences.map(({ span }) => {
      const words = wordIndex(report.text, span, opaque, segment);
      return placed('sentence', report.text, span, { words: wordsIn(span, words.from) });
    });
  },

  match: (bench) => {
    const { report, lexed } = read(bench);
    return matchWords(report, lexed, bench.pack, bench.engine().segment).flatMap(({ figures }) =>
      figures.map((figure) => figureRow(report.text, figure)),
    );
  },

  normalise: (bench) => {
    const { report, lexed } = read(bench);
    const matched = matchWords(report, lexed, bench.pack, bench.engine().segment);
    const { indicators, placeholders, domains } = normalise(report, lexed, matched, bench.pack);
    return [
      ...indicators.map(({ span, ...details }) => placed('indicator', report.text, span, details)),
      ...placeholders.map(({ span, ...details }) => placed('placeholder', report.text, span, details)),
      ...domains.report.map((domain) => about('domain', domain)),
    ];
  },

  validate: ({ document, engine }) => {
    const { report, sections, indicators, placeholders, domains, diagnostics } = extractDocument(document, engine());
    return [
      about('report', report),
      ...sections.map(({ titleSpan, title, ...details }) => ({
        type: 'section',
        span: titleSpan,
        text: title,
        details,
      })),
      ...indicators.map(({ span, text, ...details }) => ({ type: 'indicator', span, text, details })),
      ...placeholders.map(({ span, text, ...details }) => ({ type: 'placeholder', span, text, details })),
      ...domains.map((domain) => about('domain', domain)),
      ...diagnostics.map(({ span, ...details }) => ({ type: 'diagnostic', span, text: null, details })),
    ];
  },
};

const about = (type: string, details: object): StageRow => ({ type, span: null, text: null, details });

const placed = (type: string, text: string, span: Span, details: object): StageRow => ({
  type,
  span,
  text: sliceOf(text, span),
  details,
});

function read({ document, pack }: Bench): { report: Report; lexed: ReturnType<typeof lex> } {
  const report = structure(document, pack);
  return { report, lexed: lex(report.text, pack) };
}

/** `word/tag`, as segmenters print it. */
function wordsIn({ start, end }: Span, from: (at: number) => Token | undefined): string[] {
  const words: string[] = [];
  for (let at = start; at < end; at++) {
    const token = from(at);
    if (token) words.push(`${token.text}/${token.tag}`);
  }
  return words;
}

function figureRow(text: string, { quantity, matches }: FigureMatches): StageRow {
  const rules = matches.map(({ rule, span, captures }) => ({
    id: rule.id,
    priority: rule.priority,
    emit: rule.verdict,
    matched: sliceOf(text, span),
    captures: Object.fromEntries([...captures].map(([name, capture]) => [name, sliceOf(text, capture)])),
  }));
  return placed('figure', text, quantity.span, { rules });
}
