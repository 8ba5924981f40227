/** What `gaige.yaml` says gives way to what the command line asks for: not only the same option, but all that would not go with it. */
import type { CommandName } from '../messages/command-line.ts';
import { checkFormatOf, isSummarised } from './commands/check-formats.ts';
import type { Options } from './options.ts';
import { targetOf } from './output/request.ts';

type Said = Partial<Options>;

/** `said` without the options that are named. */
const without = (said: Said, ...names: (keyof Options)[]): Said =>
  Object.fromEntries(Object.entries(said).filter(([name]) => !names.some((each) => each === name)));

export async function giveWay(command: CommandName, said: Said, given: Options): Promise<Said> {
  const left = withAxes(withUnits(await withFormat(said, given)), given);
  if (command === 'check') return withSummary(left, given);
  if (given.why !== undefined) return without(left, 'format', 'long');
  return given.maxErrors === undefined ? left : without(left, 'failFast');
}

/** The name of an output tells its format; that of a folder does not, and a folder takes all but what is for reading in place. */
async function withFormat(said: Said, { output }: Options): Promise<Said> {
  const { kind } = await targetOf(output);
  if (kind === 'stdout') return said;
  return kind === 'folder' && said.format !== 'summary' ? said : without(said, 'format');
}

/** A summary is there of some formats only. */
function withSummary(said: Said, given: Options): Said {
  const { format, output } = given;
  if (given.summary) return isSummarised(said.format) ? said : without(said, 'format');
  const asked = format ?? (output === undefined || output === '-' ? undefined : checkFormatOf(output));
  return isSummarised(asked) ? said : without(said, 'summary');
}

/** What is asked for as rows is no column any more, and the other way round. */
function withAxes(said: Said, given: Options): Said {
  const left = (side: Options['rows'], other: Options['rows']) => side?.filter((axis) => !other?.includes(axis)) ?? [];
  const [rows, columns] = [left(said.rows, given.columns), left(said.columns, given.rows)];
  return {
    ...without(said, 'rows', 'columns'),
    ...(rows.length > 0 ? { rows } : {}),
    ...(columns.length > 0 ? { columns } : {}),
  };
}

/** A unit that is shown wherever it fits need not fit what is asked for this time. */
const withUnits = (said: Said): Said =>
  said.unit ? { ...said, unit: said.unit.map((unit) => ({ ...unit, mayMiss: true })) } : said;
