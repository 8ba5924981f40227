/** Keeps what a reader said in her browser, by the report and its text, until she saves it. */
import type { Model } from '../report/model.ts';
import { keepSetting, readSetting, settingKey } from '../shared/settings.ts';
import { type Marks, NO_MARKS } from './marks.ts';

const keyOf = ({ report, textSha256 }: Model): string =>
  `marks:${report.sha256.slice(0, 16)}:${textSha256.slice(0, 16)}`;

export function keptMarks(model: Model): Marks {
  try {
    const kept: unknown = JSON.parse(readSetting(keyOf(model)) ?? 'null');
    return isMarks(kept) ? kept : NO_MARKS;
  } catch {
    return NO_MARKS;
  }
}

/** Null where the browser keeps nothing. */
export const keepMarks = (model: Model, marks: Marks): true | null =>
  keepSetting(keyOf(model), marks === NO_MARKS ? null : JSON.stringify(marks));

/** Whether a change of the storage under `key` may concern them; null is all of it. */
export const isOfMarks = (key: string | null, model: Model): boolean =>
  key === null || key === settingKey(keyOf(model));

const isMarks = (value: unknown): value is Marks =>
  typeof value === 'object' &&
  value !== null &&
  'findings' in value &&
  typeof value.findings === 'object' &&
  'added' in value &&
  Array.isArray(value.added) &&
  'sections' in value &&
  typeof value.sections === 'object' &&
  'by' in value &&
  typeof value.by === 'string';
