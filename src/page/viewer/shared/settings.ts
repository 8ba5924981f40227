/** What a reader chose last, kept by her browser where that allows it. */

import type { Language } from '../../../messages/language.ts';

export const SCHEMES = ['auto', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Under which the browser keeps it. */
export const settingKey = (key: string): string => `gaige:${key}`;

export function readSetting(key: string): string | null {
  try {
    return localStorage.getItem(settingKey(key));
  } catch {
    return null;
  }
}

/** Null where it could not be kept. */
export function keepSetting(key: string, value: string | null): true | null {
  try {
    if (value === null) localStorage.removeItem(settingKey(key));
    else localStorage.setItem(settingKey(key), value);
    return true;
  } catch {
    return null;
  }
}

export const readScheme = (): Scheme => SCHEMES.find((each) => each === readSetting('scheme')) ?? 'auto';

/** As the reader chose last, else as the page was made. */
export function readLanguage(): Language {
  const chosen = readSetting('language');
  return chosen === 'zh' || chosen === 'en' ? chosen : document.documentElement.lang === 'en' ? 'en' : 'zh';
}

/** The style reads it. */
export function applyScheme(scheme: Scheme): void {
  document.documentElement.dataset['scheme'] = scheme;
}
