import type { Facts } from '../model/diagnostic.ts';
import { type ErrorCode, GaigeError } from '../model/error.ts';
import { shown, shownLines } from '../text/shown.ts';
import { type FaultCode, faultHint, faultMessage } from './faults.ts';
import type { Language, Wording } from './language.ts';

export type { FaultCode } from './faults.ts';

/** What is wrong in a file that the user wrote, and where. Its wording is in `faults.ts`. */
export type Fault = {
  severity: 'error' | 'warning';
  code: FaultCode;
  path: string;
  /** 1-based; columns count UTF-16 units, as editors do. */
  line: number;
  column: number;
  /** What the wording names; `near` is the name that was probably meant. */
  facts: Facts;
  /** The line before and the line itself, with a caret under the place. */
  excerpt: string;
};

/** As they stand in the file. */
export const byPlace = (a: Fault, b: Fault): number => a.line - b.line || a.column - b.column;

export const isError = ({ severity }: Fault): boolean => severity === 'error';

/** The error of a request that needs rules or settings without faults: the first, and how many more there are. */
export function faultError(faults: readonly Fault[], errorCode: ErrorCode = 'RULES_INVALID'): GaigeError {
  const { path, line, column, code, facts, excerpt } = faults[0]!;
  return new GaigeError(errorCode, {
    ...facts,
    path,
    line,
    column,
    problem: code,
    excerpt,
    more: faults.length - 1,
  });
}

const SEVERITIES: Record<Fault['severity'], Wording> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
};

/** As compilers tell it: file:line:column, what is wrong, the lines, and what to do. */
export function formatFault({ severity, code, path, line, column, facts, excerpt }: Fault, language: Language): string {
  const colon = language === 'zh' ? '：' : ': ';
  const message = faultMessage(code, facts, language);
  const head = `${shown(path)}:${line}:${column}: ${SEVERITIES[severity][language]}${colon}${message}`;
  return [head, ...(excerpt === '' ? [] : [shownLines(excerpt)]), `  ${faultHint(code, facts, language)}`].join('\n');
}
