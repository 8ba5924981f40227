/** `file:line:col: message`, as compilers and grep write it and editors read it. */

import { LEVEL_LABELS, missingWords, placeWords } from '../../messages/check.ts';
import { shown } from '../../text/shown.ts';
import type { CheckContext, CheckEmitter } from './emitter.ts';
import { countWords, oneLine, totalOf } from './words.ts';

export function unix({ language, summary }: CheckContext): CheckEmitter {
  return {
    begin: () => '',
    finding: (finding) => {
      if (summary) return '';
      const { path, place, level } = finding;
      // A document has no line to go to: a blank keeps its place from being taken for one.
      const position = 'region' in place ? placeWords(place, language) : ` ${placeWords(place, language)}`;
      const label = level === 'warn' ? `${LEVEL_LABELS.warn[language]} ` : '';
      return `${shown(path)}:${position}: ${label}${oneLine(missingWords(finding, language))}\n`;
    },
    report: (path, counts) =>
      summary && totalOf(counts) > 0 ? `${shown(path)}: ${countWords(counts, language)}\n` : '',
    end: () => '',
  };
}
