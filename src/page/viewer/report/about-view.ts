/** What the report says of itself, which fields it is about, and what went wrong in reading it. */
import { REPORT_KIND_LABELS } from '../../../messages/labels.ts';
import type { ReportInfo } from '../../../model/record.ts';
import { h } from '../shared/dom.ts';
import { NO_FILTER } from './filter.ts';
import { domainLabel } from './labels.ts';
import type { Context } from './state.ts';

const SHOWN = [
  'title',
  'kind',
  'region',
  'year',
  'planYear',
  'date',
  'publisher',
  'path',
  'format',
  'encoding',
  'chars',
  'sha256',
] as const satisfies readonly (keyof ReportInfo)[];

export function aboutView(context: Context): HTMLElement {
  const { model } = context;
  const words = context.words();
  const { report, tool } = model;
  return h(
    'div',
    { class: 'about' },
    h(
      'dl',
      { class: 'fields wide' },
      ...SHOWN.flatMap((field) => row(words.reportFields[field] ?? field, shownValueOf(report, field, context))),
    ),
    h('h2', {}, words.reportDomains),
    domainList(context),
    ...diagnosticList(context),
    h('h2', {}, words.madeBy),
    h('p', { class: 'muted small' }, `${tool.name} ${tool.version} · ${tool.rules} · ${tool.segmenter}`),
  );
}

const row = (name: string, value: string | null): HTMLElement[] =>
  value === null ? [] : [h('div', {}, h('dt', {}, name), h('dd', {}, h('bdi', {}, value)))];

function shownValueOf(report: ReportInfo, field: (typeof SHOWN)[number], context: Context): string | null {
  if (field === 'kind') return REPORT_KIND_LABELS[report.kind][context.language()];
  if (field === 'chars') return context.words().chars(report.chars);
  const value = report[field];
  return value === null ? null : String(value);
}

function domainList(context: Context): HTMLElement {
  const { domains } = context.model;
  const open = (domain: string) =>
    context.store.set({ filter: { ...NO_FILTER, domain }, panel: 'findings', view: 'findings' });
  const items = domains.map(({ id, label, field, score }) => {
    const meter = h('span', { class: 'meter', 'aria-hidden': 'true' }, h('span', {}));
    const bar = meter.firstElementChild;
    if (bar instanceof HTMLElement) bar.style.width = `${Math.round(score * 100)}%`;
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', class: 'domain-row', onclick: () => open(id) },
        h('span', {}, context.language() === 'en' ? `${domainLabel(context, id)} · ${label}` : label),
        h('small', {}, field),
        meter,
        h('span', { class: 'number' }, score.toFixed(2)),
      ),
    );
  });
  return h('ul', { class: 'domains' }, ...items);
}

function diagnosticList(context: Context): HTMLElement[] {
  const { diagnostics } = context.model;
  if (diagnostics.length === 0) return [];
  const items = diagnostics.map(({ severity, code, message }) =>
    h('li', {}, h('code', {}, `${severity} ${code}`), ' ', message),
  );
  return [h('h2', {}, context.words().diagnostics), h('ul', { class: 'diagnostics small' }, ...items)];
}
