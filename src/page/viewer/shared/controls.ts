/** Language and colours, which every page lets its reader choose. */
import type { Language } from '../../../messages/language.ts';
import type { PageWords } from '../../../messages/page.ts';
import { h } from './dom.ts';
import { applyScheme, keepSetting, SCHEMES, type Scheme } from './settings.ts';
import type { Store } from './store.ts';

type Chosen = { language: Language; scheme: Scheme };

export function controls<State extends Chosen>(store: Store<State>, words: PageWords): HTMLElement[] {
  const { language, scheme } = store.get();
  const set = (change: Partial<Chosen>) => store.set(change as Partial<State>);
  const select = h(
    'select',
    {
      class: 'scheme',
      'aria-label': words.switchScheme,
      onchange: () => {
        const chosen = SCHEMES.find((each) => each === select.value) ?? 'auto';
        keepSetting('scheme', chosen);
        applyScheme(chosen);
        set({ scheme: chosen });
      },
    },
    ...SCHEMES.map((each) => h('option', { value: each, selected: each === scheme }, words.scheme[each])),
  );
  const switchLanguage = () => {
    const other = language === 'zh' ? 'en' : 'zh';
    keepSetting('language', other);
    set({ language: other });
  };
  return [
    h(
      'button',
      {
        type: 'button',
        class: 'quiet language',
        lang: language === 'zh' ? 'en' : 'zh-CN',
        title: words.switchLanguage,
        onclick: switchLanguage,
      },
      words.otherLanguage,
    ),
    select,
  ];
}
