/** Right, wrong, or something in it to be changed. */
import { CORRECTION_WORDS } from '../../../messages/page-corrections.ts';
import type { Context } from '../report/state.ts';
import { select, selectedFinding } from '../report/state.ts';
import { h } from '../shared/dom.ts';
import { type FindingMarks, NOTHING_SAID, withMarks } from './marks.ts';
import type { ShownFinding } from './shown.ts';

export const ownMarks = ({ store }: Context, id: string): FindingMarks =>
  store.get().marks.findings[id] ?? NOTHING_SAID;

export function say({ store }: Context, id: string, change: Partial<FindingMarks>): void {
  const { marks } = store.get();
  store.set({ marks: withMarks(marks, id, { ...(marks.findings[id] ?? NOTHING_SAID), ...change }) });
}

/** A second time takes it back. */
export function giveVerdict(context: Context, verdict: 'right' | 'wrong'): void {
  const finding = selectedFinding(context);
  if (!finding?.base || finding.type === 'evidence') return;
  const given = ownMarks(context, finding.id).verdict === verdict ? null : verdict;
  say(context, finding.id, { verdict: given });
  context.announce(CORRECTION_WORDS[context.language()].marked[given ?? 'none']);
}

export function verdictView(finding: ShownFinding, context: Context): HTMLElement {
  const words = CORRECTION_WORDS[context.language()];
  const { isEditing } = context.store.get();
  const { verdict } = ownMarks(context, finding.id);
  const pressed = (is: boolean) => (is ? 'true' : 'false');
  const button = (label: string, look: string, is: boolean, onclick: () => void, title = label) =>
    h('button', { type: 'button', class: `mark-${look}`, 'aria-pressed': pressed(is), title, onclick }, label);
  const change = button(isEditing ? words.done : words.change, 'change', isEditing, () =>
    context.store.set({ isEditing: !isEditing }),
  );
  if (!finding.base)
    return h(
      'div',
      { class: 'verdict' },
      change,
      button(words.remove, 'wrong', false, () => removeAdded(context, finding.id)),
    );
  return h(
    'div',
    { class: 'verdict' },
    button(words.right, 'right', verdict === 'right', () => giveVerdict(context, 'right')),
    button(words.wrong, 'wrong', verdict === 'wrong', () => giveVerdict(context, 'wrong'), words.wrongHint),
    change,
    readHere(finding, context),
  );
}

/** A reader who goes through a text says how far she came. */
function readHere({ span }: ShownFinding, { store, language }: Context): HTMLElement {
  const { marks } = store.get();
  const isHere = marks.reviewed?.end === span.end;
  return h(
    'button',
    {
      type: 'button',
      class: 'quiet read-here',
      'aria-pressed': isHere ? 'true' : 'false',
      onclick: () => store.set({ marks: { ...marks, reviewed: isHere ? null : { start: 0, end: span.end } } }),
    },
    CORRECTION_WORDS[language()].readTo,
  );
}

function removeAdded(context: Context, id: string): void {
  const { marks } = context.store.get();
  select(context, null);
  context.store.set({ marks: { ...marks, added: marks.added.filter((each) => each.id !== id) } });
}
