/** Where the records of a run go. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Extracted } from '../batch.ts';
import {
  addCounts,
  countsOf,
  type EmitContext,
  type Emitter,
  loadEmitter,
  NO_COUNTS,
  selectFindings,
  TABLES,
  type Table,
} from '../emit/index.ts';
import { GaigeError } from '../model/error.ts';
import { codeOf } from './host.ts';
import { reportFiles } from './report-files.ts';
import type { OutputRequest } from './request.ts';
import { openFileSink, type Sink } from './sink.ts';

export type Output = {
  add: (extracted: Extracted) => Promise<void>;
  /** Ends what was written. */
  commit: () => Promise<void>;
  /** Leaves no unfinished file behind. */
  discard: () => Promise<void>;
};

/** What goes wrong on the way leaves nothing behind. */
export async function orDiscard<T>(output: Pick<Output, 'discard'>, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    await output.discard();
    throw error;
  }
}

export type OutputContext = Omit<EmitContext, 'table'>;

/** Throws OUTPUT_UNWRITABLE. */
export async function openOutput(request: OutputRequest, context: OutputContext, stdout: Sink): Promise<Output> {
  const { target, format, select } = request;
  const emitterOf = await loadEmitter(format);
  const emitter = (table: Table = select ?? 'indicators') => emitterOf({ ...context, table });
  if (target.kind === 'stdout') return streamOutput(emitter(), stdout, select);
  if (target.kind === 'file') return streamOutput(emitter(), await openFileSink(target.path), select);
  await makeFolder(target.path);
  if (format !== 'csv') return folderOutput(target.path, format, emitter, select);
  return openTables(target.path, select === null ? TABLES : [select], emitter);
}

async function openTables(
  folder: string,
  tables: readonly Table[],
  emitterOf: (table: Table) => Emitter,
): Promise<Output> {
  const outputs: Output[] = [];
  return orDiscard(together(outputs), async () => {
    for (const table of tables) {
      outputs.push(await streamOutput(emitterOf(table), await openFileSink(join(folder, `${table}.csv`)), null));
    }
    return together(outputs);
  });
}

/** All records in one text. */
async function streamOutput(emitter: Emitter, sink: Sink, select: Table | null): Promise<Output> {
  let counts = NO_COUNTS;
  const output: Output = {
    add: async ({ record, document }) => {
      if (counts.reports > 0) await sink.write(emitter.between);
      counts = addCounts(counts, countsOf(record));
      await sink.write(emitter.record(selectFindings(record, select), document.text));
    },
    commit: async () => {
      await sink.write(emitter.end(counts));
      await sink.commit();
    },
    discard: sink.discard,
  };
  return orDiscard(output, async () => {
    await sink.write(emitter.begin());
    return output;
  });
}

/** A file a report. */
function folderOutput(folder: string, extension: string, emitterOf: () => Emitter, select: Table | null): Output {
  const fileOf = reportFiles(extension);
  return {
    add: async (extracted) => {
      const path = join(folder, fileOf(extracted.document.path));
      await makeFolder(dirname(path));
      const output = await streamOutput(emitterOf(), await openFileSink(path), select);
      await orDiscard(output, async () => {
        await output.add(extracted);
        await output.commit();
      });
    },
    commit: async () => {},
    discard: async () => {},
  };
}

function together(outputs: readonly Output[]): Output {
  const each = async (action: (output: Output) => Promise<void>) => {
    for (const output of outputs) await action(output);
  };
  return {
    add: (extracted) => each((output) => output.add(extracted)),
    commit: () => each((output) => output.commit()),
    discard: () => each((output) => output.discard()),
  };
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new GaigeError('OUTPUT_UNWRITABLE', { path, reason: codeOf(error) }, error);
  }
}
