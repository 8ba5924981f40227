/** Charts of what was found: bars of counts, each leading to the rows it counts. */
import { STATUS_LABELS } from '../../../messages/labels.ts';
import { h, svg } from '../shared/dom.ts';
import { type Filter, NO_FILTER, NO_SECTION } from './filter.ts';
import { domainLabel, sectionLabel } from './labels.ts';
import type { ShownRow } from './rows.ts';
import type { Context } from './state.ts';

type Bar = { label: string; parts: readonly { count: number; look: string }[]; filter: Partial<Filter> };

export function chartsView(context: Context, width: number): HTMLElement {
  const { rows } = context.store.get();
  const words = context.words();
  const language = context.language();
  const indicators = rows.filter(({ finding }) => finding.type === 'indicator');
  const legend = h(
    'p',
    { class: 'chart-legend' },
    ...(['achieved', 'target'] as const).map((status) =>
      h('span', {}, h('i', { class: `swatch ${status}`, 'aria-hidden': 'true' }), STATUS_LABELS[status][language]),
    ),
  );
  return h(
    'div',
    { class: 'charts' },
    h('p', { class: 'muted' }, words.chartHint),
    chart(words.chartStatus, byDomain(indicators, context), width, context, legend),
    chart(words.chartSections, bySection(indicators, 'bar', { kind: 'indicator' }, context), width, context),
    chart(
      words.chartPlaceholders,
      bySection(
        rows.filter(({ finding }) => finding.type === 'placeholder'),
        'placeholder-bar',
        { kind: 'placeholder' },
        context,
      ),
      width,
      context,
    ),
  );
}

function byDomain(rows: readonly ShownRow[], context: Context): Bar[] {
  const bars = context.model.fields.map(({ id }) => {
    const own = rows.filter(({ domains }) => domains[0] === id);
    const count = (status: string) => own.filter((row) => row.status === status).length;
    return {
      label: domainLabel(context, id),
      parts: [
        { count: count('achieved'), look: 'achieved' },
        { count: count('target'), look: 'target' },
      ],
      filter: { domain: id, kind: 'indicator' },
    };
  });
  return bars.filter(({ parts }) => parts.some(({ count }) => count > 0)).sort((a, b) => totalOf(b) - totalOf(a));
}

const totalOf = ({ parts }: Bar): number => parts.reduce((sum, { count }) => sum + count, 0);

/** By the outermost section, in text order. */
function bySection(rows: readonly ShownRow[], look: string, filter: Partial<Filter>, context: Context): Bar[] {
  const counts = new Map<string, number>();
  for (const { sections } of rows) {
    const id = sections.at(-1) ?? NO_SECTION;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const order = [NO_SECTION, ...context.model.sections.map(({ id }) => id)];
  return order.flatMap((id) => {
    const count = counts.get(id);
    return count === undefined
      ? []
      : [{ label: sectionLabel(context, id), parts: [{ count, look }], filter: { ...filter, section: id } }];
  });
}

const ROW = 28;
const BAR = 14;
const NUMBER = 64;

function chart(
  title: string,
  bars: readonly Bar[],
  width: number,
  context: Context,
  legend: HTMLElement | null = null,
): HTMLElement {
  const words = context.words();
  if (bars.length === 0)
    return h('figure', {}, h('figcaption', {}, title), h('p', { class: 'muted' }, words.nothingToChart));
  const label = Math.min(190, Math.max(96, width * 0.36));
  const most = Math.max(...bars.map(totalOf));
  const room = Math.max(40, width - label - NUMBER);
  const drawn = bars.map((bar, i) => drawBar(bar, i * ROW, { label, scale: room / most, width }, context));
  const height = bars.length * ROW;
  return h(
    'figure',
    {},
    h('figcaption', {}, title),
    legend,
    svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': title }, ...drawn),
  );
}

type Scale = { label: number; scale: number; width: number };

function drawBar(bar: Bar, top: number, { label: labelWidth, scale, width }: Scale, context: Context): SVGElement {
  const { label, parts, filter } = bar;
  const open = () => context.store.set({ filter: { ...NO_FILTER, ...filter }, panel: 'findings', view: 'findings' });
  let x = labelWidth;
  const rects = parts.flatMap(({ count, look }) => {
    if (count === 0) return [];
    const rect = svg('rect', {
      class: look,
      x: x + 0.5,
      y: top + (ROW - BAR) / 2 + 0.5,
      width: Math.max(2, count * scale - 1),
      height: BAR - 1,
      rx: 2,
    });
    x += Math.max(3, count * scale);
    return [rect];
  });
  const counts = parts.flatMap(({ count }) => (count > 0 ? [count] : [])).join(' + ');
  return svg(
    'g',
    {
      class: 'bar-row',
      role: 'button',
      tabindex: 0,
      onclick: open,
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        open();
      },
    },
    // Its name, and what is shown of a label that is cut.
    svg('title', {}, `${label}: ${counts}`),
    svg('rect', { class: 'bar-ground', x: 0, y: top, width, height: ROW }),
    svg(
      'text',
      {
        class: 'bar-label',
        'aria-hidden': 'true',
        x: labelWidth - 10,
        y: top + ROW / 2,
        'text-anchor': 'end',
        'dominant-baseline': 'central',
      },
      fitted(label, labelWidth - 12),
    ),
    ...rects,
    svg(
      'text',
      { class: 'bar-count', 'aria-hidden': 'true', x: x + 6, y: top + ROW / 2, 'dominant-baseline': 'central' },
      counts,
    ),
  );
}

/** A Chinese character is some 13 pixels wide, a Latin letter half of that. */
function fitted(label: string, room: number): string {
  let width = 0;
  let shown = '';
  for (const char of label) {
    width += char.charCodeAt(0) > 0x2e80 ? 13 : 7;
    if (width > room) return `${shown.slice(0, -1)}…`;
    shown += char;
  }
  return shown;
}
