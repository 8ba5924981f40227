/** The sentences that figures come from, by report: each cell of a page leads to one, and each leads back. */
import { VERSION } from '../built/version.ts';
import { GRID_PAGE_WORDS } from '../messages/grid-page.ts';
import type { Language } from '../messages/language.ts';
import type { Observation } from '../model/observation.ts';
import { MOST } from './limits.ts';
import { html, type Markup } from './markup.ts';

/** `id`: of the element that leads back is `c` before it, of that which is led to `e`. */
export type EvidenceItem = {
  id: string;
  /** What is said: 地区生产总值 2025. */
  label: string;
  statement: Pick<Observation, 'text' | 'sentence' | 'report' | 'line' | 'column' | 'start'>;
  /** Whether a cell of the table leads here. */
  hasCell: boolean;
};

type EvidenceSentence = { line: number; column: number; start: number; words: string; items: EvidenceItem[] };

/** In the order of the reports' names and of their texts. */
export function* evidenceParts(evidence: readonly EvidenceItem[], language: Language): Generator<Markup> {
  const words = GRID_PAGE_WORDS[language];
  yield html`<section id="evidence" class="evidence" aria-labelledby="evidence-head">
<h2 id="evidence-head">${words.evidence}</h2>
<p class="hint">${words.evidenceHint}</p>
`;
  for (const [report, sentences] of byReport(evidence)) {
    yield html`<details class="report" open><summary><bdi>${report}</bdi> <span class="badge">${sentences.length}</span></summary>
<ul class="sentences">
`;
    for (const sentence of sentences) yield sentencePart(sentence, language);
    yield html`</ul></details>
`;
  }
  yield html`</section>
<footer class="muted small">${words.madeBy(VERSION)}</footer>
`;
}

function byReport(evidence: readonly EvidenceItem[]): [report: string, sentences: EvidenceSentence[]][] {
  const reports = new Map<string, Map<string, EvidenceSentence>>();
  const inOrder = [...evidence].sort((a, b) => a.statement.start - b.statement.start);
  for (const item of inOrder) {
    const { report, sentence, line, column, start } = item.statement;
    const sentences = reports.get(report) ?? new Map<string, EvidenceSentence>();
    reports.set(report, sentences);
    // Two sentences of the same words stand in different lines.
    const key = sentence === '' ? `${start}` : `${line} ${sentence}`;
    const known = sentences.get(key) ?? { line, column, start, words: sentence, items: [] };
    sentences.set(key, known);
    known.items.push(item);
  }
  return [...reports]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([report, sentences]) => [report, [...sentences.values()]]);
}

function sentencePart({ line, column, words, items }: EvidenceSentence, language: Language): Markup {
  const { place, noSentence, toCell } = GRID_PAGE_WORDS[language];
  return html`<li><p class="place muted small">${place(line, column)}</p>
<p class="words">${
    words === ''
      ? html`<span class="muted">${noSentence}</span>`
      : litSentence(
          words,
          items.map(({ statement }) => statement.text),
        )
  }</p>
<ul class="chips">${items.map(
    ({ id, label, statement, hasCell }) =>
      html`<li id="e${id}" class="chip">${
        hasCell
          ? html`<a href="#c${id}" title="${toCell}">${label} <b>${statement.text}</b></a>`
          : html`${label} <b>${statement.text}</b>`
      }</li>`,
  )}</ul></li>
`;
}

/** Figures are lit where the sentence has them once: of two alike nothing tells which it is. */
export function litSentence(sentence: string, figures: readonly string[]): Markup[] {
  const spans = [...new Set(figures.map((text) => text.replace(/\s+/g, ' ')))]
    .map((text) => ({ start: sentence.indexOf(text), length: text.length, text }))
    .filter(({ start, length, text }) => start >= 0 && length > 0 && sentence.indexOf(text, start + 1) < 0)
    .sort((a, b) => a.start - b.start);
  const parts: Markup[] = [];
  const first = sentence.length > MOST.sentence ? Math.max(0, (spans[0]?.start ?? 0) - MOST.sentence / 4) : 0;
  const end = Math.min(sentence.length, first + MOST.sentence);
  if (first > 0) parts.push(html`…`);
  let at = first;
  for (const { start, length } of spans) {
    if (start < at || start + length > end) continue;
    parts.push(html`${sentence.slice(at, start)}<mark>${sentence.slice(start, start + length)}</mark>`);
    at = start + length;
  }
  parts.push(html`${sentence.slice(at, end)}${end < sentence.length && '…'}`);
  return parts;
}
