/** Of many rows of one height only those in sight, and a few around them, are in the page. */
import { h } from './dom.ts';

/** Beyond what is seen, above and below. */
const SPARE = 12;

/** More rows than these no browser lays out in reasonable time. */
export const MOST_PRINTED = 5000;

export type RowList = {
  /** All rows anew, from the top where `count` is another. */
  show: (count: number) => void;
  /** Those in sight anew. */
  refresh: () => void;
  reveal: (index: number) => void;
};

/** `viewport` scrolls, `body` holds the rows, which `makeRow` makes by their place. Of more than `printed` the first are printed. */
export function rowList(
  viewport: HTMLElement,
  body: HTMLElement,
  makeRow: (index: number) => HTMLElement,
  printed = 0,
): RowList {
  let count = 0;
  let height = 0;
  let first = -1;
  let last = -1;
  const above = spacer();
  const below = spacer();
  // Where a page is not laid out yet, as much as any screen holds.
  const seen = () => Math.ceil((viewport.clientHeight || 1200) / height);
  let isPrinting = false;
  const draw = (force: boolean) => {
    if (isPrinting) return;
    if (height === 0) height = measured(body, makeRow, count);
    const top = Math.floor(viewport.scrollTop / height);
    const from = Math.max(0, Math.min(top, count) - SPARE);
    const to = Math.min(count, top + seen() + SPARE);
    if (!force && from === first && to === last) return;
    first = from;
    last = to;
    setHeight(above, from * height);
    setHeight(below, (count - to) * height);
    body.replaceChildren(above, ...Array.from({ length: to - from }, (_, i) => makeRow(from + i)), below);
  };
  if (printed > 0) {
    addEventListener('beforeprint', () => {
      if (!viewport.isConnected) return;
      isPrinting = true;
      body.replaceChildren(...Array.from({ length: Math.min(count, printed) }, (_, i) => makeRow(i)));
    });
    addEventListener('afterprint', () => {
      isPrinting = false;
      if (viewport.isConnected) draw(true);
    });
  }
  viewport.addEventListener('scroll', () => draw(false), { passive: true });
  new ResizeObserver(() => {
    height = 0;
    draw(true);
  }).observe(viewport);
  return {
    show: (rows) => {
      if (rows !== count) viewport.scrollTop = 0;
      count = rows;
      draw(true);
    },
    refresh: () => draw(true),
    reveal: (index) => {
      if (height === 0) height = measured(body, makeRow, count);
      const top = index * height;
      const head = headOf(body);
      const room = viewport.clientHeight - head;
      if (top < viewport.scrollTop) viewport.scrollTop = top;
      else if (top + height > viewport.scrollTop + room) viewport.scrollTop = top + height - room;
      draw(true);
    },
  };
}

const spacer = (): HTMLElement => h('tr', { class: 'spacer', 'aria-hidden': 'true' });

const setHeight = (row: HTMLElement, pixels: number): void => {
  row.style.height = `${pixels}px`;
  row.hidden = pixels === 0;
};

/** What stands above the rows and stays. */
const headOf = (body: HTMLElement): number => body.parentElement?.querySelector('thead')?.offsetHeight ?? 0;

const USUAL = 36;

function measured(body: HTMLElement, makeRow: (index: number) => HTMLElement, count: number): number {
  if (count === 0) return USUAL;
  const row = makeRow(0);
  body.append(row);
  const height = row.getBoundingClientRect().height;
  row.remove();
  return height || USUAL;
}
