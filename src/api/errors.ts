/** What errors say to programs, and what programs ask for in a way that cannot be meant. */
import { types } from 'node:util';
import type { Language } from '../messages/language.ts';
import { type ErrorExplanation, errorWording, type UsageProblem } from '../messages/problems.ts';
import type { Facts } from '../model/diagnostic.ts';
import { GaigeError } from '../model/error.ts';

/** What an error means and what to do about it, for people; in English where no language is said. */
export const explainError = ({ code, facts }: GaigeError, language: Language = 'en'): ErrorExplanation =>
  errorWording(code, facts, language);

/** The same error with the English wording as its message: where nobody catches it, that is all that is shown. */
export function worded(error: GaigeError): GaigeError {
  const { code, facts, cause } = error;
  const { message, hint } = explainError(error);
  // An excerpt of the file ends with a caret.
  return new GaigeError(code, facts, cause, `${message}${message.includes('\n') ? '\n' : '; '}${hint}`);
}

export const misuse = (problem: UsageProblem, facts: Facts): GaigeError =>
  worded(new GaigeError('USAGE', { problem, ...facts }));

/** What `work` gives, or its error in words. */
export function inWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof GaigeError ? worded(error) : error;
  }
}

/** A value that does not fit, as its author knows it again: `null`, `number`, `{ text: string, path: string }`. */
export function shapeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (types.isUint8Array(value)) return 'Uint8Array';
  if (types.isPromise(value)) return 'Promise';
  if (typeof value !== 'object') return typeof value;
  const parts = Object.entries(value).slice(0, MOST_KEYS);
  return parts.length === 0 ? '{}' : `{ ${parts.map(([key, part]) => `${key}: ${nameOf(part)}`).join(', ')} }`;
}

const MOST_KEYS = 6;

const nameOf = (part: unknown): string =>
  typeof part === 'object' && part !== null && !types.isUint8Array(part) ? 'object' : shapeOf(part);

/** The one of several names. */
export function checkName<Name extends string>(option: string, given: Name, allowed: readonly Name[]): Name {
  if (allowed.includes(given)) return given;
  throw misuse('INVALID_VALUE', { option, given: shown(given), allowed: allowed.join(', ') });
}

/** A text may be long, and a name is not. */
export const shown = (value: unknown): string =>
  typeof value !== 'string' ? shapeOf(value) : value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;

const LONGEST = 30;
