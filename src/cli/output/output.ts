/** Where the pieces of a run go. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Done } from '../../batch/task.ts';
import type { RecordFormat } from '../../emit/emitter.ts';
import { addCounts, type Emitter, type FindingTable, type Format, NO_COUNTS, TABLES } from '../../emit/index.ts';
import { GaigeError } from '../../model/error.ts';
import { codeOf } from '../host.ts';
import { reportFiles } from './report-files.ts';
import type { OutputRequest } from './request.ts';
import { openFileSink, type Sink } from './sink.ts';

export type Output = {
  add: (report: Done) => Promise<void>;
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

/** One piece of each report goes to each of these, of which there is at least one; only csv has several. */
export const tablesOf = ({
  target,
  format,
  select,
}: Pick<OutputRequest, 'target' | 'select'> & { format: RecordFormat }): readonly FindingTable[] => {
  if (format === 'csv' && target.kind === 'folder' && select === null) return TABLES;
  return [select ?? 'indicators'];
};

/** `emitters`: one for each of `tablesOf(request)`. Throws OUTPUT_UNWRITABLE. */
export async function openOutput(request: OutputRequest, emitters: readonly Emitter[], stdout: Sink): Promise<Output> {
  const { target, format } = request;
  const first = emitters[0]!;
  if (target.kind === 'stdout') return streamOutput(first, 0, stdout);
  if (target.kind !== 'folder') return streamOutput(first, 0, await openFileSink(target.path));
  await makeFolder(target.path);
  if (format !== 'csv') return folderOutput(target.path, format, first);
  const paths = tablesOf(request).map((table) => join(target.path, `${table}.csv`));
  return openTables(paths, emitters);
}

async function openTables(paths: readonly string[], emitters: readonly Emitter[]): Promise<Output> {
  const outputs: Output[] = [];
  return orDiscard(together(outputs), async () => {
    for (const [i, path] of paths.entries()) {
      outputs.push(await streamOutput(emitters[i]!, i, await openFileSink(path)));
    }
    return together(outputs);
  });
}

/** The pieces at `index` of all reports, one after the other. */
async function streamOutput(emitter: Emitter, index: number, sink: Sink): Promise<Output> {
  let counts = NO_COUNTS;
  const output: Output = {
    add: async (report) => {
      if (counts.reports > 0) await sink.write(emitter.between);
      counts = addCounts(counts, report.counts);
      await sink.write(report.pieces[index]!);
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
function folderOutput(folder: string, extension: Format, emitter: Emitter): Output {
  const fileOf = reportFiles(extension);
  return {
    add: async (report) => {
      const path = join(folder, fileOf(report.path));
      await makeFolder(dirname(path));
      const output = await streamOutput(emitter, 0, await openFileSink(path));
      await orDiscard(output, async () => {
        await output.add(report);
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
    add: (report) => each((output) => output.add(report)),
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
