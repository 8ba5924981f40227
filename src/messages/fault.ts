import type { Facts } from '../model/diagnostic.ts';
import { type ErrorCode, GaigeError } from '../model/error.ts';
import type { FaultCode } from './faults.ts';

export type { FaultCode } from './faults.ts';

/** What is wrong in a file that the user wrote, and where. Its wording is in `fault-wording.ts`. */
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
