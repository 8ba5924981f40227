/** The examples that rules carry, and whether they hold. */

import type { Engine } from '../engine/engine.ts';
import type { Merged } from '../knowledge/merge.ts';
import type { Pack, PackEntry, RuleFile } from '../knowledge/pack.ts';
import type { Fault, FaultCode } from '../messages/fault.ts';
import type { Facts } from '../model/diagnostic.ts';
import type { GaigeRecord } from '../model/record.ts';
import type { Stages } from '../pipeline/stages.ts';
import type { Keys } from '../yaml/source.ts';
import { type FindingFields, fieldsOfIndicator, fieldsOfPlaceholder, isSame, pick, wholeOf } from './fields.ts';
import { readText } from './reading.ts';

/** What has examples of its own. */
export type JudgingSort = 'rule' | 'context' | 'concept';

export type Example = {
  /** Rule, context or concept; null for an example of the pack as a whole. */
  id: string | null;
  sort: JudgingSort | 'pack';
  /** What is expected: that it fires, that it does not, or all that is found. */
  kind: 'match' | 'skip' | 'whole';
  text: string;
  /** What must be found. */
  expected: FindingFields;
  pack: Pack;
  file: RuleFile;
  keys: Keys;
};

/** What to write into an example, where it stands now. */
export type Update = { file: string; keys: Keys; value: unknown };

export type ExampleOutcome = {
  example: Example;
  /** Null where the example holds. */
  fault: Fault | null;
  /** What would make it hold; empty where only its author can tell. */
  updates: readonly Update[];
  /** Rules and contexts that fired in its text, and concepts of its figures. */
  fired: ReadonlySet<string>;
};

type GivenExamples = {
  examples?: { match: readonly (string | { text: string })[]; skip: readonly string[] } | undefined;
};

export function examplesOf({ rules, contexts, concepts, examples }: Merged): Example[] {
  return [
    ...[...rules].flatMap(([id, entry]) => ownExamples(id, 'rule', entry)),
    ...[...contexts].flatMap(([id, entry]) => ownExamples(id, 'context', entry)),
    ...[...concepts].flatMap(([id, entry]) => ownExamples(id, 'concept', entry)),
    ...examples.map(({ value: { text, ...expected }, ...place }): Example => {
      return { id: null, sort: 'pack', kind: 'whole', text, expected, ...place };
    }),
  ];
}

function ownExamples(id: string, sort: JudgingSort, { value, pack, file, keys }: PackEntry<GivenExamples>): Example[] {
  const { match = [], skip = [] } = value.examples ?? {};
  const exampleAt = (kind: 'match' | 'skip', index: number, text: string, expected: FindingFields): Example => {
    return { id, sort, kind, text, expected, pack, file, keys: [...keys, 'examples', kind, index] };
  };
  return [
    ...match.map((given, i) => {
      const { text, ...expected } = typeof given === 'string' ? { text: given } : given;
      return exampleAt('match', i, text, expected);
    }),
    ...skip.map((text, i) => exampleAt('skip', i, text, {})),
  ];
}

export async function runExample(example: Example, engine: Engine): Promise<ExampleOutcome> {
  const made = await readText(example.text, engine);
  const fired = firedIn(made);
  return { example, fired, ...judge(example, made, fired) };
}

function firedIn({ judge: judged, masks, validate }: Stages): Set<string> {
  const rules = judged.flatMap(({ figures }) => figures.flatMap(({ matches }) => matches.map(({ rule }) => rule.id)));
  const concepts = validate.indicators.flatMap(({ concept }) => concept ?? []);
  return new Set([...rules, ...masks.flatMap(({ context }) => (context ? [context.id] : [])), ...concepts]);
}

type ExampleJudgement = Pick<ExampleOutcome, 'fault' | 'updates'>;

const HOLDS: ExampleJudgement = { fault: null, updates: [] };

const wrong = (example: Example, code: FaultCode, facts: Facts, updates: readonly Update[] = []): ExampleJudgement => {
  const { file, keys } = example;
  return { fault: file.fault(code, keys, { id: example.id ?? '', text: example.text, ...facts }), updates };
};

function judge(example: Example, made: Stages, fired: ReadonlySet<string>): ExampleJudgement {
  if (example.kind === 'whole') return judgeWhole(example, made.validate);
  const hasFired = fired.has(example.id!);
  if (example.kind === 'skip') return hasFired ? wrong(example, 'EXAMPLE_FIRED', {}) : HOLDS;
  if (!hasFired) return wrong(example, 'EXAMPLE_NOT_FIRED', { fired: [...fired].join(', ') || '–' });
  if (Object.keys(example.expected).length === 0) return HOLDS;
  return JUDGES[example.sort as JudgingSort](example, made);
}

const JUDGES: Record<JudgingSort, (example: Example, made: Stages) => ExampleJudgement> = {
  rule: judgeFields,
  context: judgeContext,
  concept: judgeConcept,
};

/** A figure that the rule fired on must be an indicator with the fields. */
function judgeFields(example: Example, { normalize, judge: judged, validate }: Stages): ExampleJudgement {
  const places = new Set(
    judged.flatMap(({ figures }) =>
      figures
        .filter(({ matches }) => matches.some(({ rule }) => rule.id === example.id))
        .map(({ quantity }) => normalize.spanOf(quantity.span).start),
    ),
  );
  const found = validate.indicators.filter(({ span }) => places.has(span.start)).map(fieldsOfIndicator);
  return judgeAmong(example, found);
}

function judgeContext(example: Example, { normalize, masks, validate }: Stages): ExampleJudgement {
  const deciding = masks.filter(({ context }) => context?.id === example.id);
  const none = deciding.filter(({ judgement }) => judgement === null).map(() => ({ kind: 'none', expects: null }));
  const places = new Set(deciding.map(({ mask }) => normalize.spanOf(mask.span).start));
  const found = validate.placeholders.filter(({ span }) => places.has(span.start)).map(fieldsOfPlaceholder);
  return judgeAmong(example, [...none, ...found]);
}

function judgeConcept(example: Example, { validate }: Stages): ExampleJudgement {
  const found = validate.indicators.filter(({ concept }) => concept === example.id);
  return judgeAmong(example, found.map(fieldsOfIndicator));
}

function judgeAmong(example: Example, found: readonly FindingFields[]): ExampleJudgement {
  const { expected, file, keys } = example;
  const candidates = found.map((fields) => pick(fields, expected));
  if (candidates.some((fields) => isSame(fields, expected))) return HOLDS;
  const [nearest] = candidates;
  if (!nearest) return wrong(example, 'EXAMPLE_NOTHING', {});
  const differing = Object.keys(expected).filter((key) => !isSame(nearest[key], expected[key]));
  const updates = differing.map((key): Update => ({ file: file.path, keys: [...keys, key], value: nearest[key] }));
  return wrong(example, 'EXAMPLE_DIFFERS', differences(differing, expected, nearest), updates);
}

const differences = (keys: readonly string[], expected: FindingFields, found: FindingFields): Facts => ({
  expected: keys.map((key) => `${key}: ${JSON.stringify(expected[key])}`).join(', '),
  found: keys.map((key) => `${key}: ${JSON.stringify(found[key])}`).join(', '),
});

const LISTS = {
  indicators: ({ indicators }: GaigeRecord) => indicators.map(fieldsOfIndicator),
  placeholders: ({ placeholders }: GaigeRecord) => placeholders.map(fieldsOfPlaceholder),
};

function judgeWhole(example: Example, record: GaigeRecord): ExampleJudgement {
  const { expected, file, keys } = example;
  const stated = Object.keys(expected);
  if (stated.length === 0) {
    const updates = Object.entries(wholeOf(record)).map(([key, value]) => ({
      file: file.path,
      keys: [...keys, key],
      value,
    }));
    return wrong(example, 'EXAMPLE_EMPTY', {}, updates);
  }
  for (const key of stated) {
    const wanted = expected[key] as readonly FindingFields[];
    const found =
      key === 'domains' ? record.domains.map(({ id }) => id) : membersAs(wanted, LISTS[key as 'indicators'](record));
    if (isSame(found, wanted)) continue;
    const facts = { expected: `${key}: ${JSON.stringify(wanted)}`, found: `${key}: ${JSON.stringify(found)}` };
    return wrong(example, 'EXAMPLE_DIFFERS', facts, [{ file: file.path, keys: [...keys, key], value: found }]);
  }
  return HOLDS;
}

/** Each finding with the fields that the example states of it; of one that it does not know those of the first. */
const membersAs = (wanted: readonly FindingFields[], found: readonly FindingFields[]): FindingFields[] =>
  found.map((fields, i) => pick(fields, wanted[i] ?? wanted[0] ?? { kind: '' }));
