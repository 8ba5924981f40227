/** Headings as a tree: each leads to its place and tells how much was found in its section. */
import type { Section } from '../../../model/record.ts';
import { h } from '../shared/dom.ts';
import { type Context, select } from './state.ts';

export function outlineView(context: Context, reveal: (at: number) => void): HTMLElement {
  const { model } = context;
  const words = context.words();
  const childrenOf = new Map<string | null, Section[]>();
  for (const section of model.sections) {
    const siblings = childrenOf.get(section.parent) ?? [];
    siblings.push(section);
    childrenOf.set(section.parent, siblings);
  }
  const counts = countsOf(context);
  const go = (section: Section) => {
    reveal(section.span.start);
    select(context, section.id);
    context.store.set({ view: 'text' });
  };
  const list = (parent: string | null): HTMLElement | null => {
    const sections = childrenOf.get(parent);
    return sections ? h('ul', {}, ...sections.map(item)) : null;
  };
  const item = (section: Section): HTMLElement => {
    const below = list(section.id);
    const count = counts.get(section.id);
    const link = h(
      'button',
      { type: 'button', class: 'heading-link', title: section.title, onclick: () => go(section) },
      h('span', { class: 'heading-title' }, h('bdi', {}, headingText(section))),
      count && count.unfilled > 0
        ? h('span', { class: 'badge unfilled', title: words.left(count.unfilled) }, String(count.unfilled))
        : null,
      count && count.all > 0 ? h('span', { class: 'badge' }, String(count.all)) : null,
    );
    return h('li', {}, below ? h('details', { open: section.level < 3 }, h('summary', {}, link), below) : link);
  };
  return h(
    'nav',
    { class: 'outline', 'aria-label': words.outline, tabindex: 0 },
    h('h2', {}, words.outline),
    list(null) ?? h('p', { class: 'muted' }, words.noOutline),
  );
}

export const headingText = ({ marker, title }: Section): string => {
  if (marker === null) return title;
  return /[、.．)）是]$/.test(marker) ? `${marker}${title}` : `${marker} ${title}`;
};

type SectionCounts = { all: number; unfilled: number };

/** Of each section, those within it included. */
function countsOf({ store }: Context): Map<string, SectionCounts> {
  const counts = new Map<string, SectionCounts>();
  for (const { sections, kind, finding } of store.get().rows) {
    if (kind === 'evidence') continue;
    for (const id of sections) {
      const count = counts.get(id) ?? { all: 0, unfilled: 0 };
      counts.set(id, count);
      count.all++;
      if (finding.type === 'placeholder') count.unfilled++;
    }
  }
  return counts;
}
