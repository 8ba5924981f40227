/** Where the grids of `table` and `track` go, and in which format. */
import type { Put } from '../../emit/bytes.ts';
import { isBinary } from '../../emit/emitter.ts';
import { formatGrid } from '../../emit/grid.ts';
import { type AnyGridFormat, GRID_FORMATS } from '../../emit/grid-formats.ts';
import type { Language } from '../../messages/language.ts';
import { GaigeError } from '../../model/error.ts';
import type { Grid, SheetGrid } from '../../model/grid.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { usageError } from '../usage.ts';
import { buffered } from './buffered.ts';
import { orDiscard } from './output.ts';
import { reportLosses } from './problems.ts';
import { extensionOf, type OutputTarget, targetOf, unknownExtension } from './request.ts';
import { checkWritable, openFileSink, type Sink, streamSink } from './sink.ts';
import { openSpools } from './spool.ts';

export type GridRequest = { target: OutputTarget; format: AnyGridFormat };

/** Made when they are asked for: a book has all grids, a page is made of more than a grid, each other format has the one that is shown. */
export type Grids = { shown: () => Grid; book: () => readonly SheetGrid[]; page: () => Promise<Iterable<string>> };

/** What is asked of the output, so far as it is known before anything is read. Throws USAGE, OUTPUT_UNWRITABLE. */
export async function gridRequestOf(options: Options, io: Io): Promise<GridRequest> {
  const target = await targetOf(options.output);
  if (target.kind === 'folder') throw new GaigeError('OUTPUT_UNWRITABLE', { path: target.path, reason: 'EISDIR' });
  if (target.kind === 'file') await checkWritable(target.path);
  const isTerminal = target.kind === 'stdout' && io.host.stdout.isTTY === true;
  if (options.why) return requestOfText(target, options);
  const format = GRID_FORMATS.find((each) => each === options.format) ?? defaultFormat(target, isTerminal);
  if (isTerminal && isBinary(format)) throw usageError('BINARY_TO_TERMINAL', { format });
  return { target, format };
}

/** Why a cell is as it is, is told in words: a file that is named as a table would be none. */
function requestOfText(target: OutputTarget, { long, format = 'pretty' }: Options): GridRequest {
  const extension = target.kind === 'stdout' ? undefined : extensionOf(target.path);
  if (long || format !== 'pretty' || TABLE_FORMATS.some((each) => each === extension)) throw usageError('WHY_IS_TEXT');
  return { target, format };
}

/** What is for reading in place has no files. */
const FILE_FORMATS = GRID_FORMATS.filter((format) => format !== 'pretty');

/** What programs read. */
const TABLE_FORMATS = FILE_FORMATS.filter((format) => format !== 'md');

function defaultFormat(target: OutputTarget, isTerminal: boolean): AnyGridFormat {
  if (target.kind === 'stdout') return isTerminal ? 'pretty' : 'csv';
  const extension = extensionOf(target.path);
  if (extension === undefined) return 'csv';
  const format = FILE_FORMATS.find((each) => each === (extension === 'jsonl' ? 'ndjson' : extension));
  if (format === undefined) throw unknownExtension(target.path, FILE_FORMATS);
  return format;
}

const DEFAULT_WIDTH = 120;

export async function writeGrids(
  { shown, book, page }: Grids,
  request: GridRequest,
  options: Options,
  io: Io,
): Promise<void> {
  const { format } = request;
  const { header = 'en' } = options;
  if (format === 'xlsx') await writeBook(book(), header, request, io);
  else if (format === 'parquet') await writeParquet(shown(), header, request, io);
  else if (format === 'html') await writeText(await page(), request, io);
  else {
    const style = { header, columns: io.host.stdout.columns ?? DEFAULT_WIDTH };
    await writeText(formatGrid(shown(), format, style), request, io);
  }
}

const sinkOf = async ({ target }: Pick<GridRequest, 'target'>, io: Io): Promise<Sink> =>
  target.kind === 'stdout' ? streamSink(io.write) : openFileSink(target.path);

async function writeBook(grids: readonly SheetGrid[], header: Language, request: GridRequest, io: Io): Promise<void> {
  const { bookOf } = await import('../../emit/workbook.ts');
  const spools = openSpools();
  try {
    await into(request, io, async (put) => reportLosses(await bookOf(grids, header, put, spools.open), io));
  } finally {
    await spools.close();
  }
}

async function writeParquet(grid: Grid, header: Language, request: GridRequest, io: Io): Promise<void> {
  const { parquetOf } = await import('../../emit/parquet.ts');
  await into(request, io, (put) => parquetOf(grid, header, put));
}

/** All of it or nothing. */
async function into(request: GridRequest, io: Io, write: (put: Put) => Promise<void>): Promise<void> {
  const sink = await sinkOf(request, io);
  await orDiscard(sink, async () => {
    await write(sink.write);
    await sink.commit();
  });
}

/** A text in pieces, of which none is held longer than needed. */
export async function writeText(pieces: Iterable<string>, request: Pick<GridRequest, 'target'>, io: Io): Promise<void> {
  const sink = buffered(await sinkOf(request, io));
  await orDiscard(sink, async () => {
    for (const piece of pieces) await sink.write(piece);
    await sink.commit();
  });
}
