/** Puts the parts of a report's page together, and draws anew what a change concerns. */

import { CORRECTION_WORDS } from '../../../messages/page-corrections.ts';
import type { PagePlace } from '../../data.ts';
import { countMarks, type Marks } from '../corrections/marks.ts';
import { pickBar, watchSelection } from '../corrections/picking.ts';
import { saveView } from '../corrections/save-view.ts';
import { sectionView } from '../corrections/section-view.ts';
import { openDialog } from '../shared/dialog.ts';
import { fill, h } from '../shared/dom.ts';
import { keyList } from '../shared/key-list.ts';
import { redrawing } from '../shared/redraw.ts';
import { aboutView } from './about-view.ts';
import { cardView } from './card-view.ts';
import { chartsView } from './charts-view.ts';
import { filterView } from './filter-view.ts';
import { headerView, viewSwitch } from './header-view.ts';
import { listenToKeys } from './keys.ts';
import { legendView } from './legend-view.ts';
import { outlineView } from './outline-view.ts';
import { type Context, PANELS, type Panel, selectedPlace } from './state.ts';
import { tableView } from './table-view.ts';
import { textView } from './text-view.ts';

export type ReportPage = {
  /** Shows the selected finding in the text. */
  reveal: () => void;
};

export function reportPage(context: Context, place: PagePlace | null, keep: (marks: Marks) => true | null): ReportPage {
  const { store } = context;
  let isKept = keep(store.get().marks) !== null;
  let counted = store.get().marks.added;
  const live = h('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  context.announce = (words) => {
    live.textContent = words;
  };
  const text = textView(context);
  const parts = {
    head: h('div', { class: 'part' }),
    views: h('div', { class: 'part' }),
    outline: h('div', { class: 'part outline-part' }),
    legend: h('div', { class: 'part' }),
    pick: h('div', { class: 'part' }),
    tabs: h('div', { class: 'part' }),
    findings: h('div', { class: 'panel findings-panel' }),
    charts: h('div', { class: 'panel' }),
    about: h('div', { class: 'panel' }),
    card: h('div', { class: 'part card-part' }),
  };
  const reading = h('div', { class: 'reading' }, parts.legend, text.element, parts.pick);
  const side = h('aside', { class: 'side' }, parts.tabs, parts.findings, parts.charts, parts.about, parts.card);
  const main = h('main', { class: 'panes' }, parts.outline, reading, side);
  document.body.append(h('div', { class: 'app' }, parts.head, parts.views, main, live));

  const reveal = (at: number) => text.reveal(at);
  const card = redrawing(parts.card, () => cardOf(context, reveal));
  let filters = filterView(context);
  let table = tableView(context, () => {});
  const draw = {
    head: () => fill(parts.head, headerView(context, place, isKept)),
    views: () => fill(parts.views, viewSwitch(context)),
    outline: () => fill(parts.outline, outlineView(context, reveal)),
    legend: () => fill(parts.legend, legendView(context)),
    pick: () => fill(parts.pick, pickBar(context)),
    tabs: () => fill(parts.tabs, panelSwitch(context)),
    findings: () => {
      filters = filterView(context);
      table = tableView(context, ({ finding }) => {
        store.set({ view: 'text' });
        reveal(finding.span.start);
      });
      fill(parts.findings, filters.element, table.element);
      table.refresh();
    },
    charts: () => fill(parts.charts, chartsView(context, Math.max(280, (parts.charts.clientWidth || 560) - 32))),
    about: () => fill(parts.about, aboutView(context)),
    card: card.now,
    place: () => {
      const { view, panel } = store.get();
      document.body.dataset['view'] = view;
      for (const each of PANELS) parts[each].hidden = each !== panel;
      if (panel === 'charts') draw.charts();
    },
  };
  const drawAll = () => {
    document.documentElement.lang = context.words().lang;
    side.setAttribute('aria-label', context.words().findings);
    for (const each of Object.values(draw)) each();
  };
  store.on(['language'], drawAll);
  store.on(['visible'], () => {
    filters.refresh();
    table.refresh();
    context.announce(context.words().counted(store.get().visible.length, store.get().rows.length));
  });
  store.on(['selected'], () => {
    table.reveal();
    announceSelected(context);
  });
  store.on(['selected'], card.now);
  store.on(['shown', 'isEditing', 'marks'], card.soon);
  store.on(['shown', 'marks'], () => {
    isKept = keep(store.get().marks) !== null;
    draw.head();
    // Nothing else that is said changes how much is where; a tree that is drawn anew forgets what was closed in it.
    const { added } = store.get().marks;
    if (added !== counted) draw.outline();
    counted = added;
  });
  addEventListener('beforeunload', (event) => {
    if (!isKept && countMarks(store.get().marks) > 0) event.preventDefault();
  });
  store.on(['picked', 'selected'], draw.pick);
  store.on(['lights'], draw.legend);
  store.on(['view', 'panel'], () => {
    draw.place();
    draw.views();
    draw.tabs();
  });
  store.on(['dialog'], () => showDialog(context, isKept));
  drawAll();
  watchSelection(text.element, context);
  listenToKeys(context, reveal);
  return {
    reveal: () => {
      const at = selectedPlace(context);
      if (at !== null) reveal(at);
    },
  };
}

function cardOf(context: Context, reveal: (at: number) => void): HTMLElement {
  const { selected } = context.store.get();
  const section = selected === null ? undefined : context.model.sectionOf.get(selected);
  return section ? sectionView(section, context) : cardView(context, reveal);
}

function panelSwitch(context: Context): HTMLElement {
  const { store } = context;
  const words = context.words();
  const choose = (panel: Panel) => store.set({ panel, view: panel });
  return h(
    'div',
    { class: 'tabs', role: 'group', 'aria-label': words.views },
    ...PANELS.map((panel) =>
      h(
        'button',
        {
          type: 'button',
          'aria-pressed': store.get().panel === panel ? 'true' : 'false',
          onclick: () => choose(panel),
        },
        words[panel],
      ),
    ),
  );
}

function announceSelected(context: Context): void {
  const { visible, selected } = context.store.get();
  const at = visible.findIndex(({ finding }) => finding.id === selected);
  const row = visible[at];
  if (row)
    context.announce(context.words().announced(row.name || context.words().unnamed, row.value, at + 1, visible.length));
}

function showDialog(context: Context, isKept: boolean): void {
  const { store } = context;
  const { dialog } = store.get();
  if (dialog === null) return;
  const words = context.words();
  const close = () => store.set({ dialog: null });
  if (dialog === 'keys') {
    openDialog(words.keys, words.close, keyList(words), close);
    return;
  }
  const { element, refresh } = saveView(context, isKept);
  const off = store.on(['marks'], refresh);
  openDialog(CORRECTION_WORDS[context.language()].dialog, words.close, element, () => {
    off();
    close();
  });
}
