/** Where the pieces of a run go. */
import { dirname, join } from 'node:path';
import { makeFolders } from '../../batch/folders.ts';
import type { Done } from '../../batch/task.ts';
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

/** One piece of each report goes to each of these, of which there is at least one. */
export const tablesOf = ({
  target,
  format,
  select,
}: Pick<OutputRequest, 'target' | 'select'> & { format: Format | 'observations' }): readonly FindingTable[] => {
  const isInFiles = (format === 'csv' || format === 'parquet') && target.kind === 'folder';
  return select === null && (isInFiles || format === 'xlsx') ? TABLES : [select ?? 'indicators'];
};

/** Begins a file of the output; `index` is that of the table in it, where each has a file of its own. */
export type OpenFile = (sink: Sink, index: number) => Promise<Output>;

/** `openFolder`: where a folder holds more than a file a report. */
export type Openers = { openFile: OpenFile; openFolder?: (folder: string) => Promise<Output> };

/** Throws OUTPUT_UNWRITABLE. */
export async function openOutput(
  request: OutputRequest,
  { openFile, openFolder }: Openers,
  stdout: Sink,
): Promise<Output> {
  const { target, format } = request;
  if (target.kind === 'stdout') return openFile(stdout, 0);
  if (target.kind !== 'folder') return openFile(await openFileSink(target.path), 0);
  makeFolder(target.path);
  if (openFolder) return openFolder(target.path);
  if (format !== 'csv' && format !== 'parquet') return folderOutput(target.path, format, openFile);
  const paths = tablesOf(request).map((table) => join(target.path, `${table}.${format}`));
  return openTables(paths, openFile);
}

async function openTables(paths: readonly string[], openFile: OpenFile): Promise<Output> {
  const outputs: Output[] = [];
  return orDiscard(together(outputs), async () => {
    for (const [i, path] of paths.entries()) outputs.push(await openFile(await openFileSink(path), i));
    return together(outputs);
  });
}

/** Files that are one piece of each report after the other. */
export const textFiles =
  (emitters: readonly Emitter[]): OpenFile =>
  async (sink, index) => {
    const emitter = emitters[index]!;
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
  };

/** A file a report. */
function folderOutput(folder: string, extension: Format, openFile: OpenFile): Output {
  const fileOf = reportFiles(extension);
  return {
    add: async (report) => {
      const path = join(folder, fileOf(report.path));
      makeFolder(dirname(path));
      const output = await openFile(await openFileSink(path), 0);
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

export function makeFolder(path: string): void {
  try {
    makeFolders(path);
  } catch (error) {
    throw new GaigeError('OUTPUT_UNWRITABLE', { path, reason: codeOf(error) }, error);
  }
}
