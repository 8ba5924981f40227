/** Verdicts as a page shows them: a sign and a word beside the colour, so that none has to tell by colour alone. */
import { VERDICT_LABELS } from '../messages/labels.ts';
import type { Language } from '../messages/language.ts';
import { type TargetVerdict, VERDICTS } from '../model/vocabulary.ts';
import { html, type Markup } from './markup.ts';
import { rounded, shownNumber } from './numbers.ts';

const SIGNS: Record<TargetVerdict, string> = {
  met: '✓',
  near: '≈',
  missed: '✗',
  unclear: '?',
  'no-result': '–',
  'not-comparable': '∅',
};

export const verdictPart = (verdict: TargetVerdict, language: Language): Markup =>
  html`<span class="verdict ${verdict}"><span aria-hidden="true">${SIGNS[verdict]}</span>${VERDICT_LABELS[verdict][language]}</span>`;

/** The sign alone, its word for those who cannot see it. */
export const verdictSign = (verdict: TargetVerdict, language: Language): Markup =>
  html`<span class="verdict ${verdict}" title="${VERDICT_LABELS[verdict][language]}"><span aria-hidden="true">${SIGNS[verdict]}</span><span class="visually-hidden">${VERDICT_LABELS[verdict][language]}</span></span>`;

/** A bar of all verdicts, and what its parts are. */
export function verdictBar(counts: ReadonlyMap<TargetVerdict, number>, title: string, language: Language): Markup {
  const all = [...counts.values()].reduce((sum, each) => sum + each, 0);
  const width = (verdict: TargetVerdict) => rounded((1000 * (counts.get(verdict) ?? 0)) / Math.max(1, all));
  let at = 0;
  const parts = VERDICTS.filter((verdict) => counts.has(verdict)).map((verdict) => {
    const part = html`<rect class="${verdict}" x="${rounded(at)}" y="0" width="${width(verdict)}" height="22"><title>${VERDICT_LABELS[verdict][language]} ${counts.get(verdict) ?? 0}</title></rect>`;
    at += width(verdict);
    return part;
  });
  return html`<svg class="stack" viewBox="0 0 1000 22" preserveAspectRatio="none" role="img" aria-label="${title}">${parts}</svg>
<ul class="verdict-legend">${VERDICTS.map((verdict) => html`<li>${verdictPart(verdict, language)} <b>${shownNumber(counts.get(verdict) ?? 0)}</b></li>`)}</ul>
`;
}
