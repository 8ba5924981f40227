/** Where the grids of `table` or `track` go, and in which format. */
import { formatGrid } from '../../emit/grid.ts';
import { type AnyGridFormat, GRID_FORMATS } from '../../emit/grid-formats.ts';
import type { Grid } from '../../model/grid.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { usageError } from '../usage.ts';
import { openFileSink, streamSink } from './sink.ts';

const DEFAULT_WIDTH = 120;

/** `shown` is the grid of a format that has one; a book has all of them. */
export async function writeGrids(shown: Grid, grids: readonly Grid[], options: Options, io: Io): Promise<void> {
  await writeData(await encoded(shown, grids, formatOf(options, io), options, io), options, io);
}

async function encoded(
  shown: Grid,
  grids: readonly Grid[],
  format: AnyGridFormat,
  { header = 'en', output }: Options,
  io: Io,
): Promise<string | Uint8Array> {
  if (format !== 'xlsx' && format !== 'parquet')
    return formatGrid(shown, format, { header, columns: io.host.stdout.columns ?? DEFAULT_WIDTH });
  if (output === undefined && io.host.stdout.isTTY) throw usageError('BINARY_TO_TERMINAL', { format });
  if (format === 'xlsx') return (await import('../../emit/workbook.ts')).workbookOf(grids, header);
  return (await import('../../emit/parquet.ts')).parquetOf(shown);
}

export async function writeData(data: string | Uint8Array, { output }: Options, io: Io): Promise<void> {
  const sink = output === undefined || output === '-' ? streamSink(io.write) : await openFileSink(output);
  await sink.write(data);
  await sink.commit();
}

function formatOf({ format, output }: Options, io: Io): AnyGridFormat {
  const asked = GRID_FORMATS.find((each) => each === format);
  const extension = /\.(\w+)$/.exec(output ?? '')?.[1];
  const named = GRID_FORMATS.find((each) => each === extension);
  return asked ?? named ?? (output === undefined && io.host.stdout.isTTY ? 'pretty' : 'csv');
}
