/** `track --format html`: what became of targets, as dot plots by region, place by place, one by one, and the sentences of both sides. In pieces. */
import { GRID_PAGE_WORDS, TRACK_NOTE_LABELS } from '../messages/grid-page.ts';
import type { Language } from '../messages/language.ts';
import type { Definitions } from '../observe/axes.ts';
import type { Row } from '../observe/fold.ts';
import type { TrackedTarget } from '../observe/track.ts';
import type { ReadUnit } from '../observe/units.ts';
import { shortened } from './cards.ts';
import { dotPlot } from './dots.ts';
import { type EvidenceItem, evidenceParts } from './evidence.ts';
import { gridPageFrame } from './frame.ts';
import { MOST } from './limits.ts';
import { html, type Markup } from './markup.ts';
import { shownNumber } from './numbers.ts';
import { cutPart, headPart } from './table-page.ts';
import { matterTitle, rowTitle, wayTitle } from './titles.ts';
import { type TargetGroup, type TrackPart, targetGroups, trackPartOf } from './tracked.ts';
import { verdictBar, verdictPart, verdictSign } from './verdicts.ts';

export type TrackPageSource = {
  tracked: Iterable<TrackedTarget>;
  definitions: Definitions;
  readUnit: ReadUnit;
  language: Language;
};

type TrackStyle = { definitions: Definitions; language: Language };

export function* trackPage({ tracked, definitions, readUnit, language }: TrackPageSource): Generator<string> {
  const words = GRID_PAGE_WORDS[language];
  const style = { definitions, language };
  const part = trackPartOf(tracked);
  const groups = targetGroups(part.targets, definitions, readUnit);
  const frame = gridPageFrame(words.trackTitle, language);
  const concepts = new Set(part.targets.map(({ target }) => target.concept));
  const plots = plotsOf(groups, language);
  yield frame.head;
  yield headPart(frame, words.trackTitle, [
    [part.regions, words.tiles.regions, null],
    [part.years, words.tiles.years, null],
    [concepts.size, words.tiles.concepts, plots.length > 0 ? '#plots' : null],
    [part.all, words.tiles.targets, '#list'],
  ]).text;
  yield '<main id="main">\n';
  const isCut = part.all > part.targets.length;
  yield cutPart([isCut && words.cut.targets({ shown: part.targets.length, all: part.all })], language).text;
  yield html`<section aria-labelledby="verdicts-head"><h2 id="verdicts-head">${words.verdicts}</h2>
${verdictBar(part.verdicts, words.verdicts, language)}</section>
`.text;
  for (const each of plotParts(plots, style)) yield each.text;
  for (const each of verdictMatrix(part, style)) yield each.text;
  for (const each of listParts(part, groups, style)) yield each.text;
  for (const each of evidenceParts(evidenceOf(part, style), language)) yield each.text;
  yield frame.tail;
}

type PlottedGroup = { group: TargetGroup; plot: Markup };

const plotsOf = (groups: readonly TargetGroup[], language: Language): PlottedGroup[] =>
  groups.flatMap((group) => {
    const plot = plotOf(group, language);
    return plot ? [{ group, plot }] : [];
  });

function* plotParts(plots: readonly PlottedGroup[], { definitions, language }: TrackStyle): Generator<Markup> {
  const words = GRID_PAGE_WORDS[language];
  if (plots.length === 0) return;
  yield html`<section id="plots" aria-labelledby="plots-head"><h2 id="plots-head">${words.plots}</h2>
<p class="hint">${words.plotsHint}</p>
<div class="cards">
`;
  for (const { group, plot } of plots.slice(0, MOST.charts)) {
    const { target } = group.first;
    const facts = [wayTitle({ ...target, status: 'achieved' }, language), group.unit, yearOf(target)];
    yield html`<article class="card"><h3>${matterTitle(target, definitions, language)} <span class="muted small">${facts.filter((fact) => fact !== '').join(' · ')}</span></h3>
${group.rows.length > MOST.marks ? html`<p class="caption">${words.chart.more(MOST.marks, group.rows.length)}</p>` : null}${plot}</article>
`;
  }
  yield html`</div></section>
`;
}

const yearOf = ({ year, time }: Row): string => String(year ?? (time ? `${time.from}–${time.to}` : ''));

/** Only where something can be held against something. */
function plotOf({ rows: all, first }: TargetGroup, language: Language): Markup | null {
  const rows = all.filter(({ promised, result }) => promised !== null || result !== null);
  if (!rows.some(({ promised, result }) => promised !== null && result !== null)) return null;
  const words = GRID_PAGE_WORDS[language];
  const dots = rows
    .slice(0, MOST.marks)
    .map(({ tracked: { target, result: came, verdict }, index, promised, result }) => ({
      label: shortened(target.region ?? ''),
      title: [
        target.region ?? '',
        `${words.promised} ${target.text}`,
        came ? `${words.came} ${came.text}` : words.nothing,
      ].join(' · '),
      promised,
      result,
      tone: verdict,
      evidence: `#et${index}`,
    }));
  return dotPlot(dots, `${first.target.concept}: ${words.plots}`);
}

/** Regions and years down, indicators across: a sign each. */
function* verdictMatrix({ targets }: TrackPart, { definitions, language }: TrackStyle): Generator<Markup> {
  const words = GRID_PAGE_WORDS[language];
  const columns = new Map<string, string>();
  const lines = new Map<string, { title: string; cells: Map<string, { tracked: TrackedTarget; index: number }[]> }>();
  for (const [index, tracked] of targets.entries()) {
    const { target } = tracked;
    const column = JSON.stringify([target.concept, target.matter, target.kind, target.basis]);
    const way = wayTitle({ ...target, status: 'achieved' }, language);
    columns.set(column, [matterTitle(target, definitions, language), way].filter((part) => part !== '').join(' · '));
    const key = JSON.stringify([target.region, yearOf(target)]);
    const line = lines.get(key) ?? { title: `${target.region ?? ''} ${yearOf(target)}`, cells: new Map() };
    lines.set(key, line);
    line.cells.set(column, [...(line.cells.get(column) ?? []), { tracked, index }]);
  }
  const shown = [...columns].slice(0, MOST.columns);
  yield html`<section id="matrix" aria-labelledby="matrix-head"><h2 id="matrix-head">${words.verdictMatrix}</h2>
<p class="hint">${words.verdictMatrixHint}</p>
<div class="scroll" tabindex="0" role="group" aria-labelledby="matrix-head"><table class="matrix grid-of-verdicts"><thead><tr><th scope="col" class="key k0">${words.tiles.regions}</th>${shown.map(([, title]) => html`<th scope="col">${title}</th>`)}</tr></thead><tbody>
`;
  for (const { title, cells } of [...lines.values()].slice(0, MOST.lines)) {
    yield html`<tr><th scope="row" class="key k0">${title}</th>${shown.map(
      ([column]) =>
        html`<td>${(cells.get(column) ?? []).map(({ tracked: { verdict }, index }) => html`<a href="#t${index}">${verdictSign(verdict, language)}</a>`)}</td>`,
    )}</tr>
`;
  }
  yield html`</tbody></table></div></section>
`;
}

function* listParts(
  { targets }: TrackPart,
  groups: readonly TargetGroup[],
  { definitions, language }: TrackStyle,
): Generator<Markup> {
  const gaps = gapsOf(groups, language);
  const words = GRID_PAGE_WORDS[language];
  yield html`<section id="list" aria-labelledby="list-head"><h2 id="list-head">${words.list}</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="list-head"><table class="list"><thead><tr>${[
    words.tiles.regions,
    words.tiles.years,
    words.tiles.concepts,
    words.promised,
    words.came,
    words.gap,
    words.verdicts,
  ].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead><tbody>
`;
  for (const [index, { target, result, verdict, notes }] of targets.entries()) {
    const way = wayTitle({ ...target, status: 'achieved' }, language);
    yield html`<tr id="t${index}"><th scope="row">${target.region ?? ''}</th><td>${yearOf(target)}</td><td class="name">${matterTitle(target, definitions, language)}${way !== '' && html` <span class="muted small">${way}</span>`}</td><td id="ct${index}"><a href="#et${index}">${target.text}</a></td><td id="cr${index}">${result ? html`<a href="#er${index}">${result.text}</a>` : html`<span class="muted">${words.nothing}</span>`}</td><td>${gaps.get(index) ?? null}</td><td class="name">${verdictPart(verdict, language)} ${notes.map((note) => html`<span class="badge">${TRACK_NOTE_LABELS[note][language]}</span>`)}</td></tr>
`;
  }
  yield html`</tbody></table></div></section>
`;
}

/** By target: the result less what was promised, in the unit of the indicator. */
function gapsOf(groups: readonly TargetGroup[], language: Language): Map<number, string> {
  const { points } = GRID_PAGE_WORDS[language];
  const gaps = new Map<number, string>();
  for (const { rows, unit } of groups) {
    for (const { index, promised, result } of rows) {
      if (promised === null || result === null) continue;
      const gap = Number((result - promised).toPrecision(12));
      gaps.set(index, `${gap > 0 ? '+' : ''}${shownNumber(gap)}${unit === '%' ? points : unit}`);
    }
  }
  return gaps;
}

function evidenceOf({ targets }: TrackPart, { definitions, language }: TrackStyle): EvidenceItem[] {
  return targets.flatMap(({ target, result }, index) => [
    evidence(`t${index}`, target, definitions, language),
    ...(result ? [evidence(`r${index}`, result, definitions, language)] : []),
  ]);
}

function evidence(id: string, row: Row, definitions: Definitions, language: Language): EvidenceItem {
  const { text, sentence, report, line, column, start } = row;
  const label = rowTitle(row, definitions, language);
  return { id, label, statement: { text, sentence, report, line, column, start }, hasCell: true };
}
