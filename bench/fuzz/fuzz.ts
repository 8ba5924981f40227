/** Broken files of every format: random bytes, truncations, flipped bits, spliced files. Each must give documents or failures, soon, and nothing else. */
import { docxOf, p } from '../../test/decode/office.ts';
import { decodeAll, utf8 } from '../../test/decode/support.ts';
import { documentProblem } from './oracles.ts';
import { below, pick, type Random, randomFrom } from './random.ts';
import { LINES, LISTED, NUMBERING, TEXT, WHOLE } from './wholes.ts';

type Damage = (bytes: Uint8Array, random: Random) => Uint8Array;

const DAMAGES: Record<string, Damage> = {
  truncated: (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  flipped: (bytes, random) => {
    const broken = Uint8Array.from(bytes);
    for (let left = 1 + below(random, 20); left > 0; left--)
      broken[below(random, bytes.length)]! ^= 1 << below(random, 8);
    return broken;
  },
  overwritten: (bytes, random) => {
    const broken = Uint8Array.from(bytes);
    const start = below(random, bytes.length);
    const value = pick(random, [0, 0xff, 0x41, 0x7b, 0x3c, below(random, 256)]);
    return broken.fill(value, start, start + below(random, 200));
  },
  repeated: (bytes, random) => {
    const start = below(random, bytes.length);
    const part = bytes.subarray(start, start + 1 + below(random, 300));
    const copies = Array.from({ length: 1 + below(random, 200) }, () => part);
    return Buffer.concat([bytes.subarray(0, start), ...copies, bytes.subarray(start)]);
  },
  cut: (bytes, random) => {
    const start = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + below(random, 300))]);
  },
  spliced: (bytes, random) => {
    const [, other] = pick(random, WHOLE);
    return Buffer.concat([bytes.subarray(0, below(random, bytes.length)), other.subarray(below(random, other.length))]);
  },
  noise: (_, random) => Uint8Array.from({ length: below(random, 3000) }, () => below(random, 256)),
};

/** A part of a .docx, .xlsx or .ofd is broken, and the archive around it is whole: what broken archives never let through. */
function brokenWithin(random: Random): [string, Uint8Array] {
  const damage = pick(random, Object.values(DAMAGES));
  const broken = (xml: string): string => Buffer.from(damage(utf8(xml), random)).toString('utf8');
  const wrong = (): string =>
    pick(random, ['w:p', 'w:tbl', 'w:fldChar', 'w:del', 'mc:AlternateContent', 'w:sdt', 'w:txbxContent']);
  const body = LINES.map((line) => `<${wrong()}>${p(line, LISTED)}`).join('');
  return [
    'a.docx',
    docxOf(random() < 0.5 ? broken(p(TEXT, LISTED)) : body, {
      numbering: random() < 0.5 ? broken(NUMBERING) : NUMBERING,
    }),
  ];
}

export type Fault = { input: number; start: number; kind: string; problem: string };
export type Outcome = {
  inputs: number;
  documents: number;
  failures: Record<string, number>;
  slowest: number;
  faults: Fault[];
};

/** Longer than any of these small files may take; what hangs in a thread is given up after 20 s. */
const TOO_LONG = 30_000;

export async function fuzz(count: number, start = 1): Promise<Outcome> {
  const outcome: Outcome = { inputs: count, documents: 0, failures: {}, slowest: 0, faults: [] };
  for (let input = 0; input < count; input++) {
    const random = randomFrom(start * 1_000_003 + input);
    const [damage, apply] = pick(random, Object.entries(DAMAGES));
    const [name, whole] = pick(random, WHOLE);
    const [file, bytes] = random() < 0.08 ? brokenWithin(random) : ([name, apply(whole, random)] as const);
    const kind = `${file} ${damage}`;
    const begun = performance.now();
    const problem = await problemWith(file, new Uint8Array(bytes), outcome);
    const took = performance.now() - begun;
    outcome.slowest = Math.max(outcome.slowest, took);
    if (problem ?? took > TOO_LONG) outcome.faults.push({ input, start, kind, problem: problem ?? `${took} ms` });
  }
  return outcome;
}

async function problemWith(name: string, bytes: Uint8Array, outcome: Outcome): Promise<string | null> {
  try {
    for (const result of await decodeAll(name, bytes)) {
      const problem = documentProblem(result);
      if (problem) return problem;
      if (!('error' in result)) outcome.documents++;
      else outcome.failures[result.error.code] = (outcome.failures[result.error.code] ?? 0) + 1;
    }
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
