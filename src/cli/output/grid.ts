/** Where the grid of `table` or `track` goes, and in which format. */
import { formatGrid } from '../../emit/grid.ts';
import { GRID_FORMATS, type GridFormat } from '../../emit/grid-formats.ts';
import type { Grid } from '../../model/grid.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { openFileSink, streamSink } from './sink.ts';

const DEFAULT_WIDTH = 120;

export async function writeGrid(grid: Grid, options: Options, io: Io): Promise<void> {
  const { header = 'en' } = options;
  const text = formatGrid(grid, formatOf(options, io), { header, columns: io.host.stdout.columns ?? DEFAULT_WIDTH });
  await writeText(text, options, io);
}

export async function writeText(text: string, { output }: Options, io: Io): Promise<void> {
  const sink = output === undefined || output === '-' ? streamSink(io.write) : await openFileSink(output);
  await sink.write(text);
  await sink.commit();
}

function formatOf({ format, output }: Options, io: Io): GridFormat {
  const asked = GRID_FORMATS.find((each) => each === format);
  const extension = /\.(\w+)$/.exec(output ?? '')?.[1];
  const named = GRID_FORMATS.find((each) => each === extension);
  return asked ?? named ?? (output === undefined && io.host.stdout.isTTY ? 'pretty' : 'csv');
}
