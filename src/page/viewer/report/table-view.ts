/** The table of findings: rows in sight alone, a row chosen by keys or by a click. */
import { h } from '../shared/dom.ts';
import { kindLabel, statusLabel } from '../shared/kind-labels.ts';
import { rowList } from '../shared/virtual.ts';
import type { SortKey } from './filter.ts';
import { domainLabel } from './labels.ts';
import type { ShownRow } from './rows.ts';
import { type Context, select, step } from './state.ts';

const COLUMNS = ['place', 'name', 'value', 'kind', 'status', 'time', 'domain'] as const satisfies readonly SortKey[];

export type TableView = { element: HTMLElement; refresh: () => void; reveal: () => void };

/** `reveal`: shows a finding in the text. */
export function tableView(context: Context, reveal: (row: ShownRow) => void): TableView {
  const { store } = context;
  const words = context.words();
  const body = h('tbody');
  const heads = COLUMNS.map((column) => headOf(column, context));
  const table = h(
    'table',
    {
      role: 'grid',
      class: 'findings',
      tabindex: 0,
      'aria-label': words.findings,
      onkeydown: (event: KeyboardEvent) => pressed(event),
    },
    h('thead', {}, h('tr', { 'aria-rowindex': 1 }, ...heads.map(({ element }) => element))),
    body,
  );
  const empty = h('p', { class: 'empty muted' }, words.nothingFits);
  const viewport = h('div', { class: 'rows' }, table, empty);
  const rows = rowList(viewport, body, (index) => rowOf(store.get().visible[index], index, context, reveal));
  const placeOf = () => {
    const { visible, selected } = store.get();
    return visible.findIndex(({ finding }) => finding.id === selected);
  };
  const refresh = () => {
    const { visible, sort } = store.get();
    for (const { element, column } of heads)
      element.setAttribute('aria-sort', sort.by === column ? (sort.falls ? 'descending' : 'ascending') : 'none');
    table.setAttribute('aria-rowcount', String(visible.length + 1));
    empty.hidden = visible.length > 0;
    rows.show(visible.length);
    markActive();
  };
  const markActive = () => {
    const at = placeOf();
    if (at < 0) table.removeAttribute('aria-activedescendant');
    else table.setAttribute('aria-activedescendant', `row-${at}`);
  };
  function pressed(event: KeyboardEvent) {
    const { visible } = store.get();
    const moves: Record<string, () => void> = {
      ArrowDown: () => step(context, 1),
      ArrowUp: () => step(context, -1),
      Home: () => select(context, visible[0]?.finding.id ?? null),
      End: () => select(context, visible.at(-1)?.finding.id ?? null),
      Enter: () => {
        const row = visible[placeOf()];
        if (row) reveal(row);
      },
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }
  return {
    element: viewport,
    refresh,
    reveal: () => {
      const at = placeOf();
      if (at >= 0) rows.reveal(at);
      else rows.refresh();
      markActive();
    },
  };
}

function headOf(column: SortKey, context: Context) {
  const { store } = context;
  const words = context.words();
  const label = column === 'place' ? words.order : words[column];
  const sort = () => {
    const { by, falls } = store.get().sort;
    const next = { by: column, falls: by === column && !falls };
    store.set({ sort: next });
    context.announce(words.sortedBy(label, next.falls ? words.descending : words.ascending));
  };
  const element = h(
    'th',
    { scope: 'col', class: column, 'aria-sort': 'none' },
    h('button', { type: 'button', onclick: sort }, label, h('span', { class: 'arrow', 'aria-hidden': 'true' })),
  );
  return { column, element };
}

function rowOf(
  row: ShownRow | undefined,
  index: number,
  context: Context,
  reveal: (row: ShownRow) => void,
): HTMLElement {
  if (!row) return h('tr');
  const { finding, place, kind, status, name, value, time, domains } = row;
  const language = context.language();
  const words = context.words();
  const isSelected = finding.id === context.store.get().selected;
  const labels = domains.map((id) => domainLabel(context, id)).join('、');
  const cell = (column: SortKey, ...children: (Node | string)[]) => h('td', { class: column }, ...children);
  const element = h(
    'tr',
    {
      id: `row-${index}`,
      'aria-rowindex': index + 2,
      'aria-selected': isSelected ? 'true' : 'false',
      class: `is-${finding.marked}`,
      'data-id': finding.id,
      onclick: () => {
        select(context, finding.id);
        reveal(row);
      },
    },
    cell('place', String(place)),
    cell(
      'name',
      h('span', { class: `dot ${kind} ${status} ${finding.type}`, 'aria-hidden': 'true' }),
      h('bdi', { title: name }, name || words.unnamed),
      finding.marked === 'unmarked'
        ? ''
        : h(
            'span',
            { class: `flag is-${finding.marked}`, title: words.marks[finding.marked] },
            words.marks[finding.marked],
          ),
      h('small', {}, [kindLabel(kind, language), statusLabel(status, language), labels].filter(Boolean).join(' · ')),
    ),
    cell('value', h('bdi', { title: value }, value)),
    cell('kind', kindLabel(kind, language)),
    cell('status', statusLabel(status, language)),
    cell('time', time),
    h('td', { class: 'domain', title: labels }, labels),
  );
  return element;
}
