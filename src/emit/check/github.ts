/**
 * Workflow commands of GitHub Actions, which become annotations on the lines of a pull request. GitHub shows ten errors and ten warnings of
 * a step and drops the others without a word, so that what is more than that is told as plain lines of the log.
 */
import {
  annotationsLeftOut,
  LEVEL_LABELS,
  missingWords,
  noticeWords,
  placeWords,
  RULE_WORDS,
} from '../../messages/check.ts';
import type { Language } from '../../messages/language.ts';
import type { CheckOutcome, Finding, Notice } from '../../model/issue.ts';
import { shown, shownLines } from '../../text/shown.ts';
import type { CheckContext, CheckEmitter } from './emitter.ts';
import { fileOf } from './uri.ts';
import { oneLine } from './words.ts';

const SHOWN = 10;

type Level = 'error' | 'warning';

type AnnotationProperties = Record<string, string | number | undefined>;

type LineNote = {
  level: Level;
  path: string;
  place: string;
  words: string;
  properties: AnnotationProperties;
  /** The words, and what the reader of an annotation does not see beside it. */
  message: string;
};

export function github({ language, repositoryPath }: CheckContext): CheckEmitter {
  // Inputs that were not read weigh most and are known last, so that the first findings wait for them.
  const waiting: Record<Level, LineNote[]> = { error: [], warning: [] };
  let leftOut = 0;
  const plain = (annotation: LineNote): string => {
    leftOut++;
    return plainLine(annotation, language);
  };
  const shown = (annotations: readonly LineNote[]): string =>
    annotations.map((annotation, i) => (i < SHOWN ? command(annotation) : plain(annotation))).join('');
  return {
    begin: () => '',
    finding: (finding) => {
      const annotation = annotationOf(finding, repositoryPath(finding.path), language);
      const queue = waiting[annotation.level];
      if (queue.length >= SHOWN) return plain(annotation);
      queue.push(annotation);
      return '';
    },
    report: () => '',
    end: ({ failures, notices }) => {
      const errors = [...failures.map((each) => failureOf(each, repositoryPath)), ...waiting.error];
      const warnings = [...waiting.warning, ...notices.map((each) => noticeOf(each, repositoryPath, language))];
      const lines = shown(errors) + shown(warnings);
      return leftOut === 0 ? lines : `${lines}::notice::${escapeMessage(annotationsLeftOut(leftOut, language))}\n`;
    },
  };
}

function annotationOf(finding: Finding, path: string, language: Language): LineNote {
  const { place, kind, sentence } = finding;
  const title = RULE_WORDS[kind].title[language];
  const [missing, where] = [missingWords(finding, language), placeWords(place, language)];
  const said = { level: finding.level === 'warn' ? 'warning' : 'error', path, place: where, words: missing } as const;
  if (!('region' in place)) {
    return { ...said, properties: { file: fileOf(path), title }, message: `${where} ${missing}\n${sentence.text}` };
  }
  const { line, column, endLine, endColumn } = place.region;
  // GitHub counts the last column as part of the range, and knows columns only within one line.
  const columns = line === endLine ? { col: column, endColumn: endColumn - 1 } : {};
  return {
    ...said,
    properties: { file: path, line, endLine, ...columns, title },
    message: `${missing}\n${sentence.text}`,
  };
}

function noticeOf(notice: Notice, repositoryPath: CheckContext['repositoryPath'], language: Language): LineNote {
  const path = repositoryPath(notice.path);
  const line = notice.line ?? undefined;
  const message = noticeWords(notice, language);
  return {
    level: 'warning',
    path,
    place: line === undefined ? '' : String(line),
    words: message,
    properties: { file: path, line },
    message,
  };
}

function failureOf(
  { path, message }: CheckOutcome['failures'][number],
  repositoryPath: CheckContext['repositoryPath'],
): LineNote {
  const file = fileOf(repositoryPath(path));
  return { level: 'error', path: file, place: '', words: message, properties: { file }, message };
}

function command({ level, properties, message }: LineNote): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  const list = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
  return `::${level} ${list}::${escapeMessage(message)}\n`;
}

/** `- path:12:5: 错误 缺少数值：…`. A line that began with two colons would be taken for a command. */
function plainLine({ level, path, place, words }: LineNote, language: Language): string {
  const label = LEVEL_LABELS[level === 'error' ? 'error' : 'warn'][language];
  const line = [path, place, ` ${label} ${words}`].filter((part) => part !== '').join(':');
  return `- ${oneLine(line)}\n`;
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
