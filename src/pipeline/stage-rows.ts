/** What each stage yields, as rows: plain data, the same for `gaige inspect` and for programs. */
import type { JudgedFigure } from '../judge/figure.ts';
import { losersOf, RULED_FIELDS } from '../judge/verdict.ts';
import { type Span, sliceOf } from '../model/span.ts';
import type { StageName } from '../model/stage-names.ts';
import { originsOf } from '../resolve/index.ts';
import type { WordIndex } from '../text/words.ts';
import type { Stages } from './stages.ts';

/** `text` is what stands at `span`; both are null for what has no place. What else there is differs from type to type. */
export type StageRow = { type: string; span: Span | null; text: string | null; [detail: string]: unknown };

export const stageRows = (stages: Stages, name: StageName): StageRow[] => ROWS[name](stages);

const ROWS: Record<StageName, (stages: Stages) => StageRow[]> = {
  decode: ({ document: { text, blocks, positions: _, ...facts } }) => [
    about('document', facts),
    ...blocks.map(({ span, ...details }) => placed('block', text, span, details)),
  ],

  structure: ({ structure: { text, headings, tables, sentences, metadata } }) => [
    about('metadata', metadata),
    ...headings.map(({ titleSpan, span: extent, ...details }) =>
      placed('heading', text, titleSpan, { extent, ...details }),
    ),
    ...tables.flatMap(({ span, captions, heads, rows }) => [
      about('table', { extent: span, heads: heads.length, rows: rows.length }),
      ...captions.map((caption) => placed('caption', text, caption, {})),
      ...[...heads, ...rows].map((row, i) =>
        placed('row', text, row.span, { head: i < heads.length, cells: row.cells.map((cell) => sliceOf(text, cell)) }),
      ),
    ]),
    ...sentences.map(({ span, ...details }) => placed('sentence', text, span, details)),
  ],

  lex: ({ document: { text }, lex: { quantities, masks } }) =>
    [...quantities, ...masks]
      .toSorted((a, b) => a.span.start - b.span.start)
      .map(({ type, span, ...details }) => placed(type, text, span, details)),

  segment: ({ document: { text }, segment }) =>
    segment.map(({ sentence: { span }, words }) => placed('sentence', text, span, { words: wordsIn(span, words) })),

  judge: ({ document: { text }, judge }) =>
    judge.flatMap(({ figures }) => figures.map((figure) => judgedRow(text, figure))),

  naming: ({ document: { text }, naming }) =>
    naming.flatMap(({ figures }) =>
      figures.map(({ quantity, left, right, name, nameOrigin }) =>
        placed('figure', text, quantity.span, {
          name: name?.text ?? null,
          nameSpan: name?.span ?? null,
          origin: nameOrigin,
          left: sliceOf(text, left),
          right: sliceOf(text, right),
        }),
      ),
    ),

  resolve: ({ document: { text }, resolve }) =>
    resolve.map((indicator) => {
      const { span, decided: _, ...details } = indicator;
      return placed('indicator', text, span, { ...details, origins: originsOf(indicator) });
    }),

  masks: ({ document: { text }, masks }) =>
    masks.map(({ mask: { type, span, ...mask }, context, judgement }) =>
      placed(type, text, span, { ...mask, context: context?.id ?? null, judgement }),
    ),

  placeholders: ({ document: { text }, placeholders }) =>
    placeholders.map(({ span, ...details }) => placed('placeholder', text, span, details)),

  domains: ({ structure: { text, headings }, domains }) => [
    ...headings.map(({ titleSpan }, i) => placed('heading', text, titleSpan, { domains: domains.sections[i] ?? [] })),
    ...domains.report.map((domain) => about('domain', domain)),
  ],

  validate: ({ validate: { report, sections, indicators, placeholders, domains, diagnostics } }) => [
    about('report', report),
    ...sections.map(({ titleSpan, title, span: extent, ...details }) => ({
      type: 'section',
      span: titleSpan,
      text: title,
      extent,
      ...details,
    })),
    ...indicators.map(({ span, text, ...details }) => ({ type: 'indicator', span, text, ...details })),
    ...placeholders.map(({ span, text, ...details }) => ({ type: 'placeholder', span, text, ...details })),
    ...domains.map((domain) => about('domain', domain)),
    ...diagnostics.map(({ span, ...details }) => ({ type: 'diagnostic', span, text: null, ...details })),
  ],
};

/** A detail never takes the place of what every row has. */
type Details = { type?: never; span?: never; text?: never; [detail: string]: unknown };

const about = (type: string, details: Details): StageRow => ({ type, span: null, text: null, ...details });

const placed = (type: string, text: string, span: Span, details: Details): StageRow => ({
  type,
  span,
  text: sliceOf(text, span),
  ...details,
});

/** `word/tag`, as segmenters print it. */
function wordsIn({ start, end }: Span, index: WordIndex): string[] {
  const words: string[] = [];
  for (let at = start; at < end; at++) {
    const token = index.from(at);
    if (token) words.push(`${token.text}/${token.tag}`);
  }
  return words;
}

function judgedRow(text: string, { quantity, matches, verdict }: JudgedFigure): StageRow {
  const rules = matches.map(({ rule, span, captures }) => ({
    id: rule.id,
    priority: rule.priority,
    emit: rule.emit,
    matched: sliceOf(text, span),
    captures: Object.fromEntries([...captures].map(([name, capture]) => [name, sliceOf(text, capture)])),
  }));
  const decided = RULED_FIELDS.flatMap((field) => {
    const winner = verdict[field]?.rule;
    const losers = losersOf({ matches, verdict }, field).map(({ rule }) => rule.id);
    return winner ? [[field, { value: winner.emit[field], rule: winner.id, losers }]] : [];
  });
  return placed('figure', text, quantity.span, { verdict: Object.fromEntries(decided), rules });
}
