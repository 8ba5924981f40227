/** Reports as rows: what each says of the headline indicators, and what is left unfilled. */
import { REPORT_KIND_LABELS } from '../../../messages/labels.ts';
import { REPORT_KINDS } from '../../../model/vocabulary.ts';
import type { HeadlineFigure } from '../../index-data.ts';
import { h } from '../shared/dom.ts';
import { filterForm } from '../shared/filter-form.ts';
import { MOST_PRINTED, rowList } from '../shared/virtual.ts';
import { checkbox, searchField, selectField } from './fields.ts';
import { type IndexContext, type IndexReport, nameOf, type ReportSort, shownReports } from './state.ts';

export type IndexPart = { elements: readonly HTMLElement[]; refresh: () => void };

export function overview(context: IndexContext): IndexPart {
  const { store, reports } = context;
  const words = context.words();
  const language = context.language();
  const set = (change: object) => store.set({ reportFilter: { ...store.get().reportFilter, ...change } });
  const { reportFilter } = store.get();
  const years = [...new Set(reports.flatMap(({ entry }) => entry.report.year ?? []))].sort((a, b) => b - a);
  const kinds = REPORT_KINDS.filter((kind) => reports.some(({ entry }) => entry.report.kind === kind));
  const count = h('output', { class: 'count' });
  const form = filterForm(
    'filters wide',
    words.filters,
    searchField(words.search, words.searchReports, reportFilter.text, (text) => set({ text })),
    selectField(
      words.year,
      words.all,
      years.map((year) => ({ value: String(year), label: String(year) })),
      reportFilter.year,
      (year) => set({ year }),
    ),
    selectField(
      words.reportKind,
      words.all,
      kinds.map((kind) => ({ value: kind, label: REPORT_KIND_LABELS[kind][language] })),
      reportFilter.kind,
      (kind) => set({ kind }),
    ),
    checkbox(words.leftOnly, reportFilter.left, (left) => set({ left })),
    count,
  );
  const concepts = shownConcepts(context);
  let shown = shownReports(context);
  const body = h('tbody');
  const heads = headRow(concepts, context);
  const table = h(
    'table',
    { class: 'matrix', 'aria-label': words.overview },
    h('thead', {}, h('tr', {}, ...heads.map(({ element }) => element))),
    body,
  );
  const viewport = h(
    'div',
    { class: 'rows', tabindex: 0, role: 'region', 'aria-label': words.overview },
    table,
    h('p', { class: 'empty muted', hidden: true }, words.nothingFits),
  );
  const rows = rowList(viewport, body, (i) => rowOf(shown[i], i, concepts, context), MOST_PRINTED);
  const refresh = () => {
    shown = shownReports(context);
    const { sort } = store.get();
    for (const { element, by } of heads)
      if (by) element.setAttribute('aria-sort', sort.by === by ? (sort.falls ? 'descending' : 'ascending') : 'none');
    table.setAttribute('aria-rowcount', String(shown.length + 1));
    count.textContent = words.countOf(shown.length, reports.length);
    context.announce(words.countOf(shown.length, reports.length));
    viewport.lastElementChild?.toggleAttribute('hidden', shown.length > 0);
    rows.show(shown.length);
  };
  const off = store.on(['reportFilter', 'sort'], () => (table.isConnected ? refresh() : off()));
  return { elements: [form, viewport], refresh };
}

type ShownConcept = { id: string; label: string };

/** Those of the headline indicators that any report speaks of. */
function shownConcepts({ index, reports, language }: IndexContext): ShownConcept[] {
  const spoken = new Set(reports.flatMap(({ entry }) => entry.headlines.map(({ concept }) => concept)));
  const labels = new Map(index.concepts.map(({ id, label }) => [id, label[language()]]));
  return index.headlines.filter((id) => spoken.has(id)).map((id) => ({ id, label: labels.get(id) ?? id }));
}

type ColumnHead = { element: HTMLElement; by: ReportSort['by'] | null };

function headRow(concepts: readonly ShownConcept[], context: IndexContext): ColumnHead[] {
  const words = context.words();
  return [
    sortHead('report', words.report, context),
    sortHead('year', words.year, context),
    sortHead('indicators', words.types.indicator, context),
    sortHead('placeholders', words.types.placeholder, context),
    ...concepts.map(({ label }) => ({ by: null, element: h('th', { scope: 'col', class: 'concept' }, label) })),
  ];
}

function sortHead(by: ReportSort['by'], label: string, { store }: IndexContext): ColumnHead {
  const sort = () => {
    const before = store.get().sort;
    store.set({
      sort:
        before.by !== by ? { by, falls: false } : before.falls ? { by: 'order', falls: false } : { by, falls: true },
    });
  };
  const button = h(
    'button',
    { type: 'button', onclick: sort },
    label,
    h('span', { class: 'arrow', 'aria-hidden': 'true' }),
  );
  return { by, element: h('th', { scope: 'col', class: by, 'aria-sort': 'none' }, button) };
}

function rowOf(
  report: IndexReport | undefined,
  i: number,
  concepts: readonly ShownConcept[],
  context: IndexContext,
): HTMLElement {
  if (!report) return h('tr');
  const words = context.words();
  const { entry, page } = report;
  const { title, name, year, region } = entry.report;
  const figures = new Map(entry.headlines.map(({ concept, figures }) => [concept, figures]));
  const left = entry.placeholders.length;
  return h(
    'tr',
    { 'aria-rowindex': i + 2 },
    h(
      'th',
      { scope: 'row', class: 'report' },
      h('a', { href: page }, h('bdi', {}, nameOf(report))),
      h('small', { title: entry.report.path }, h('bdi', {}, region === null ? name : (title ?? name))),
    ),
    h('td', { class: 'year', title: words.year }, year === null ? '' : String(year)),
    h('td', { class: 'indicators', title: words.types.indicator }, String(entry.indicators.length)),
    h(
      'td',
      { class: left > 0 ? 'placeholders alert' : 'placeholders', title: words.types.placeholder },
      left === 0
        ? h('span', { class: 'muted' }, '0')
        : h('a', { href: `${page}#${entry.placeholders[0]?.[0] ?? ''}` }, String(left)),
    ),
    ...concepts.map(({ id, label }) =>
      h(
        'td',
        { class: 'concept', title: label },
        ...(figures.get(id) ?? []).map((figure) => figureLink(figure, page, context)),
      ),
    ),
  );
}

const SIGNS = { eq: '', range: '', approx: '≈ ', gte: '≥ ', lte: '≤ ' } as const;

const figureLink = (
  [id, text, bound, direction, status]: HeadlineFigure,
  page: string,
  context: IndexContext,
): HTMLElement =>
  h(
    'a',
    { href: `${page}#${id}`, class: status, title: status === 'target' ? context.words().targets : null },
    `${SIGNS[bound]}${text.replace(/\s+/g, ' ')}${direction === null ? '' : direction === 'up' ? ' ↑' : ' ↓'}`,
  );
