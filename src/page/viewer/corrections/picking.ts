/** Words that a reader selects in the text: a name, another extent, or something that was missed. */
import { CORRECTION_WORDS } from '../../../messages/page-corrections.ts';
import type { Span } from '../../../model/span.ts';
import { innermostAt } from '../report/model.ts';
import { type Context, select, selectedFinding } from '../report/state.ts';
import { h } from '../shared/dom.ts';
import { change } from './edit-view.ts';
import { type AddedFinding, NO_FIELDS } from './marks.ts';

/** A longer selection is reading, not marking. */
const LONGEST = 200;

/** What a hand takes along at the ends of a selection. */
const EDGES = /^[\s，。；、：！？]+|[\s，。；、：！？]+$/gu;

export function watchSelection(text: HTMLElement, context: Context): void {
  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    const picked =
      range && !range.collapsed && text.contains(range.commonAncestorContainer) ? pickedIn(range, context) : null;
    const before = context.store.get().picked;
    if (before?.span.start !== picked?.span.start || before?.span.end !== picked?.span.end)
      context.store.set({ picked });
  });
}

function pickedIn(range: Range, { model }: Context): { span: Span; text: string } | null {
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null || end - start > LONGEST) return null;
  const words = model.text.slice(start, end);
  const text = words.replace(EDGES, '');
  if (text === '') return null;
  const from = start + words.indexOf(text);
  return { span: { start: from, end: from + text.length }, text };
}

/** Each block tells where it begins; what stands before in it is the text itself. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>('[data-start]');
  if (!block) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return Number(block.dataset['start']) + before.toString().length;
}

export function pickBar(context: Context): HTMLElement {
  const { store, language } = context;
  const words = CORRECTION_WORDS[language()];
  const { picked } = store.get();
  const finding = selectedFinding(context);
  if (!picked) return h('div', { class: 'pick-bar', hidden: true });
  const button = (label: string, onclick: () => void) => h('button', { type: 'button', onclick }, label);
  const done = () => getSelection()?.removeAllRanges();
  const isIndicator = finding?.type === 'indicator';
  return h(
    'div',
    // A press must not take the selection away that it is about.
    {
      class: 'pick-bar',
      role: 'toolbar',
      'aria-label': words.picked,
      onmousedown: (event: Event) => event.preventDefault(),
    },
    h(
      'span',
      { class: 'picked' },
      `${words.picked}：`.replace('：', language() === 'zh' ? '：' : ': '),
      h('bdi', {}, picked.text),
    ),
    isIndicator
      ? button(words.asName, () => {
          change(finding, context, 'name', picked);
          done();
        })
      : null,
    finding?.base && finding.type !== 'evidence'
      ? button(words.asExtent, () => {
          change(finding, context, 'extent', picked);
          done();
        })
      : null,
    button(words.addIndicator, () => {
      add(context, indicatorAt(context, picked));
      done();
    }),
    button(words.addPlaceholder, () => {
      add(context, { ...common(picked), type: 'placeholder', fields: { kind: 'text', expects: null } });
      done();
    }),
  );
}

const common = ({ span, text }: { span: Span; text: string }) => ({
  id: `+${span.start}-${span.end}`,
  span,
  text,
  note: '',
});

function add(context: Context, finding: AddedFinding): void {
  const { marks } = context.store.get();
  const others = marks.added.filter(({ id }) => id !== finding.id);
  context.store.set({ marks: { ...marks, added: [...others, finding] } });
  select(context, finding.id);
  context.store.set({ isEditing: true });
}

/** What most are: an amount reached in the year reported on, in the field of its section. */
function indicatorAt({ model }: Context, picked: { span: Span; text: string }): AddedFinding {
  const { year } = model.report;
  const section = innermostAt(model.sections)(picked.span.start);
  const domain = section === null ? undefined : model.sectionOf.get(section)?.domains[0];
  return {
    ...common(picked),
    type: 'indicator',
    fields: {
      ...NO_FIELDS,
      time: year === null ? null : { from: String(year), to: String(year) },
      domains: domain ? [domain.id] : [],
    },
  };
}
