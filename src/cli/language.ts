import { LANGUAGES, type Language } from '../messages/language.ts';
import type { Host } from './host.ts';

/** The language is needed before the arguments are parsed: help and faults are worded in it. */
export const languageOf = (argv: readonly string[], env: Host['env']): Language =>
  languageAskedFor(argv) ?? languageOfLocale(env);

function languageAskedFor(argv: readonly string[]): Language | undefined {
  const at = argv.findLastIndex((argument) => /^--lang(=|$)/.test(argument));
  if (at < 0) return undefined;
  const [argument, next] = argv.slice(at);
  const value = argument?.includes('=') ? argument.slice('--lang='.length) : next;
  return LANGUAGES.find((language) => language === value);
}

/** In the order of POSIX. C and POSIX are the English of programs; where nothing is said, readers of Chinese reports are. */
function languageOfLocale({ LC_ALL, LC_MESSAGES, LANG }: Host['env']): Language {
  const locale = LC_ALL || LC_MESSAGES || LANG || '';
  return locale === '' || /^zh([_.@-]|$)/i.test(locale) ? 'zh' : 'en';
}
