/**
 * One row an observation: what reports say of a region's indicator in a year, several times and in several places, is folded by rules in
 * their order. What still differs is a conflict, which is told and not settled.
 */
import { amountOf, type Observation } from '../model/observation.ts';
import { formatTime } from '../model/time.ts';
import { type Axis, type Definitions, orderOf } from './axes.ts';

/** Why a statement is not the row: it says the same, says less, or says otherwise. */
export type FoldRule = 'OTHER_PLACE' | 'SAME' | 'PART_OF_YEAR' | 'STEP' | 'ROUNDED' | 'DIFFERS';

export type Alternative = { observation: Observation; rule: FoldRule };

export type ShownAmount = Pick<Observation, 'number' | 'min' | 'max' | 'unit'>;

export type Row = Observation & {
  alternatives: readonly Alternative[];
  isConflict: boolean;
  /** In the unit that was asked for, null where no way leads there from the row's own; not given where none was. */
  shown?: ShownAmount | null;
};

/** What makes statements speak of the same thing, in the order in which rows stand. */
const SAME: readonly Axis[] = ['region', 'year', 'concept', 'name', 'status', 'kind', 'basis'];

/** Statements of one key are one row, and rows go by their keys: first by the axes of a table, which part statements further where they are others. */
export function keyOf(observation: Observation, first: readonly Axis[], definitions: Definitions): string {
  const axes = [...first, ...SAME.filter((axis) => !first.includes(axis))];
  return [...axes.map((axis) => orderOf(axis, observation, definitions)), ...mattersOf(observation, definitions)].join(
    '\u0000',
  );
}

/** What no axis tells: several years, what is measured in another currency, a rank elsewhere, a change since another time. */
function mattersOf(observation: Observation, definitions: Definitions): string[] {
  const { isGoal, year, time, kind, basis, base, scope } = observation;
  // Several years are an observation of their own; a part of one is of the year, if a worse one.
  const span = year === null && time !== null ? formatTime(time) : '';
  return [
    span,
    isGoal ? 'goal' : '',
    kind === 'level' ? measureOf(observation, definitions) : '',
    kind === 'rank' ? (scope ?? '') : '',
    basis === null || basis === 'yoy' ? '' : (base ?? ''),
  ];
}

/** What amounts have in common that can be held against each other. Firms are counted in 家 and in 户: of most indicators a unit of counts tells nothing. */
export function measureOf(observation: Observation, definitions: Definitions): string {
  const { concept, canonicalUnit, dimension, unit } = observation;
  // Of a name that was asked for they always tell.
  const unitsTell = definitions.get(concept)?.unitsTell ?? true;
  return canonicalUnit ?? (unitsTell ? unit : dimension);
}

/** `group`: statements of one key, in the order in which they were read. */
export function foldGroup(group: readonly Observation[]): Row {
  const statements = withoutRepeats(group);
  const best = statements.reduce((one, other) => (ranks(other, one) ? other : one));
  const alternatives = statements
    .filter((each) => each !== best)
    .map((observation) => ({ observation, rule: ruleOf(observation, best) }));
  return { ...best, alternatives, isConflict: alternatives.some(({ rule }) => rule === 'DIFFERS') };
}

/** A statement that was read twice, from a report and from its record, is one. */
function withoutRepeats(group: readonly Observation[]): readonly Observation[] {
  const places = new Set<string>();
  return group.filter(({ report, start }) => {
    const place = `${start} ${report}`;
    return !places.has(place) && places.add(place);
  });
}

/** Whether one statement is better than another: of the place itself, of more of the year, no step, more exact; else the first stays. */
function ranks(one: Observation, other: Observation): boolean {
  const own = Number(isOwn(one)) - Number(isOwn(other));
  if (own !== 0) return own > 0;
  const longer = monthsOf(one) - monthsOf(other);
  if (longer !== 0) return longer > 0;
  const exact = Number(!isStep(one)) - Number(!isStep(other));
  if (exact !== 0) return exact > 0;
  return agree(one, other) && toleranceOf(one) < toleranceOf(other);
}

function ruleOf(observation: Observation, best: Observation): FoldRule {
  if (isOwn(best) && !isOwn(observation)) return 'OTHER_PLACE';
  if (monthsOf(observation) < YEAR && !isOfSameTime(observation, best)) return 'PART_OF_YEAR';
  if (isStep(observation) && !isStep(best) && isReached(observation, best)) return 'STEP';
  if (isSame(observation, best)) return 'SAME';
  return agree(observation, best) ? 'ROUNDED' : 'DIFFERS';
}

/** Of the place reported on. */
const isOwn = ({ otherPlace }: Observation): boolean => otherPlace === null;

const YEAR = 12;

/** How much of its year it is of: 2025 → 12, 2025-01/2025-06 → 6. */
function monthsOf({ time }: Observation): number {
  if (time === null) return 0;
  if (time.from.length === 4) return YEAR;
  return monthOf(time.to) - monthOf(time.from) + 1;
}

const monthOf = (date: string): number => YEAR * Number(date.slice(0, 4)) + Number(date.slice(5, 7));

const isOfSameTime = ({ time: one }: Observation, { time: other }: Observation): boolean =>
  one?.from === other?.from && one?.to === other?.to;

/** 突破3万亿元: a step that was crossed. */
const isStep = ({ bound, status }: Observation): boolean =>
  status === 'achieved' && (bound === 'gte' || bound === 'lte');

function isReached(step: Observation, best: Observation): boolean {
  const [a, b] = [amountOf(step), amountOf(best)];
  if (a === null || b === null) return false;
  return step.bound === 'gte' ? b >= a : b <= a;
}

const isSame = (one: Observation, other: Observation): boolean =>
  one.bound === other.bound && amountOf(one) === amountOf(other) && one.min === other.min && one.max === other.max;

function agree(one: Observation, other: Observation): boolean {
  const [a, b] = [amountOf(one), amountOf(other)];
  if (a === null || b === null) return one.min === other.min && one.max === other.max;
  return Math.abs(a - b) <= Math.max(toleranceOf(one), toleranceOf(other));
}

/** Half of the last place that was written, in the unit of the amount: 5.3万亿元 is rounded to 500亿元. */
function toleranceOf(observation: Observation): number {
  const amount = amountOf(observation);
  const written = /\d+(?:[.．](\d+))?/.exec(observation.text.normalize('NFKC').replace(/[,\s]/g, ''));
  const digits = written ? Number(written[0]) : 0;
  if (amount === null || digits === 0) return 0;
  const place = 10 ** -(written?.[1]?.length ?? 0);
  const half = (Math.abs(amount) / digits) * place * 0.5;
  return observation.bound === 'approx' ? 2 * half : half;
}
