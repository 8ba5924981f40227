/** Whether what a file says is what the page can show: src/corrections/schema.ts says the same, with a library that no page needs. */

import type { Span } from '../../../model/span.ts';
import { BASES, DIRECTIONS, INDICATOR_KINDS, PLACEHOLDER_KINDS, ROLES, STATUSES } from '../../../model/vocabulary.ts';

type FieldCheck = (value: unknown, text: string) => boolean;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** In UTF-16 code units, within `text`. */
export const isSpanOf = (text: string, value: unknown): value is Span =>
  isObject(value) &&
  Number.isInteger(value['start']) &&
  Number.isInteger(value['end']) &&
  Number(value['start']) >= 0 &&
  Number(value['start']) < Number(value['end']) &&
  Number(value['end']) <= text.length;

const isString: FieldCheck = (value) => typeof value === 'string';
const isStrings: FieldCheck = (value) => Array.isArray(value) && value.every((each) => typeof each === 'string');
const oneOf =
  (values: readonly string[]): FieldCheck =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const orNull =
  (check: FieldCheck): FieldCheck =>
  (value, text) =>
    value === null || check(value, text);

const isName: FieldCheck = (value, text) =>
  isObject(value) && typeof value['text'] === 'string' && (value['span'] === null || isSpanOf(text, value['span']));

const isTime: FieldCheck = (value) =>
  isObject(value) && typeof value['from'] === 'string' && typeof value['to'] === 'string';

const isExtent: FieldCheck = (value, text) => isObject(value) && standsIn(text, value);

const FIELDS: Readonly<Record<string, ReadonlyMap<unknown, FieldCheck>>> = {
  indicator: new Map([
    ['name', orNull(isName)],
    ['kind', oneOf(INDICATOR_KINDS)],
    ['direction', orNull(oneOf(DIRECTIONS))],
    ['basis', orNull(oneOf(BASES))],
    ['base', orNull(isString)],
    ['status', oneOf(STATUSES)],
    ['scope', orNull(isString)],
    ['period', orNull(isString)],
    ['time', orNull(isTime)],
    ['role', orNull(oneOf(ROLES))],
    ['concept', orNull(isString)],
    ['domains', isStrings],
    ['value', isObject],
    ['unit', isString],
    ['extent', isExtent],
  ]),
  placeholder: new Map([
    ['kind', oneOf(PLACEHOLDER_KINDS)],
    ['expects', orNull(isString)],
    ['extent', isExtent],
  ]),
};

const standsIn = (text: string, { span, text: words }: Record<string, unknown>): boolean =>
  isSpanOf(text, span) && text.slice(span.start, span.end) === words;

/** `text`: that of the report. */
export function isMark(value: unknown, text: string): value is Record<string, unknown> & { span: Span } {
  if (!isObject(value) || !isSpanOf(text, value['span'])) return false;
  const { mark, type, field, fields, to } = value;
  if (mark === 'domains') return isStrings(to, text);
  const checks = Object.hasOwn(FIELDS, String(type)) ? FIELDS[String(type)] : undefined;
  if (!checks || !standsIn(text, value)) return false;
  if (mark === 'change') return checks.get(field)?.(to, text) ?? false;
  if (mark !== 'add') return mark === 'right' || mark === 'wrong';
  return isObject(fields) && Object.entries(fields).every(([name, given]) => checks.get(name)?.(given, text) ?? false);
}
