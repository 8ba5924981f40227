/** Blocks of text in chunks. Of a long text only the chunks that are near are drawn; the rest keep their place. */
import { h } from '../shared/dom.ts';
import type { TextBlock } from './blocks.ts';

/** Characters. */
const CHUNK = 4000;

/** A text up to here is drawn whole, so that a browser's own search finds all of it. */
const WHOLE = 400_000;

type Chunk = { element: HTMLElement; blocks: readonly TextBlock[]; start: number; end: number; isDrawn: boolean };

export type TextChunks = {
  touching: (start: number, end: number) => TextBlock[];
  /** Brings a place into sight. */
  reveal: (at: number) => void;
};

export function openChunks(
  parent: HTMLElement,
  blocks: readonly TextBlock[],
  draw: (block: TextBlock) => HTMLElement,
): TextChunks {
  const chunks = chunksOf(blocks);
  const drawChunk = (chunk: Chunk) => {
    if (chunk.isDrawn) return;
    chunk.isDrawn = true;
    chunk.element.append(...chunk.blocks.map(draw));
  };
  parent.append(...chunks.map(({ element }) => element));
  drawNear(parent, chunks, drawChunk);
  addEventListener('beforeprint', () => chunks.forEach(drawChunk));
  const holding = (at: number) => chunks.find(({ start, end }) => start <= at && at < end);
  return {
    touching: (start, end) =>
      chunks
        .filter((each) => each.start < end && each.end > start)
        .flatMap((each) => each.blocks.filter((block) => block.start < end && block.end > start)),
    reveal: (at) => {
      const chunk = holding(at);
      if (!chunk) return;
      drawChunk(chunk);
      const place = () => placeIn(chunk, at)?.scrollIntoView({ block: 'center' });
      place();
      // What lies above takes its true height only now.
      requestAnimationFrame(place);
    },
  };
}

function placeIn({ element }: Chunk, at: number): Element | null {
  const block = [...element.querySelectorAll<HTMLElement>('[data-start]')].findLast(
    (each) => Number(each.dataset['start']) <= at,
  );
  return block?.querySelector('.selected') ?? block ?? null;
}

/** So that what comes into sight is there already. */
const NEAR = '1500px';

function drawNear(parent: HTMLElement, chunks: readonly Chunk[], drawChunk: (chunk: Chunk) => void): void {
  if ((chunks.at(-1)?.end ?? 0) <= WHOLE) {
    chunks.forEach(drawChunk);
    return;
  }
  const byElement = new Map<Element, Chunk>(chunks.map((chunk) => [chunk.element, chunk]));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const chunk = byElement.get(target);
        if (!isIntersecting || !chunk) continue;
        observer.unobserve(target);
        drawChunk(chunk);
      }
    },
    { root: parent, rootMargin: NEAR },
  );
  for (const { element } of chunks) observer.observe(element);
}

function chunksOf(blocks: readonly TextBlock[]): Chunk[] {
  const chunks: Chunk[] = [];
  let held: TextBlock[] = [];
  const close = () => {
    const [first, last] = [held[0], held.at(-1)];
    if (!first || !last) return;
    const element = h('div', { class: 'chunk' });
    element.style.containIntrinsicSize = `auto ${heightOf(held)}px`;
    chunks.push({ element, blocks: held, start: first.start, end: last.end, isDrawn: false });
    held = [];
  };
  for (const block of blocks) {
    held.push(block);
    if (block.end - (held[0]?.start ?? 0) >= CHUNK) close();
  }
  close();
  return chunks;
}

/** A guess, in pixels: lines of some thirty-five characters. */
const heightOf = (blocks: readonly TextBlock[]): number =>
  blocks.reduce((height, { start, end }) => height + Math.ceil((end - start) / 35) * 32 + 8, 0);
