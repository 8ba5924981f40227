/** The file of `--baseline`. */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { BaselineEntry } from '../../check/baseline-schema.ts';
import { formatBaseline, type RunTally } from '../../check/index.ts';
import { WORDS } from '../../messages/command-line.ts';
import { GaigeError } from '../../model/error.ts';
import { shown } from '../../text/shown.ts';
import { codeOf } from '../host.ts';
import type { Io } from '../io.ts';
import { orDiscard } from '../output/output.ts';
import { openFileSink } from '../output/sink.ts';
import type { CheckSettings } from './check-settings.ts';

type BaselineSettings = Pick<CheckSettings, 'baseline' | 'baselinePath' | 'updatesBaseline'>;

/** @throws GaigeError BASELINE_NOT_FOUND, but for one that is to be made; BASELINE_INVALID */
export async function readBaseline({
  baseline,
  baselinePath,
  updatesBaseline,
}: BaselineSettings): Promise<BaselineEntry[]> {
  if (baseline === null) return [];
  try {
    const source = await readFile(baseline, 'utf8');
    const { parseBaseline } = await import('../../check/baseline-file.ts');
    return parseBaseline(baselinePath, source);
  } catch (error) {
    if (error instanceof GaigeError) throw error;
    if (updatesBaseline && codeOf(error) === 'ENOENT') return [];
    throw new GaigeError('BASELINE_NOT_FOUND', { path: baselinePath }, error);
  }
}

/** Where the run is to make or renew one. */
export async function writeBaseline(
  { baseline, baselinePath, updatesBaseline }: BaselineSettings,
  tally: RunTally,
  io: Io,
): Promise<void> {
  if (baseline === null || !updatesBaseline) return;
  const folder = dirname(baseline);
  const entries = tally.baseline((path) => existsSync(resolve(folder, path.replace(/#.*$/, ''))));
  const sink = await openFileSink(baseline);
  await orDiscard(sink, async () => {
    await sink.write(formatBaseline(entries));
    await sink.commit();
  });
  await io.say(`${WORDS[io.language].baseline(shown(baselinePath), entries.length)}\n`);
}
