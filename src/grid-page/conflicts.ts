/** Where reports disagree: what each of them says, and where. */
import { FOLD_RULE_LABELS, GRID_PAGE_WORDS } from '../messages/grid-page.ts';
import type { Language } from '../messages/language.ts';
import type { Observation } from '../model/observation.ts';
import type { Definitions } from '../observe/axes.ts';
import type { Row } from '../observe/fold.ts';
import { litSentence } from './evidence.ts';
import { MOST } from './limits.ts';
import { html, type Markup } from './markup.ts';
import { rowTitle } from './titles.ts';

/** `conflicts`: no more than are to be shown. */
export function* conflictParts(
  conflicts: readonly Row[],
  definitions: Definitions,
  language: Language,
): Generator<Markup> {
  const words = GRID_PAGE_WORDS[language];
  yield html`<section id="conflicts" aria-labelledby="conflicts-head">
<h2 id="conflicts-head">${words.conflicts}</h2>
<p class="hint">${conflicts.length > 0 ? words.conflictsHint : words.noConflicts}</p>
`;
  if (conflicts.length > 0) yield html`<div class="conflicts">\n`;
  for (const row of conflicts) {
    const others = row.alternatives.slice(0, MOST.statements);
    yield html`<article class="conflict"><h3>${rowTitle(row, definitions, language)}</h3><ul>
${statement(row, '', language)}${others.map(({ observation, rule }) =>
  statement(observation, FOLD_RULE_LABELS[rule][language], language),
)}</ul></article>
`;
  }
  if (conflicts.length > 0) yield html`</div>\n`;
  yield html`</section>\n`;
}

const statement = (said: Observation, why: string, language: Language): Markup =>
  html`<li><b>${said.text}</b> ${why === '' ? null : html`<span class="badge">${why}</span>`} <span class="muted small"><bdi title="${said.report}">${nameOf(said.report)}</bdi>, ${GRID_PAGE_WORDS[language].place(said.line, said.column)}</span><br><span class="words">${litSentence(said.sentence, [said.text])}</span></li>
`;

/** The last part of a path; the whole is told to whoever points at it. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
