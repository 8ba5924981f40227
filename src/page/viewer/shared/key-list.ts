import type { PageWords } from '../../../messages/page.ts';
import { h } from './dom.ts';

/** The keys and what they do. */
export const keyList = ({ keyList: keys }: PageWords): HTMLElement =>
  h(
    'dl',
    { class: 'key-list' },
    ...keys.map(([key, what]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, what))),
  );
