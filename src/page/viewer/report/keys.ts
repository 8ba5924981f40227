/** What keys do, where the reader is not writing. */
import { giveVerdict } from '../corrections/verdict-view.ts';
import { type Context, select, selectedPlace, setFilter, step } from './state.ts';

export function listenToKeys(context: Context, reveal: (at: number) => void): void {
  const { store } = context;
  const show = () => {
    const place = selectedPlace(context);
    if (place !== null) reveal(place);
  };
  const go = (by: 1 | -1) => {
    step(context, by);
    show();
  };
  const actions: Readonly<Record<string, () => void>> = {
    j: () => go(1),
    k: () => go(-1),
    '/': () => {
      store.set({ panel: 'findings', view: 'findings' });
      document.getElementById('search')?.focus();
    },
    f: () => setFilter(context, { unfilled: !store.get().filter.unfilled }),
    y: () => giveVerdict(context, 'right'),
    n: () => giveVerdict(context, 'wrong'),
    e: () => store.set({ isEditing: !store.get().isEditing }),
    s: () => store.set({ dialog: 'save' }),
    '?': () => store.set({ dialog: 'keys' }),
    Enter: show,
    Escape: () => (store.get().isEditing ? store.set({ isEditing: false }) : select(context, null)),
  };
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || store.get().dialog !== null) return;
    const isWriting = event.target instanceof Element && event.target.closest('input, select, textarea') !== null;
    if (isWriting && event.key !== 'Escape') return;
    const isPressing =
      event.target instanceof Element && event.target.closest('button, a, summary, [role=button]') !== null;
    if (isPressing && event.key === 'Enter') return;
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    if (isWriting && event.target instanceof HTMLElement) event.target.blur();
    else action();
  });
}
