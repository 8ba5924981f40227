/** Where a reader saves what she said to a file, or takes up what she saved. */
import { CORRECTION_WORDS, type CorrectionWords } from '../../../messages/page-corrections.ts';
import type { Span } from '../../../model/span.ts';
import type { Context } from '../report/state.ts';
import { fill, h } from '../shared/dom.ts';
import { correctionsOf, countMarks, type Marks, NO_MARKS } from './marks.ts';
import { openedMarks } from './opened.ts';

/** `refresh`: after something else was said. */
export function saveView(context: Context, isKept: boolean): { element: HTMLElement; refresh: () => void } {
  const { model, store } = context;
  const words = CORRECTION_WORDS[context.language()];
  const { marks } = store.get();
  const by = h('input', {
    type: 'text',
    id: 'by',
    value: marks.by,
    maxlength: 200,
    placeholder: words.byHint,
    autocomplete: 'off',
    oninput: () => store.set({ marks: { ...store.get().marks, by: by.value } }),
  });
  const told = h('p', { class: 'told', role: 'status' });
  const file = h('input', {
    type: 'file',
    id: 'corrections-file',
    accept: '.json,application/json',
    class: 'visually-hidden',
    onchange: () => void open(),
  });
  const open = async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    const found = openedMarks(await chosen.text(), model);
    file.value = '';
    if (typeof found !== 'string' && countMarks(store.get().marks) > 0 && !confirm(words.replaceSure)) return;
    told.textContent =
      found === 'other'
        ? words.otherReport
        : found === 'unreadable'
          ? words.unreadable
          : words.opened(found.taken, found.left);
    if (typeof found !== 'string') store.set({ marks: found.marks });
  };
  const clear = () => {
    if (confirm(words.clearSure)) store.set({ marks: { ...NO_MARKS, by: store.get().marks.by } });
  };
  const summary = h('p', { class: 'summary' });
  const extent = h('div');
  const refresh = () => {
    summary.textContent = summaryOf(store.get().marks, words);
    fill(extent, readSoFar(context, words));
    if (document.activeElement !== by) by.value = store.get().marks.by;
  };
  refresh();
  const element = h(
    'div',
    { class: 'save' },
    h('p', {}, words.dialogHint),
    isKept ? null : h('p', { class: 'warning' }, words.notKept),
    summary,
    h('label', { class: 'edit-field' }, h('span', {}, words.by), by),
    extent,
    told,
    h(
      'div',
      { class: 'actions' },
      h(
        'button',
        { type: 'button', class: 'primary', id: 'download', onclick: () => download(context) },
        words.download,
      ),
      h('label', { class: 'button', for: 'corrections-file' }, words.open),
      file,
      h('button', { type: 'button', class: 'quiet', onclick: clear }, words.clear),
    ),
  );
  return { element, refresh };
}

function summaryOf({ findings, added, sections }: Marks, words: CorrectionWords): string {
  const all = Object.values(findings);
  const count = (verdict: string) => all.filter((each) => each.verdict === verdict).length;
  const changed = all.filter(({ changes }) => Object.keys(changes).length > 0).length;
  return words.summary(count('right'), count('wrong'), changed, added.length, Object.keys(sections).length);
}

function readSoFar(context: Context, words: CorrectionWords): HTMLElement {
  const { model, store } = context;
  const { marks } = store.get();
  const all = model.text.length;
  const reached = marks.reviewed && marks.reviewed.end < all ? marks.reviewed : null;
  const choice = (label: string, reviewed: Span | null) => {
    const isChosen = marks.reviewed?.end === reviewed?.end;
    const input = h('input', {
      type: 'radio',
      name: 'reviewed',
      checked: isChosen,
      onchange: () => store.set({ marks: { ...store.get().marks, reviewed } }),
    });
    return h('label', { class: 'check' }, input, label);
  };
  return h(
    'fieldset',
    {},
    h('legend', {}, words.reviewed),
    choice(words.reviewedNothing, null),
    reached && choice(words.reviewedTo(Math.round((reached.end / all) * 100)), reached),
    choice(words.reviewedAll, { start: 0, end: all }),
    h('p', { class: 'muted small' }, words.reviewedHint),
  );
}

function download({ model, store }: Context): void {
  const content = `${JSON.stringify(correctionsOf(model, store.get().marks, new Date().toISOString()), null, 2)}\n`;
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = h('a', { href: url, download: `${model.report.name}.corrections.json` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
