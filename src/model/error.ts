import type { Facts } from './diagnostic.ts';

export const ERROR_CODES = [
  'USAGE',
  'PATH_NOT_FOUND',
  'NO_INPUT',
  'INPUT_UNREADABLE',
  'FILE_TOO_LARGE',
  'OUTPUT_UNWRITABLE',
  'SELECT_NEEDED',
  'BINARY_FILE',
  'FORMAT_UNREAD',
  'ENCRYPTED',
  'DAMAGED',
  'XML_ENTITIES',
  'ARCHIVE_TOO_LARGE',
  'NESTED_ARCHIVE',
  'UNSAFE_NAME',
  'TIME_LIMIT',
  'NO_TEXT_COLUMN',
  'UNDECODABLE',
  'ANNOTATION_INVALID',
  'RULES_INVALID',
  'RULES_NOT_FOUND',
  'SEGMENTER_MISSING',
  'REPORT_FAILED',
  'REPORT_TIMEOUT',
  'WORKER_DIED',
  'LINE_INVALID',
  'RECORD_INVALID',
  'BOOK_TOO_LARGE',
  'MANY_REPORTS',
  'CONFIG_NOT_FOUND',
  'CONFIG_INVALID',
  'BASELINE_NOT_FOUND',
  'BASELINE_INVALID',
  'CORRECTIONS_INVALID',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A request that cannot be carried out. `facts` name the file, the place and the remedy; the wording is in `wording.ts`. */
export class GaigeError extends Error {
  readonly code: ErrorCode;
  readonly facts: Facts;

  /** `words`: its message, where that is more than the code. */
  constructor(code: ErrorCode, facts: Facts = {}, cause?: unknown, words?: string) {
    const place = words ?? facts['path'];
    super(`${code}${place === undefined ? '' : `: ${place}`}`, { cause });
    this.name = 'GaigeError';
    this.code = code;
    this.facts = facts;
  }
}
