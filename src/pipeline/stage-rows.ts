/** What each stage yields, as rows: plain data, the same for `gaige inspect` and for programs. */
import type { JudgedFigure } from '../judge/figure.ts';
import { losersOf, RULED_FIELDS } from '../judge/verdict.ts';
import type { NormalText } from '../model/normal-text.ts';
import { type Span, sliceOf } from '../model/span.ts';
import type { StageName } from '../model/stage-names.ts';
import { placedInReport } from '../normalize/index.ts';
import { originsOf } from '../resolve/index.ts';
import type { WordIndex } from '../text/words.ts';
import type { Stages } from './stages.ts';

/** `text` is what stands at `span`; both are null for what has no place. What else there is differs from type to type. */
export type StageRow = { type: string; span: Span | null; text: string | null; [detail: string]: unknown };

export const stageRows = (stages: Stages, name: StageName): StageRow[] => ROWS[name](stages);

const ROWS: Record<StageName, (stages: Stages) => StageRow[]> = {
  decode: ({ document: { text, blocks, positions: _, ...facts } }) => [
    about('document', facts),
    ...blocks.map(({ span, ...details }) => ({ type: 'block', span, text: sliceOf(text, span), ...details })),
  ],

  normalize: ({ normalize: normal }) =>
    normal.blocks.map(({ span, ...details }) =>
      placed('block', normal, span, { ...details, reads: sliceOf(normal.text, span) }),
    ),

  structure: ({ structure: { normal, headings, tables, sentences, writtenMetadata, clues } }) => [
    about('metadata', writtenMetadata),
    ...clues.map((clue) => about('clue', clue)),
    ...headings.map(({ titleSpan, span: extent, ...details }) =>
      placed('heading', normal, titleSpan, { extent, ...details }),
    ),
    ...tables.flatMap(({ span, captions, heads, rows }) => [
      about('table', { extent: normal.spanOf(span), heads: heads.length, rows: rows.length }),
      ...captions.map((caption) => placed('caption', normal, caption, {})),
      ...[...heads, ...rows].map((row, i) =>
        placed('row', normal, row.span, {
          head: i < heads.length,
          cells: row.cells.map((cell) => sliceOf(normal.text, cell)),
        }),
      ),
    ]),
    ...sentences.map(({ span, ...details }) => placed('sentence', normal, span, details)),
  ],

  lex: ({ normalize: normal, lex: { quantities, masks } }) =>
    [...quantities, ...masks]
      .toSorted((a, b) => a.span.start - b.span.start)
      .map(({ type, span, ...details }) => placed(type, normal, span, details)),

  segment: ({ normalize: normal, segment }) =>
    segment.map(({ sentence: { span }, words }) => placed('sentence', normal, span, { words: wordsIn(span, words) })),

  judge: ({ normalize: normal, judge }) =>
    judge.flatMap(({ figures }) => figures.map((figure) => judgedRow(normal, figure))),

  naming: ({ normalize: normal, naming }) =>
    naming.flatMap(({ figures }) =>
      figures.map(({ quantity, left, right, name, nameOrigin }) =>
        placed('figure', normal, quantity.span, {
          name: name?.text ?? null,
          nameSpan: name?.span ?? null,
          origin: nameOrigin,
          left: sliceOf(normal.text, left),
          right: sliceOf(normal.text, right),
        }),
      ),
    ),

  resolve: ({ normalize: normal, resolve }) =>
    resolve.map((indicator) => {
      const { span, decided: _, ...details } = indicator;
      return placed('indicator', normal, span, { ...details, origins: originsOf(indicator) });
    }),

  masks: ({ normalize: normal, masks }) =>
    masks.map(({ mask: { type, span, ...mask }, context, judgement }) =>
      placed(type, normal, span, { ...mask, context: context?.id ?? null, judgement }),
    ),

  placeholders: ({ normalize: normal, placeholders }) =>
    placeholders.map(({ span, ...details }) => placed('placeholder', normal, span, details)),

  domains: ({ structure: { normal, headings }, domains }) => [
    ...headings.map(({ titleSpan }, i) => placed('heading', normal, titleSpan, { domains: domains.sections[i] ?? [] })),
    ...domains.report.map((domain) => about('domain', placedInReport(domain, normal))),
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

/** Spans of a stage as they are in the report. */
function placed(type: string, normal: NormalText, normalSpan: Span, details: Details): StageRow {
  const span = normal.spanOf(normalSpan);
  return { type, span, text: sliceOf(normal.document.text, span), ...placedInReport(details, normal) };
}

/** `word/tag`, as segmenters print it. */
function wordsIn({ start, end }: Span, index: WordIndex): string[] {
  const words: string[] = [];
  for (let at = start; at < end; at++) {
    const token = index.from(at);
    if (token) words.push(`${token.text}/${token.tag}`);
  }
  return words;
}

function judgedRow(normal: NormalText, { quantity, matches, verdict }: JudgedFigure): StageRow {
  const { text } = normal;
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
  return placed('figure', normal, quantity.span, { verdict: Object.fromEntries(decided), rules });
}
