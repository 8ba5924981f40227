/** Puts the parts of an index together. */

import { controls } from '../shared/controls.ts';
import { fill, h } from '../shared/dom.ts';
import { overview } from './overview.ts';
import { searchAll } from './search.ts';
import { INDEX_VIEWS, type IndexContext } from './state.ts';

export function indexPage(context: IndexContext): void {
  const { store } = context;
  const live = h('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  context.announce = (words) => {
    live.textContent = words;
  };
  const head = h('div', { class: 'part' });
  const tabs = h('div', { class: 'part' });
  const main = h('main', { class: 'index-main' });
  document.body.append(h('div', { class: 'app' }, head, tabs, main, live));
  const draw = () => {
    const words = context.words();
    document.documentElement.lang = words.lang;
    document.title = words.index;
    fill(head, headView(context));
    fill(tabs, tabsView(context));
    const view = store.get().view === 'overview' ? overview(context) : searchAll(context);
    fill(main, ...view.elements);
    view.refresh();
  };
  store.on(['language', 'view'], draw);
  document.addEventListener('keydown', (event) => {
    const isWriting = event.target instanceof Element && event.target.closest('input, select') !== null;
    if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    document.getElementById('search')?.focus();
  });
  draw();
}

function headView(context: IndexContext): HTMLElement {
  const { index, reports, store } = context;
  const words = context.words();
  const counts = index.counts ?? countsOf(reports);
  const tile = (count: number, label: string, look = '') =>
    h('div', { class: `tile ${look}` }, h('b', {}, count.toLocaleString('en-US')), h('span', {}, label));
  return h(
    'header',
    { class: 'page-head' },
    h('div', { class: 'page-title' }, h('div', {}, h('h1', {}, words.index), partsView(context))),
    h(
      'div',
      { class: 'tiles' },
      tile(counts.reports, words.reports),
      tile(counts.indicators, words.types.indicator),
      tile(counts.placeholders, words.types.placeholder, counts.placeholders > 0 ? 'alert' : ''),
    ),
    h(
      'div',
      { class: 'controls' },
      ...controls(store, words),
      h('button', { type: 'button', class: 'quiet', onclick: () => print() }, words.print),
    ),
  );
}

const countsOf = (reports: IndexContext['reports']) => ({
  reports: reports.length,
  indicators: reports.reduce((sum, { entry }) => sum + entry.indicators.length, 0),
  placeholders: reports.reduce((sum, { entry }) => sum + entry.placeholders.length, 0),
});

/** An index of very many reports has parts. */
function partsView({ index, words }: IndexContext): HTMLElement | null {
  const { part, parts, isLast } = index;
  if (part === 1 && isLast) return null;
  const { part: label, previousPart, nextPart } = words();
  return h(
    'nav',
    { class: 'facts', 'aria-label': label(part, parts) },
    label(part, parts),
    part > 1 ? h('a', { href: part === 2 ? 'index.html' : `index.p${part - 1}.html` }, previousPart) : null,
    isLast ? null : h('a', { href: `index.p${part + 1}.html` }, nextPart),
  );
}

function tabsView(context: IndexContext): HTMLElement {
  const { store } = context;
  const words = context.words();
  return h(
    'nav',
    { class: 'tabs', 'aria-label': words.views },
    ...INDEX_VIEWS.map((view) =>
      h(
        'button',
        {
          type: 'button',
          'aria-pressed': store.get().view === view ? 'true' : 'false',
          onclick: () => store.set({ view }),
        },
        words[view],
      ),
    ),
  );
}
