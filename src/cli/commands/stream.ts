/** `gaige stream`: documents in, a line each; records out, a line each, in the same order and as soon as they are there. */

import { inOrder, limited } from '../../batch/ordered.ts';
import { openInThisThread, openPool } from '../../batch/pool.ts';
import type { WorkerPool } from '../../batch/task.ts';
import { type Answer, errorOf, type Failed, failureOf, type Task } from '../../batch/task.ts';
import { encodingName } from '../../decode/index.ts';
import { loadPack } from '../../engine/load-pack.ts';
import { GaigeError } from '../../model/error.ts';
import { settingsOf } from '../batch/settings.ts';
import { EXIT } from '../exit-codes.ts';
import { linesUpTo } from '../input/lines.ts';
import type { Command, Io } from '../io.ts';
import type { Options } from '../options.ts';
import { failureRecord } from '../output/failures.ts';

/** Characters: room for a file of 90 MB in base64. */
const LONGEST_LINE = 120 * 1024 * 1024;

/** Lines that may wait for the answers before theirs, for each worker. */
const AHEAD = 4;

type Id = string | number | null;

type StreamLine = { id: Id; task: Task } | { id: Id; failure: Failed['failure'] };

/** A line that holds no document is answered with an error, and no reason to end. */
export const run: Command = async (_given, options, io) => {
  const request = { target: { kind: 'stdout' }, format: 'ndjson', select: options.select ?? null } as const;
  const pack = await loadPack(options.rules);
  const settings = settingsOf(options, request, pack, io);
  const { jobs, timeoutPerReport } = options;
  const isAlone = jobs === undefined && timeoutPerReport === undefined;
  const pool = isAlone
    ? await openInThisThread(settings, pack)
    : openPool(settings, jobs ?? 1, timeoutPerReport ?? null);
  try {
    await answerLines(linesFrom(options, io), pool, io);
  } finally {
    await pool.close();
  }
  return EXIT.done;
};

async function answerLines(lines: AsyncIterable<StreamLine>, pool: WorkerPool, io: Io): Promise<void> {
  const limit = limited(pool.size);
  const answer = async (line: StreamLine): Promise<Uint8Array> =>
    'failure' in line
      ? failureLine(line.id, line.failure)
      : limit(async () => answerLine(line, await pool.work(line.task)));
  for await (const data of inOrder(lines, answer, pool.size * AHEAD)) await io.write(data);
}

function answerLine({ id, task }: { id: Id; task: Task }, answer: Answer): Uint8Array {
  if ('fault' in answer) throw errorOf(answer.fault);
  const path = 'source' in task ? task.source.path : '-';
  const many = failureOf(new GaigeError('MANY_REPORTS', { path }));
  if ('holdsMany' in answer || answer.items.length > 1) return failureLine(id, many);
  const [item] = answer.items;
  if (item === undefined) return failureLine(id, failureOf(new GaigeError('NO_INPUT', { path, formats: '' })));
  return 'failure' in item ? failureLine(id, item.failure) : withId(id, item.pieces[0]!);
}

/** A record begins with a brace: `id` comes first. */
const withId = (id: Id, record: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`{"id":${JSON.stringify(id)},`), record.subarray(1)]);

const failureLine = (id: Id, failure: Failed['failure']): Uint8Array =>
  Buffer.from(`${JSON.stringify(failureRecord({ id }, { failure }))}\n`);

async function* linesFrom({ maxFileSize }: Options, { host, signal }: Io): AsyncGenerator<StreamLine> {
  const longest = maxFileSize ?? LONGEST_LINE;
  let number = 0;
  try {
    for await (const lines of linesUpTo(host.stdin, longest)) {
      for (const text of lines) {
        if (signal.aborted) return;
        const path = `line ${++number}`;
        if (text !== null) yield readLine(text, path);
        else yield { id: null, failure: failureOf(new GaigeError('FILE_TOO_LARGE', { path, limit: longest })) };
      }
    }
  } catch (error) {
    // Ctrl-C closes standard input, and what was read before is still answered.
    if (!signal.aborted) throw error;
  }
}

const SHAPE = '{"id", "name"?, "text" | "base64", "encoding"?}';

function readLine(text: string, path: string): StreamLine {
  let id: Id = null;
  const invalid = (problem: string): StreamLine => {
    return { id, failure: failureOf(new GaigeError('LINE_INVALID', { path, problem, shape: SHAPE })) };
  };
  const document = parse(text);
  if (document === null) return invalid('not-json');
  const { name = '-', text: content, base64, encoding } = document;
  if (typeof document['id'] !== 'string' && typeof document['id'] !== 'number') return invalid('no-id');
  id = document['id'];
  if (typeof name !== 'string' || name === '') return invalid('odd-name');
  if (encoding !== undefined && (typeof encoding !== 'string' || encodingName(encoding) === null)) {
    return invalid('odd-encoding');
  }
  if ((typeof content === 'string') === (typeof base64 === 'string')) return invalid('no-text');
  const source = (bytes: Uint8Array) => ({ path: name, name: name.slice(name.lastIndexOf('/') + 1), bytes });
  if (typeof content === 'string') {
    return { id, task: { source: source(Buffer.from(content)), isMember: false, encoding: 'utf-8' } };
  }
  if (typeof base64 !== 'string' || NOT_BASE64.test(base64)) return invalid('no-base64');
  const bytes = Buffer.from(base64, 'base64');
  return { id, task: { source: source(bytes), isMember: false, ...(encoding !== undefined && { encoding }) } };
}

const NOT_BASE64 = /[^A-Za-z0-9+/=\s]/;

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
