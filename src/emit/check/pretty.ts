/** For reading on a terminal: each finding with its sentence and the mask marked. */

import { Chalk, type ChalkInstance } from 'chalk';
import { CHECK_LABELS, LEVEL_LABELS, missingWords, placeWords } from '../../messages/check.ts';
import type { CheckOutcome, Excerpt, Finding } from '../../model/issue.ts';
import { shown } from '../../text/shown.ts';
import { pad, shorten, widthOf } from '../fit.ts';
import type { CheckContext, CheckEmitter } from './emitter.ts';
import { countWords, oneLine, totalOf } from './words.ts';

const PLACE_WIDTH = 9;
const INDENT = ' '.repeat(PLACE_WIDTH + 2);

export function pretty({ language, colour, columns, summary }: CheckContext): CheckEmitter {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  let current: string | null = null;
  const findingLines = (finding: Finding): string[] => {
    const { place, level } = finding;
    const label = chalk[level === 'error' ? 'red' : 'yellow'](LEVEL_LABELS[level][language]);
    return [
      `  ${chalk.dim(pad(placeWords(place, language), PLACE_WIDTH))}${label} ${oneLine(missingWords(finding, language))}`,
      ...frame(finding.sentence, Math.max(40, columns - INDENT.length), chalk).map((line) => `${INDENT}${line}`),
    ];
  };
  return {
    begin: () => '',
    finding: (finding) => {
      if (summary) return '';
      const head =
        finding.path === current ? [] : [...(current === null ? [] : ['']), chalk.underline(shown(finding.path))];
      current = finding.path;
      return `${[...head, ...findingLines(finding)].join('\n')}\n`;
    },
    report: (path, counts) =>
      summary && totalOf(counts) > 0 ? `${chalk.underline(shown(path))}  ${countWords(counts, language)}\n` : '',
    end: (outcome) => `${totalOf(outcome.counts) > 0 ? '\n' : ''}${totalLine(outcome, language, chalk)}\n`,
  };
}

function totalLine(
  { reports, counts }: CheckOutcome,
  language: CheckContext['language'],
  chalk: ChalkInstance,
): string {
  const words = `${reports} ${CHECK_LABELS.reports[language]} · ${countWords(counts, language)}`;
  const isClean = totalOf(counts) === 0;
  return chalk.bold(isClean ? chalk.green(words) : chalk[counts.errors > 0 ? 'red' : 'yellow'](words));
}

/** The sentence, or so much of it as fits, and a line that points at the mask. */
function frame({ text, mark }: Excerpt, width: number, chalk: ChalkInstance): string[] {
  const [before, mask, after] = [text.slice(0, mark.start), text.slice(mark.start, mark.end), text.slice(mark.end)].map(
    oneLine,
  ) as [string, string, string];
  const shownMask = shorten(mask, Math.floor(width / 2));
  const room = width - widthOf(shownMask);
  const left = lastOf(before.trimStart(), Math.max(Math.floor(room / 2), room - widthOf(after)));
  const right = shorten(after.trimEnd(), room - widthOf(left));
  const pointer = `${' '.repeat(widthOf(left))}${'^'.repeat(widthOf(shownMask))}`;
  return [`${chalk.dim(left)}${chalk.red.bold(shownMask)}${chalk.dim(right)}`, chalk.red(pointer)];
}

/** The end of a text that fits, with … in place of what was cut off. */
function lastOf(text: string, width: number): string {
  const reversed = [...text].reverse().join('');
  return [...shorten(reversed, width)].reverse().join('');
}
