/** Records that `extract` wrote, read again: one a line, alone or in the envelope of `--format json`. */
import { createReadStream } from 'node:fs';
import type { InputFailure } from '../../model/document.ts';
import { GaigeError } from '../../model/error.ts';
import type { GaigeRecord } from '../../model/record.ts';
import { reasonOf, STDIN } from '../../read/index.ts';
import { isRecord } from '../../validate/checks.ts';
import type { Host } from '../host.ts';
import { linesOf } from '../input/lines.ts';

/** Bytes that are read at a time. */
const PIECE = 64 * 1024;

/** The envelope around the records, each of which stands in a line of its own. */
const ENVELOPE_HEAD = /"reports":\[$/;
const ENVELOPE_END = /^\],"summary":/;

/** What `read` makes of each record. A line that is none is a failure, and the rest goes on. */
export async function* recordsIn<T>(
  path: string,
  { stdin }: Host,
  read: (record: GaigeRecord) => T,
): AsyncGenerator<T | InputFailure> {
  let line = 0;
  try {
    const bytes = path === STDIN ? stdin : createReadStream(path, { highWaterMark: PIECE });
    for await (const lines of linesOf(bytes)) {
      for (const text of lines) {
        line++;
        for (const record of recordsOf(text)) yield readOr(record, read) ?? failure('RECORD_INVALID', { path, line });
      }
    }
  } catch (error) {
    yield failure('INPUT_UNREADABLE', { path, reason: reasonOf(error) }, error);
  }
}

const failure = (
  code: 'RECORD_INVALID' | 'INPUT_UNREADABLE',
  facts: { path: string; line?: number; reason?: string },
  cause?: unknown,
): InputFailure => ({ path: facts.path, error: new GaigeError(code, facts, cause) });

/** A record that somebody has changed may hold anything: what is beside the contract would be met far from here. */
function readOr<T>(record: unknown, read: (record: GaigeRecord) => T): T | null {
  try {
    return isRecord(record) ? read(record) : null;
  } catch {
    return null;
  }
}

/** Of a line: one as a rule, none where it is blank or part of an envelope, all of an envelope in one line. */
function recordsOf(line: string): readonly unknown[] {
  if (line.trim() === '' || ENVELOPE_HEAD.test(line) || ENVELOPE_END.test(line)) return [];
  const value = parse(line.endsWith(',') ? line.slice(0, -1) : line);
  return typeof value === 'object' && value !== null && 'reports' in value && Array.isArray(value.reports)
    ? value.reports
    : [value];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
