import { h } from './dom.ts';

/** Fields that say what is shown; there is nowhere to send them. */
export const filterForm = (className: string, label: string, ...children: HTMLElement[]): HTMLFormElement =>
  h(
    'form',
    { class: className, role: 'search', 'aria-label': label, onsubmit: (event: Event) => event.preventDefault() },
    ...children,
  );
