/** Observations of a run: from reports, by the workers of `extract`, and from records that it wrote before. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { observationsOf } from '../../emit/observations.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { GaigeError } from '../../model/error.ts';
import type { Observation } from '../../model/observation.ts';
import type { GaigeRecord } from '../../model/record.ts';
import { holdsRecords, type Listing } from '../../read/index.ts';
import { foldRegion } from '../../regions/index.ts';
import { EXIT, exitCodeOfFailure } from '../exit-codes.ts';
import { listAll, pathsOrStdin } from '../input/inputs.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { reportFailures } from '../output/failures.ts';
import type { Output } from '../output/output.ts';
import { clearing, openProgress } from '../output/progress.ts';
import { openWorkers } from './pool.ts';
import { goThrough } from './run.ts';
import { settingsOf } from './settings.ts';

export type Collected = { observations: readonly Observation[]; reports: number; exitCode: number };

const REQUEST = { target: { kind: 'stdout' }, format: 'observations', select: null } as const;

/** In the order of the inputs. Of a report nothing else is kept. */
export async function collectObservations(
  given: readonly string[],
  pack: RulePack,
  options: Options,
  io: Io,
): Promise<Collected> {
  const listing = await listAll(pathsOrStdin(given, io.host), options);
  const observations: Observation[] = [];
  const { records, inputs } = await parted(listing);
  let reports = 0;
  for (const path of records) {
    for await (const record of recordsIn(path)) {
      observations.push(...observationsOf(record, record.text));
      reports++;
    }
  }
  if (inputs.length === 0) return { observations: withRegions(observations), reports, exitCode: EXIT.done };
  const settings = settingsOf(options, REQUEST, pack, io);
  const progress = openProgress(inputs.length, options.quiet === true, io);
  const pool = await openWorkers({ ...listing, inputs }, settings, pack, options);
  const batch = {
    listing: { ...listing, inputs },
    settings,
    pack,
    options,
    pool,
    output: into(observations),
    progress,
    io: clearing(progress, io),
  };
  const { how, counts, failures } = await goThrough(batch).finally(async () => {
    await progress.end();
    await pool.close();
  });
  await reportFailures(failures, null, io);
  const worst = Math.max(EXIT.done, ...failures.map(({ failure }) => exitCodeOfFailure(failure.code)));
  return {
    observations: withRegions(observations),
    reports: reports + counts.reports,
    exitCode: how === 'interrupted' ? EXIT.interrupted : worst,
  };
}

/** By official names and codes of places. */
function withRegions(observations: readonly Observation[]): Observation[] {
  const known = new Map<string, Pick<Observation, 'region' | 'regionCode'>>();
  return observations.map((observation) => {
    const { region } = observation;
    if (region === null) return observation;
    const official = known.get(region) ?? officialOf(region);
    known.set(region, official);
    return { ...observation, ...official };
  });
}

function officialOf(region: string): Pick<Observation, 'region' | 'regionCode'> {
  const found = foldRegion(region);
  return { region: found?.name ?? region, regionCode: found?.code ?? null };
}

/** Files of records, and what is to be read as reports. A folder that holds nothing but records is no failure. */
async function parted({ inputs, passedOver }: Listing): Promise<{ records: string[]; inputs: Listing['inputs'] }> {
  const own = passedOver.filter(({ reason }) => reason === 'own-output').map(({ path }) => ({ path, name: path }));
  const given = inputs.flatMap((input) => ('error' in input ? [] : [input]));
  const records = new Set<string>();
  for (const input of [...given, ...own]) if (await holdsRecords(input)) records.add(input.path);
  const isEmpty = (input: Listing['inputs'][number]) => 'error' in input && input.error.code === 'NO_INPUT';
  return {
    records: [...records],
    inputs: inputs.filter((input) => !records.has(input.path) && !(records.size > 0 && isEmpty(input))),
  };
}

const decoder = new TextDecoder();

/** Lines of JSON, as the emitter `observations` writes them. */
const into = (observations: Observation[]): Output => ({
  add: async ({ pieces: [piece] }) => {
    for (const line of decoder.decode(piece).split('\n')) if (line !== '') observations.push(JSON.parse(line));
  },
  commit: async () => {},
  discard: async () => {},
});

async function* recordsIn(path: string): AsyncGenerator<GaigeRecord> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    number++;
    if (line.trim() === '') continue;
    const value = parseLine(line);
    if (value === null) throw new GaigeError('RECORD_INVALID', { path, line: number });
    yield* 'reports' in value ? (value.reports as GaigeRecord[]) : [value as GaigeRecord];
  }
}

function parseLine(line: string): object | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
