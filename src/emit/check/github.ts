/** Workflow commands of GitHub Actions, which become annotations on the lines of a pull request. */

import { missingWords, noticeWords, placeWords, RULE_WORDS } from '../../messages/check.ts';
import type { Language } from '../../messages/language.ts';
import type { Finding } from '../../model/issue.ts';
import { shown, shownLines } from '../../text/shown.ts';
import type { CheckContext, CheckEmitter } from './emitter.ts';
import { fileOf } from './uri.ts';

export const github = ({ language }: CheckContext): CheckEmitter => ({
  begin: () => '',
  finding: (finding) => annotation(finding, language),
  report: () => '',
  end: ({ notices, failures }) =>
    [
      ...notices.map((notice) =>
        command('warning', { file: notice.path, line: notice.line ?? undefined }, noticeWords(notice, language)),
      ),
      ...failures.map(({ path, message }) => command('error', { file: fileOf(path) }, message)),
    ].join(''),
});

function annotation(finding: Finding, language: Language): string {
  const { path, place, kind, level, sentence } = finding;
  const title = RULE_WORDS[kind].title[language];
  const missing = missingWords(finding, language);
  const type = level === 'warn' ? 'warning' : 'error';
  if (!('region' in place)) {
    return command(type, { file: fileOf(path), title }, `${placeWords(place, language)} ${missing}\n${sentence.text}`);
  }
  const { line, column, endLine, endColumn } = place.region;
  // GitHub counts the last column as part of the range, and knows columns only within one line.
  const columns = line === endLine ? { col: column, endColumn: endColumn - 1 } : {};
  return command(type, { file: path, line, endLine, ...columns, title }, `${missing}\n${sentence.text}`);
}

type AnnotationProperties = Record<string, string | number | undefined>;

function command(type: 'error' | 'warning', properties: AnnotationProperties, message: string): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  const list = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
  return `::${type} ${list}::${escapeMessage(message)}\n`;
}

const escapeMessage = (text: string): string => shownLines(text).replaceAll('%', '%25').replaceAll('\n', '%0A');

/** The name of a file is its own, but for what no log may hold. */
const percented = (text: string): string =>
  text
    .replace(/[^\r\n]+/g, shown)
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => percented(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
