/** The text, with findings lit in it. */

import type { ShownFinding } from '../corrections/shown.ts';
import { h } from '../shared/dom.ts';
import { blocksOf, type TextBlock } from './blocks.ts';
import { piecesOf, touching } from './pieces.ts';
import { type Context, select, selectedFinding } from './state.ts';
import { openChunks } from './text-chunks.ts';

export type TextView = { element: HTMLElement; reveal: (at: number) => void };

export function textView(context: Context): TextView {
  const { model, store } = context;
  const blocks = blocksOf(model.text, model.sections, model.report.title);
  const lit = litIn(context);
  const drawn = new Map<TextBlock, HTMLElement>();
  const element = h('article', { class: 'paper', lang: 'zh-CN', tabindex: 0 });
  const label = () => element.setAttribute('aria-label', context.words().text);
  label();
  store.on(['language'], label);
  const chunks = openChunks(element, blocks, (block) => {
    const made = drawBlock(block, model.text, lit.touching(block.start, block.end));
    drawn.set(block, made);
    return made;
  });
  const redraw = (span: { start: number; end: number }) => {
    for (const block of chunks.touching(span.start, span.end)) {
      const before = drawn.get(block);
      if (!before?.isConnected) continue;
      const made = drawBlock(block, model.text, lit.touching(block.start, block.end));
      drawn.set(block, made);
      before.replaceWith(made);
    }
  };
  store.on(['selected', 'shown'], () => {
    for (const span of lit.update()) redraw(span);
  });
  element.addEventListener('click', (event) => clicked(event, context));
  const relight = () => {
    for (const [type, isOn] of Object.entries(store.get().lights)) element.classList.toggle(`without-${type}`, !isOn);
  };
  store.on(['lights'], relight);
  relight();
  return { element, reveal: chunks.reveal };
}

/** Of those at the place the one that comes after the selected, else the shortest. */
function clicked(event: MouseEvent, context: Context): void {
  if (getSelection()?.isCollapsed === false) return;
  const target = event.target instanceof Element ? event.target.closest('[data-ids]') : null;
  const ids = target?.getAttribute('data-ids')?.split(' ') ?? [];
  if (ids.length === 0) {
    clickedHeading(event, context);
    return;
  }
  const at = ids.indexOf(context.store.get().selected ?? '');
  select(context, ids[(at + 1) % ids.length] ?? null);
}

function clickedHeading({ target }: MouseEvent, context: Context): void {
  const heading = target instanceof Element ? target.closest<HTMLElement>('.heading, .run-in-title') : null;
  const section = heading?.closest<HTMLElement>('[data-section]')?.dataset['section'];
  if (section !== undefined) select(context, section);
}

/** What is lit, and which stretches are to be drawn anew when that changes. */
type Light = {
  span: { start: number; end: number };
  finding: ShownFinding | null;
  role: 'finding' | 'name' | 'sentence';
};

function litIn(context: Context) {
  const { store } = context;
  let shown = store.get().shown;
  let lights = shown.map(lightOf);
  let longest = longestOf(lights);
  let selected: ShownFinding | null = null;
  return {
    touching: (start: number, end: number): DrawnLight[] =>
      [
        ...touching(lights, start, end, longest).map((light) => ({
          ...light,
          isSelected: light.finding?.id === selected?.id,
        })),
        ...(selected ? roundabout(selected).filter(({ span }) => span.start < end && span.end > start) : []),
      ].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    /** Returns the stretches that look otherwise now. */
    update: (): { start: number; end: number }[] => {
      const before = selected;
      const state = store.get();
      const changed = state.shown === shown ? [] : differing(shown, state.shown);
      if (state.shown !== shown) {
        shown = state.shown;
        lights = shown.map(lightOf);
        longest = longestOf(lights);
      }
      selected = selectedFinding(context);
      const around = [before, selected].flatMap((each) =>
        each ? [each.span, ...roundabout(each).map(({ span }) => span)] : [],
      );
      return [...changed, ...around];
    },
  };
}

type DrawnLight = Light & { isSelected: boolean };

const lightOf = (finding: ShownFinding): Light => ({ span: finding.span, finding, role: 'finding' });

const longestOf = (lights: readonly Light[]): number =>
  lights.reduce((longest, { span }) => Math.max(longest, span.end - span.start), 0);

/** Where its name stands, and its sentence. */
function roundabout(finding: ShownFinding): DrawnLight[] {
  if (finding.type !== 'indicator') return [];
  const { nameSpan, sentence } = finding.record;
  const lights: DrawnLight[] = [{ span: sentence, finding: null, role: 'sentence', isSelected: true }];
  if (nameSpan) lights.push({ span: nameSpan, finding: null, role: 'name', isSelected: true });
  return lights;
}

function differing(before: readonly ShownFinding[], after: readonly ShownFinding[]) {
  const known = new Map(before.map((each) => [each.id, each]));
  const spans = after.flatMap((each) => {
    const old = known.get(each.id);
    known.delete(each.id);
    return old && old.marked === each.marked && looks(old) === looks(each) ? [] : [each.span];
  });
  return [...spans, ...[...known.values()].map(({ span }) => span)];
}

// Drawing

function drawBlock(
  { start, end, kind, section, titleEnd, depth }: TextBlock,
  text: string,
  lights: readonly DrawnLight[],
): HTMLElement {
  const isHeading = kind === 'heading' || kind === 'title';
  const isBlank = /^\s*$/.test(text.slice(start, end));
  const element = h(isHeading ? 'div' : 'p', {
    class: `block ${isBlank ? 'blank' : kind}${text.startsWith('\u3000', start) ? ' indented' : ''}`,
    'data-start': start,
    ...(isHeading && { role: 'heading', 'aria-level': kind === 'title' ? 2 : Math.min(6, depth + 2) }),
    ...(section && { 'data-section': section.id, 'data-level': section.level }),
  });
  if (kind === 'row')
    element.append(
      ...cells(text, start, end).map(([from, to]) => drawStretch(h('span', { class: 'cell' }), from, to, text, lights)),
    );
  else if (kind === 'run-in') {
    drawStretch(element, start, titleEnd, text, lights, h('b', { class: 'run-in-title' }));
    drawStretch(element, titleEnd, end, text, lights);
  } else drawStretch(element, start, end, text, lights);
  return element;
}

/** Each with the tab behind it. */
function cells(text: string, start: number, end: number): [number, number][] {
  const found: [number, number][] = [];
  let at = start;
  while (at < end) {
    const tab = text.indexOf('\t', at);
    const stop = tab < 0 || tab >= end ? end : tab + 1;
    found.push([at, stop]);
    at = stop;
  }
  return found;
}

function drawStretch(
  parent: HTMLElement,
  start: number,
  end: number,
  text: string,
  lights: readonly DrawnLight[],
  inner: HTMLElement = parent,
): HTMLElement {
  const own = lights.filter(({ span }) => span.start < end && span.end > start);
  for (const { start: from, end: to, held } of piecesOf(start, end, own)) {
    const words = text.slice(from, to);
    inner.append(held.length === 0 ? words : drawPiece(words, from, to, held));
  }
  if (inner !== parent) parent.append(inner);
  return parent;
}

function drawPiece(words: string, from: number, to: number, held: readonly DrawnLight[]): HTMLElement {
  const findings = held.flatMap(({ finding }) => (finding ? [finding] : []));
  // The shortest first: it is what a click means.
  const ids = [...findings].sort((a, b) => lengthOf(a) - lengthOf(b) || rankOf(a) - rankOf(b)).map(({ id }) => id);
  const isFigure = findings.some(({ type }) => type !== 'evidence');
  const classes = [
    ...findings.map(looks),
    ...held.filter(({ role }) => role !== 'finding').map(({ role }) => `of-${role}`),
    ...held.flatMap((light) => selectedLooks(light, from, to)),
  ];
  return h(
    isFigure ? 'mark' : 'span',
    { class: classes.join(' '), ...(ids.length > 0 && { 'data-ids': ids.join(' ') }) },
    words,
  );
}

/** Its frame is open where it goes on. */
const selectedLooks = ({ role, isSelected, span }: DrawnLight, from: number, to: number): string[] =>
  role === 'finding' && isSelected
    ? ['selected', ...(from === span.start ? ['starts'] : []), ...(to === span.end ? ['ends'] : [])]
    : [];

const lengthOf = ({ span }: ShownFinding): number => span.end - span.start;

const rankOf = ({ type }: ShownFinding): number => (type === 'evidence' ? 1 : 0);

/** Names for the style. */
function looks(finding: ShownFinding): string {
  const mark = finding.marked === 'unmarked' ? '' : ` is-${finding.marked}`;
  if (finding.type === 'indicator') return `indicator ${finding.record.kind} ${finding.record.status}${mark}`;
  return `${finding.type}${mark}`;
}
