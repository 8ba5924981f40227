/** The card of a section: how much is in it, and its fields of reform, which a reader may change. */
import { CORRECTION_WORDS } from '../../../messages/page-corrections.ts';
import type { Section } from '../../../model/record.ts';
import { NO_FILTER } from '../report/filter.ts';
import { domainLabel } from '../report/labels.ts';
import { headingText } from '../report/outline-view.ts';
import { type Context, select } from '../report/state.ts';
import { h } from '../shared/dom.ts';
import { domainsEditor } from './edit-view.ts';

export function sectionView(section: Section, context: Context): HTMLElement {
  const { store, model } = context;
  const words = context.words();
  const own = CORRECTION_WORDS[context.language()];
  const { marks } = store.get();
  const chosen = marks.sections[section.id];
  const set = (domains: readonly string[]) => {
    const { [section.id]: _, ...others } = store.get().marks.sections;
    const isFound =
      JSON.stringify(domains) === JSON.stringify(section.domains.slice(0, domains.length).map(({ id }) => id)) &&
      domains.length === section.domains.length;
    store.set({ marks: { ...store.get().marks, sections: isFound ? others : { ...others, [section.id]: domains } } });
  };
  const found = section.domains.map(({ id, score }) => `${domainLabel(context, id)} ${score.toFixed(2)}`).join(' · ');
  return h(
    'section',
    { class: `card${chosen ? ' is-changed' : ''}`, 'aria-label': words.card },
    h(
      'header',
      { class: 'card-head' },
      h(
        'div',
        { class: 'card-title' },
        h('p', { class: 'muted small' }, words.section),
        h('h2', {}, h('bdi', {}, headingText(section))),
      ),
      h(
        'div',
        { class: 'card-tools' },
        h(
          'button',
          {
            type: 'button',
            class: 'icon',
            'aria-label': words.close,
            title: words.close,
            onclick: () => select(context, null),
          },
          '×',
        ),
      ),
    ),
    h(
      'div',
      { class: 'card-body', tabindex: 0, role: 'group', 'aria-label': words.card, 'data-of': section.id },
      h('p', {}, found || words.none),
      h(
        'div',
        { class: `edit-field${chosen ? ' is-changed' : ''}` },
        h('label', { for: 'edit-domains' }, own.sectionDomains),
        domainsEditor(
          chosen ?? section.domains.map(({ id }) => id),
          model.fields.map(({ id }) => id),
          context,
          set,
        ),
        chosen
          ? h(
              'span',
              { class: 'was' },
              own.was(found || words.none),
              h(
                'button',
                { type: 'button', class: 'quiet', onclick: () => set(section.domains.map(({ id }) => id)) },
                own.undo,
              ),
            )
          : null,
      ),
      h(
        'p',
        {},
        h(
          'button',
          {
            type: 'button',
            onclick: () =>
              store.set({ filter: { ...NO_FILTER, section: section.id }, panel: 'findings', view: 'findings' }),
          },
          own.filterBySection,
        ),
      ),
    ),
  );
}
