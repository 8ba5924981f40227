/** The standing attack: inputs by seed, each held to what is promised of any input. */
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { parseBaseline } from '../../src/check/baseline-file.ts';
import { parseCorrections } from '../../src/corrections/file.ts';
import { configSchema } from '../../src/engine/config-schema.ts';
import { GaigeError } from '../../src/model/error.ts';
import { recordSchema } from '../../src/model/record.ts';
import { extractDocument } from '../../src/pipeline/stages.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { correctionsOf, indicator, placeholder, TEXT } from '../../test/corrections/support.ts';
import { decodeAll } from '../../test/decode/support.ts';
import { engine } from '../../test/support/extract.ts';
import { openTexts } from '../../test/support/packs.ts';
import { problemOf, WHOLE } from './fuzz.ts';
import { below, pick, type Random, randomFrom } from './random.ts';
import { brokenParts, brokenValue } from './structured.ts';

type Input = { kind: string; bytes: number; run: () => Promise<string | null> };

const PACKS = ['masks', 'units', 'status', 'domains', 'headings', 'gaps', 'indicators/bounds', 'indicators/status'].map(
  (name): [string, unknown] => [
    name,
    parse(readFileSync(new URL(`../../rules/${name}.yaml`, import.meta.url), 'utf8')),
  ],
);
const CONFIG = {
  rules: ['a.yaml'],
  check: {
    kinds: { value: 'error' },
    forms: { stars: 'on' },
    allow: [{ text: '**区', kind: ['name'], path: '*.txt', reason: 'x', until: '2026-12-01' }],
    baseline: 'b.json',
    include: ['*.txt'],
  },
};
const BASELINE = { version: 1, entries: [{ path: 'a.txt', fingerprint: 'a'.repeat(64), text: '**', count: 1 }] };
const CORRECTIONS = correctionsOf(TEXT, [
  { mark: 'change', ...indicator('63家'), field: 'status', to: 'target' } as never,
  { mark: 'wrong', ...placeholder('**区') } as never,
]);

const PARSERS: Record<string, [unknown, (text: string) => unknown]> = {
  config: [CONFIG, (text) => parseYaml('gaige.yaml', text, configSchema, 'CONFIG_INVALID')],
  baseline: [BASELINE, (text) => parseBaseline('b.json', text)],
  corrections: [CORRECTIONS, (text) => parseCorrections('a.corrections.json', text)],
};

export function inputOf(random: Random): Input {
  const chance = random();
  if (chance < 0.004) return packInput(random);
  if (chance < 0.06) return settingInput(random);
  const [name, whole] = pick(random, WHOLE);
  const bytes = new Uint8Array(brokenParts(name, whole, random));
  return { kind: name, bytes: bytes.length, run: () => documentProblem(name, bytes, random() < 0.05) };
}

function packInput(random: Random): Input {
  const [name, whole] = pick(random, PACKS);
  const text = stringify(brokenValue(whole, random));
  const run = async () => {
    const { pack, faults } = openTexts(text);
    return pack === null && faults.length === 0 ? 'no pack and no fault' : null;
  };
  return { kind: `pack ${name}`, bytes: text.length, run };
}

function settingInput(random: Random): Input {
  const kind = pick(random, Object.keys(PARSERS));
  const [whole, read] = PARSERS[kind]!;
  const broken = brokenValue(whole, random);
  const text = kind === 'config' ? stringify(broken) : JSON.stringify(broken);
  const run = async () => {
    read(random() < 0.1 ? text.slice(0, below(random, text.length)) : text);
    return null;
  };
  return { kind, bytes: text.length, run };
}

/** Null, or what is wrong with what came of it. */
async function documentProblem(name: string, bytes: Uint8Array, twice: boolean): Promise<string | null> {
  let first = '';
  for (let run = 0; run < (twice ? 2 : 1); run++) {
    const found: string[] = [];
    for (const result of await decodeAll(name, bytes)) {
      const problem = problemOf(result);
      if (problem !== null) return problem;
      if ('error' in result) {
        found.push(result.error.code);
        continue;
      }
      if (result.text.length > 200_000) continue;
      const record = extractDocument(result, engine);
      const parsed = recordSchema.safeParse(record);
      if (!parsed.success)
        return `record: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`;
      for (const { span, text } of [...record.indicators, ...record.placeholders])
        if (result.text.slice(span.start, span.end) !== text) return `span ${span.start}: ${text}`;
      found.push(JSON.stringify(record));
    }
    if (run === 0) first = found.join('\n');
    else if (first !== found.join('\n')) return 'other bytes the second time';
  }
  return null;
}

export type AttackFault = { input: number; start: number; kind: string; problem: string };
export type AttackOutcome = {
  inputs: number;
  kinds: Record<string, number>;
  slowest: { kind: string; ms: number; times: number };
  memory: number;
  faults: AttackFault[];
};

/** Times the median of inputs of its kind and size, beyond which an input is too dear; less work than the floor, in ms, is never. */
const MOST_TIMES = 20;
const FLOOR = 400;
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

/** Work is not the clock: what waits in a thread is given up by its own bounds. `milliseconds` ends it before `count`. */
export async function attack(
  count: number,
  start = 1,
  milliseconds = Number.POSITIVE_INFINITY,
): Promise<AttackOutcome> {
  const outcome: AttackOutcome = {
    inputs: 0,
    kinds: {},
    slowest: { kind: '', ms: 0, times: 0 },
    memory: 0,
    faults: [],
  };
  const costs = new Map<string, number[]>();
  const end = performance.now() + milliseconds;
  for (let input = 0; input < count && performance.now() < end; input++) {
    const make = () => inputOf(randomFrom(start * 1_000_003 + input));
    const made = make();
    const { kind, bytes } = made;
    let [ms, problem] = await costOf(made.run);
    const group = `${kind} ${Math.round(Math.log2(bytes + 1))}`;
    const others = costs.get(group) ?? [];
    costs.set(group, others);
    const median = [...others].sort((a, b) => a - b)[others.length >> 1] ?? ms;
    if (ms > FLOOR && ms > MOST_TIMES * median) ms = Math.min(ms, (await costOf(make().run))[0]);
    const times = ms / Math.max(median, 1);
    if (ms > FLOOR && times > MOST_TIMES) problem ??= `${ms.toFixed(0)} ms, ${times.toFixed(0)} times the median`;
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
