/** Parts that are drawn anew while somebody works in them. */
import { type Child, fill } from './dom.ts';

const FOCUSED = 'a[href], button, input, select, textarea, summary, [tabindex]';

export type Redrawing = {
  now: () => void;
  /** Not before the focus has gone where a key sends it, nor between the press and the release of a click. */
  soon: () => void;
};

/** Draws anew what stands in `element`. What had the focus has it again, and what was scrolled stays so. */
export function redrawing(element: HTMLElement, make: () => Child): Redrawing {
  let isDue = false;
  let isPressed = false;
  const now = () => {
    isDue = false;
    const restore = placeIn(element);
    fill(element, make());
    restore();
  };
  const draw = () => {
    if (isDue && !isPressed) now();
  };
  const pressed = (is: boolean) => () => {
    isPressed = is;
    setTimeout(draw);
  };
  element.addEventListener('pointerdown', pressed(true));
  for (const end of ['pointerup', 'pointercancel', 'dragend']) document.addEventListener(end, pressed(false));
  return {
    now,
    soon: () => {
      isDue = true;
      setTimeout(draw);
    },
  };
}

/** Brings back what has the focus, by its id or by its place among what can have it, and how far the same thing was scrolled. */
function placeIn(element: HTMLElement): () => void {
  const focusable = () => [...element.querySelectorAll<HTMLElement>(FOCUSED)];
  const scroller = () => element.querySelector<HTMLElement>('[data-of]');
  const { scrollTop = 0, dataset = {} } = scroller() ?? {};
  const before = focusable();
  const at = before.findIndex((each) => each.matches(':focus'));
  const id = before[at]?.id ?? '';
  return () => {
    const after = focusable();
    const again = id === '' ? after[at] : (after.find((each) => each.id === id) ?? after[at]);
    again?.focus({ preventScroll: true });
    const scrolled = scroller();
    if (scrolled?.dataset['of'] === dataset['of']) scrolled?.scrollTo(0, scrollTop);
  };
}
