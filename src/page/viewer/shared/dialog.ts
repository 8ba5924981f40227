/** A window over the page, which the browser keeps the focus in. */
import { h } from './dom.ts';

export function openDialog(title: string, close: string, content: HTMLElement, onClose: () => void): HTMLDialogElement {
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'dialog-title' },
    h(
      'header',
      {},
      h('h2', { id: 'dialog-title' }, title),
      h(
        'button',
        { type: 'button', class: 'icon', 'aria-label': close, title: close, onclick: () => dialog.close() },
        '×',
      ),
    ),
    content,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    onClose();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
