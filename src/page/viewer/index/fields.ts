/** The fields by which an index is filtered. */
import { h } from '../shared/dom.ts';

export function searchField(label: string, hint: string, value: string, set: (text: string) => void): HTMLElement {
  const input = h('input', {
    type: 'search',
    id: 'search',
    'aria-label': label,
    placeholder: hint,
    value,
    oninput: () => set(input.value),
  });
  return input;
}

export type IndexChoice = { value: string; label: string };

export function selectField(
  label: string,
  all: string,
  choices: readonly IndexChoice[],
  value: string,
  set: (value: string) => void,
): HTMLElement {
  const mark = () => select.classList.toggle('is-set', select.value !== '');
  const select = h(
    'select',
    {
      'aria-label': label,
      onchange: () => {
        mark();
        set(select.value);
      },
    },
    h('option', { value: '' }, `${label}: ${all}`),
    ...choices.map((each) => h('option', { value: each.value, selected: each.value === value }, each.label)),
  );
  mark();
  return select;
}

export function checkbox(label: string, isOn: boolean, set: (isOn: boolean) => void): HTMLElement {
  const input = h('input', { type: 'checkbox', checked: isOn, onchange: () => set(input.checked) });
  return h('label', { class: 'check' }, input, label);
}
