/** `gaige score`: how often the findings agree with hand-made annotations. */

import { readFile } from 'node:fs/promises';
import { loadEngine } from '../../engine/engine.ts';
import { WORDS } from '../../messages/command-line.ts';
import { GaigeError } from '../../model/error.ts';
import { type ScoredFile, scoreFolder } from '../../pipeline/score.ts';
import { f1, type MatchCounts, type Miss, precision, recall, type Scoreboard, scoreboard } from '../../score/index.ts';
import { own } from '../../text/own.ts';
import { shown } from '../../text/shown.ts';
import { EXIT } from '../exit-codes.ts';
import { codeOf } from '../host.ts';
import type { Command, Io } from '../io.ts';
import { reportError } from '../output/problems.ts';

export const run: Command = async (_given, options, io) => {
  const floors = options.floors === undefined ? null : await readFloors(options.floors);
  const { engine } = await loadEngine(options);
  const scored: ScoredFile[] = [];
  let code: number = EXIT.done;
  for await (const result of scoreFolder(options.gold!, engine)) {
    io.signal.throwIfAborted();
    if ('error' in result) {
      code = EXIT.failed;
      await reportError(result.error, io);
    } else scored.push(result);
  }
  const board = scoreboard(scored.map(({ score }) => score));
  const misses = scored.flatMap((report) => report.misses).slice(0, options.misses ?? 0);
  await io.write(options.format === 'json' ? jsonOf(board, scored, misses) : tableOf(board, scored, misses));
  return floors && (await reportBelow(floors, board, io)) ? EXIT.failed : code;
};

const rounded = (board: Scoreboard): Scoreboard =>
  Object.fromEntries(Object.entries(board).map(([field, share]) => [field, Math.round(share * 100) / 100]));

function jsonOf(board: Scoreboard, scored: readonly ScoredFile[], misses: readonly Miss[]): string {
  const reports = scored.map(({ name, score }) => ({ name, scores: rounded(scoreboard([score])) }));
  return `${JSON.stringify({ scores: rounded(board), reports, misses }, null, 2)}\n`;
}

const WIDTH = 22;
const percent = (share: number): string => share.toFixed(1).padStart(6);

function tableOf(board: Scoreboard, scored: readonly ScoredFile[], misses: readonly Miss[]): string {
  const fields = Object.entries(board).map(([field, share]) => `${field.padEnd(WIDTH)}${percent(share)}`);
  const reports = scored.map(({ name, score }) => `  ${shown(name).padEnd(WIDTH - 2)}${countsOf(score.rows)}`);
  const wrong = misses.map(({ report, what, start, gold, found }) =>
    shown(`${report} @${start} ${what}: ${pair(gold, found)}`),
  );
  return `${[...fields, ...reports, ...wrong].join('\n')}\n`;
}

const countsOf = (counts: MatchCounts): string =>
  `${percent(100 * f1(counts))}  P${percent(100 * precision(counts))}  R${percent(100 * recall(counts))}  ` +
  `(${counts.hit}/${counts.gold}, ${counts.found})`;

const pair = (gold: unknown, found: unknown): string =>
  `${JSON.stringify(shownOf(gold))} ← ${JSON.stringify(shownOf(found))}`;

const SHOWN = ['text', 'number', 'bound', 'unit', 'kind', 'direction', 'status', 'name', 'expects', 'level', 'title'];

/** What is compared of an annotation or a finding: a line has room for no more. */
function shownOf(side: unknown): unknown {
  if (typeof side !== 'object' || side === null || Array.isArray(side)) return side;
  const { value, unit, ...rest } = side as Record<string, unknown>;
  const flat: Record<string, unknown> = { ...rest, unit, ...(value as object) };
  if (typeof unit === 'object' && unit !== null) Object.assign(flat, { unit: (unit as { symbol: string }).symbol });
  return Object.fromEntries(SHOWN.filter((key) => flat[key] !== undefined).map((key) => [key, flat[key]]));
}

/** Least values by field, in percent, and the file that states them. */
type Floors = { path: string; least: Scoreboard };

async function readFloors(path: string): Promise<Floors> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new GaigeError('INPUT_UNREADABLE', { path, reason: codeOf(cause) }, cause);
  });
  const invalid = (place: string, cause?: unknown) => new GaigeError('ANNOTATION_INVALID', { path, place }, cause);
  const least: unknown = parseJson(text, (cause) => invalid('JSON', cause));
  if (typeof least !== 'object' || least === null || Array.isArray(least)) throw invalid('JSON');
  for (const [field, value] of Object.entries(least)) if (typeof value !== 'number') throw invalid(field);
  return { path, least: least as Scoreboard };
}

function parseJson(text: string, errorOf: (cause: unknown) => GaigeError): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw errorOf(cause);
  }
}

async function reportBelow({ path, least: floors }: Floors, board: Scoreboard, io: Io): Promise<boolean> {
  const below = Object.entries(floors).filter(([field, least]) => !((own(board, field) ?? 0) >= least));
  for (const [field, least] of below)
    await io.say(
      `${WORDS[io.language].belowFloor(shown(field), (own(board, field) ?? 0).toFixed(1), least, shown(path))}\n`,
    );
  return below.length > 0;
}
