/** The summary of a step of GitHub Actions, as markdown: how many there are, and a table of the first by weight. */
import { LEVEL_LABELS, missingWords, noticeWords, placeWords, SUMMARY_WORDS } from '../../messages/check.ts';
import type { Finding } from '../../model/issue.ts';
import type { CheckContext, CheckEmitter } from './emitter.ts';
import { countWords, oneLine } from './words.ts';

/** Of each weight. GitHub takes no more than 1 MiB of a step. */
const ROWS = 200;

/** Characters of a cell; a path may be thousands of them long. */
const CELL = 300;

type SummaryRow = readonly [level: Finding['level'], report: string, place: string, what: string];

export function stepSummary({ language, repositoryPath }: CheckContext): CheckEmitter {
  const rows: Record<Finding['level'], SummaryRow[]> = { error: [], warn: [] };
  let all = 0;
  const add = (row: SummaryRow): void => {
    all++;
    if (rows[row[0]].length < ROWS) rows[row[0]].push(row);
  };
  return {
    begin: () => '',
    finding: (finding) => {
      const { level, path, place } = finding;
      add([level, repositoryPath(path), placeWords(place, language), missingWords(finding, language)]);
      return '';
    },
    report: () => '',
    end: ({ reports, counts, notices, failures }) => {
      const words = SUMMARY_WORDS[language];
      // What could not be read comes first.
      rows.error.unshift(
        ...failures.slice(0, ROWS).map((each): SummaryRow => ['error', repositoryPath(each.path), '', each.message]),
      );
      for (const notice of notices) {
        add([
          'warn',
          repositoryPath(notice.path),
          notice.line === null ? '' : String(notice.line),
          noticeWords(notice, language),
        ]);
      }
      const told = [...rows.error, ...rows.warn].slice(0, ROWS);
      const rest = all + failures.length - told.length;
      const head = ['', words.report, words.place, words.missing];
      const lines = [
        head,
        head.map(() => '---'),
        ...told.map(([level, ...cells]) => [LEVEL_LABELS[level][language], ...cells.map(escapeCell)]),
      ];
      const table = told.length === 0 ? '' : `${lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}\n`;
      return `### gaige check\n\n${words.reports(reports)} · ${countWords(counts, language)}\n\n${table}${rest > 0 ? `${words.rest(rest)}\n\n` : ''}`;
    },
  };
}

/** Words of a report are shown as they are: no markdown, no HTML, no cell of their own. */
const escapeCell = (text: string): string => {
  const line = oneLine(text);
  const short = line.length > CELL ? `${line.slice(0, CELL).replace(/[\ud800-\udbff]$/, '')}…` : line;
  return short.replace(/[\\`*_{}[\]<>()#+!|~&@:-]/g, (char) => `&#${char.charCodeAt(0)};`);
};
