/** The standing attack: inputs by seed, each held to what is promised of any input. */
import { GaigeError } from '../../src/model/error.ts';
import { extractDocument } from '../../src/pipeline/stages.ts';
import { decodeAll } from '../../test/decode/support.ts';
import { engine } from '../../test/support/extract.ts';
import { documentProblem, outputProblem, recordProblem } from './oracles.ts';
import { pick, type Random, randomFrom } from './random.ts';
import { type Input, settingInput } from './settings.ts';
import { brokenParts } from './structured.ts';
import { WHOLE } from './wholes.ts';

/** Characters beyond which a text is decoded and no more: what is found in it costs what the shapes measure. */
const LONG = 200_000;

/** What an input of this seed is. */
export function inputOf(random: Random): Input {
  if (random() < 0.08) return settingInput(random);
  const [name, whole] = pick(random, WHOLE);
  const bytes = new Uint8Array(brokenParts(name, whole, random));
  const times = random() < 0.05 ? 2 : 1;
  const isWritten = random() < 0.1;
  return { kind: name, bytes: bytes.length, run: (onRead) => fileProblem(name, bytes, { times, isWritten, onRead }) };
}

type FileRun = { times: number; isWritten: boolean; onRead: (characters: number) => void };

async function fileProblem(
  name: string,
  bytes: Uint8Array,
  { times, isWritten, onRead }: FileRun,
): Promise<string | null> {
  const answers = new Set<string>();
  for (let run = 0; run < times; run++) {
    const found: string[] = [];
    let read = 0;
    for (const result of await decodeAll(name, bytes)) {
      const problem = documentProblem(result);
      if (problem !== null) return problem;
      if ('error' in result) {
        found.push(result.error.code);
        continue;
      }
      const { text } = result;
      read += text.length;
      if (text.length > LONG) continue;
      const record = extractDocument(result, engine);
      const wrong = recordProblem(record, text) ?? (isWritten ? outputProblem(record, text) : null);
      if (wrong !== null) return wrong;
      if (times > 1) found.push(JSON.stringify(record));
    }
    onRead(read);
    answers.add(found.join('\n'));
  }
  return answers.size > 1 ? 'other bytes the second time' : null;
}

export type AttackFault = { input: number; start: number; kind: string; problem: string };
export type AttackOutcome = {
  inputs: number;
  kinds: Record<string, number>;
  slowest: { kind: string; ms: number; times: number };
  /** MB that the process held at most. */
  memory: number;
  faults: AttackFault[];
};

/** Costs of inputs so far, in ms, by kind and size: that of what was read, where it is more than was given. */
export type Costs = Map<string, number[]>;

type AttackOptions = {
  /** Ends before all is run. */
  milliseconds?: number;
  /** Of runs before. */
  costs?: Costs;
  onInput?: (input: number) => void;
};

/** Times the median of inputs of its kind and size, beyond which an input is too dear. */
const MOST_TIMES = 20;
/** Work, in ms, that is never too dear: of any input, and of each kB of it. A page of nothing but figures costs many times an empty one. */
const FLOOR = 400;
const FLOOR_PER_KB = 10;
/** MB that the process may hold. */
const MOST_MEMORY = 1500;

const costOf = async (run: () => Promise<string | null>): Promise<[number, string | null]> => {
  const begun = process.cpuUsage();
  const problem = await run().catch((error: unknown) =>
    error instanceof GaigeError ? null : error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
  const { user, system } = process.cpuUsage(begun);
  return [(user + system) / 1000, problem];
};

const SPREAD = 1_000_003;

/** The input of a fault, to be looked at. */
export const inputAt = (start: number, input: number): Input => inputOf(randomFrom(start * SPREAD + input));

/** Work is not the clock: what waits in a thread is given up by its own bounds. */
export async function attack(
  count: number,
  start = 1,
  { milliseconds = Number.POSITIVE_INFINITY, costs = new Map(), onInput = () => {} }: AttackOptions = {},
): Promise<AttackOutcome> {
  const outcome: AttackOutcome = {
    inputs: 0,
    kinds: {},
    slowest: { kind: '', ms: 0, times: 0 },
    memory: 0,
    faults: [],
  };
  const end = performance.now() + milliseconds;
  for (let input = 0; input < count && performance.now() < end; input++) {
    onInput(input);
    const { kind, bytes, run } = inputAt(start, input);
    let size = bytes;
    const onRead = (characters: number): void => {
      size = Math.max(size, characters);
    };
    const cost = () => costOf(() => run(onRead));
    let [ms, problem] = await cost();
    const group = `${kind} ${Math.round(Math.log2(size + 1))}`;
    const others = costs.get(group) ?? [];
    costs.set(group, others);
    const median = [...others].sort((a, b) => a - b)[others.length >> 1] ?? ms;
    const most = Math.max(MOST_TIMES * median, FLOOR + (FLOOR_PER_KB * size) / 1000);
    if (ms > most) ms = Math.min(ms, (await cost())[0]);
    const times = ms / Math.max(median, 1);
    if (ms > most) problem ??= `${ms.toFixed(0)} ms of ${size} bytes, ${times.toFixed(0)} times the median`;
    if (ms > outcome.slowest.ms) outcome.slowest = { kind, ms: Math.round(ms), times: Math.round(times) };
    if (others.length < 200) others.push(ms);
    outcome.inputs++;
    outcome.kinds[kind] = (outcome.kinds[kind] ?? 0) + 1;
    if (input % 50 === 0) outcome.memory = Math.max(outcome.memory, Math.round(process.memoryUsage().rss / 2 ** 20));
    if (problem !== null) outcome.faults.push({ input, start, kind, problem });
  }
  if (outcome.memory > MOST_MEMORY)
    outcome.faults.push({ input: -1, start, kind: 'memory', problem: `${outcome.memory} MB` });
  return outcome;
}

/** Of several runs. */
export const together = (outcomes: readonly AttackOutcome[]): AttackOutcome => ({
  inputs: outcomes.reduce((sum, { inputs }) => sum + inputs, 0),
  kinds: outcomes.reduce<Record<string, number>>((all, { kinds }) => {
    for (const [kind, count] of Object.entries(kinds)) all[kind] = (all[kind] ?? 0) + count;
    return all;
  }, {}),
  slowest: outcomes
    .map(({ slowest }) => slowest)
    .reduce((a, b) => (b.ms > a.ms ? b : a), { kind: '', ms: 0, times: 0 }),
  memory: Math.max(0, ...outcomes.map(({ memory }) => memory)),
  faults: outcomes.flatMap(({ faults }) => faults),
});
