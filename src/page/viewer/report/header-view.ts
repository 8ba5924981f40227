/** The head of the page: which report it is, how much was found, and what can be chosen. */
import { REPORT_KIND_LABELS } from '../../../messages/labels.ts';
import { CORRECTION_WORDS } from '../../../messages/page-corrections.ts';
import type { PagePlace } from '../../data.ts';
import { countMarks } from '../corrections/marks.ts';
import { controls } from '../shared/controls.ts';
import { h } from '../shared/dom.ts';
import { NO_FILTER } from './filter.ts';
import { type Context, PANELS, VIEWS, type View } from './state.ts';

export function headerView(context: Context, place: PagePlace | null, isKept: boolean): HTMLElement {
  const { model, store } = context;
  const words = context.words();
  const language = context.language();
  const { title, name, region, year, date, kind, chars } = model.report;
  const facts = [
    region,
    year === null ? null : String(year),
    REPORT_KIND_LABELS[kind][language],
    date,
    words.chars(chars),
  ];
  return h(
    'header',
    { class: 'page-head' },
    h(
      'div',
      { class: 'page-title' },
      place
        ? h('a', { class: 'home', href: place.index, 'aria-label': words.toIndex, title: words.toIndex }, '‹')
        : null,
      h(
        'div',
        {},
        h('h1', {}, h('bdi', {}, title ?? name)),
        h('p', { class: 'facts' }, facts.filter((fact) => fact !== null).join(' · ')),
      ),
    ),
    tiles(context),
    h(
      'div',
      { class: 'controls' },
      saveButton(context, isKept),
      ...controls(store, words),
      h('button', { type: 'button', class: 'quiet', onclick: () => print() }, words.print),
      h(
        'button',
        {
          type: 'button',
          class: 'quiet keys-button',
          'aria-keyshortcuts': '?',
          onclick: () => store.set({ dialog: 'keys' }),
        },
        words.keys,
      ),
    ),
  );
}

/** Where the browser keeps nothing it says so. */
function saveButton({ store, language }: Context, isKept: boolean): HTMLElement {
  const words = CORRECTION_WORDS[language()];
  const count = countMarks(store.get().marks);
  return h(
    'button',
    {
      type: 'button',
      class: count > 0 ? 'primary' : 'quiet',
      title: isKept ? null : words.notKept,
      onclick: () => store.set({ dialog: 'save' }),
    },
    count > 0 && !isKept ? `⚠ ${words.save}` : words.save,
    count > 0 ? h('span', { class: 'badge' }, String(count)) : null,
  );
}

/** How much was found; each leads to its rows. */
function tiles(context: Context): HTMLElement {
  const { store } = context;
  const { rows } = store.get();
  const words = context.words();
  const targets = rows.filter(({ status }) => status === 'target').length;
  const placeholders = rows.filter(({ finding }) => finding.type === 'placeholder').length;
  const open = (filter: object) => () =>
    store.set({ filter: { ...NO_FILTER, ...filter }, panel: 'findings', view: 'findings' });
  const tile = (count: number, label: string, filter: object, look = '') =>
    h(
      'button',
      { type: 'button', class: `tile ${look}`, onclick: open(filter) },
      h('b', {}, String(count)),
      h('span', {}, label),
    );
  return h(
    'div',
    { class: 'tiles' },
    tile(rows.filter(({ finding }) => finding.type === 'indicator').length, words.types.indicator, {
      kind: 'indicator',
    }),
    tile(targets, words.targets, { status: 'target' }),
    tile(placeholders, words.types.placeholder, { kind: 'placeholder' }, placeholders > 0 ? 'alert' : ''),
  );
}

/** Where there is no room for all, these choose what is seen. */
export function viewSwitch(context: Context): HTMLElement {
  const { store } = context;
  const words = context.words();
  const choose = (view: View) => {
    const panel = PANELS.find((each) => each === view);
    store.set({ view, ...(panel && { panel }) });
  };
  return h(
    'nav',
    { class: 'views', 'aria-label': words.views },
    ...VIEWS.map((view) =>
      h(
        'button',
        { type: 'button', 'aria-pressed': store.get().view === view ? 'true' : 'false', onclick: () => choose(view) },
        words[view],
      ),
    ),
  );
}
