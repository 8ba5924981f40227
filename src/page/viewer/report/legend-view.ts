/** What the colours mean, and which of them are lit. */
import { INDICATOR_KIND_LABELS } from '../../../messages/labels.ts';
import { INDICATOR_KINDS } from '../../../model/vocabulary.ts';
import { h } from '../shared/dom.ts';
import type { FindingType } from './model.ts';
import type { Context } from './state.ts';

const TYPES = ['indicator', 'placeholder', 'evidence'] as const satisfies readonly FindingType[];

export function legendView(context: Context): HTMLElement {
  const { store } = context;
  const words = context.words();
  const language = context.language();
  const { lights } = store.get();
  const toggle = (type: FindingType) => store.set({ lights: { ...lights, [type]: !lights[type] } });
  const sample = (look: string, label: string) =>
    h('span', { class: 'sample' }, h('i', { class: `swatch ${look}`, 'aria-hidden': 'true' }), label);
  return h(
    'div',
    { class: 'legend', role: 'group', 'aria-label': words.lights },
    ...TYPES.map((type) =>
      h(
        'button',
        {
          type: 'button',
          class: 'toggle',
          'aria-pressed': lights[type] ? 'true' : 'false',
          onclick: () => toggle(type),
        },
        h('i', { class: `swatch ${type}`, 'aria-hidden': 'true' }),
        words.types[type],
      ),
    ),
    h(
      'span',
      { class: 'samples' },
      ...INDICATOR_KINDS.map((kind) => sample(kind, INDICATOR_KIND_LABELS[kind][language])),
      sample('target', words.targetsHollow),
    ),
  );
}
