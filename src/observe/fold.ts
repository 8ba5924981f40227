/**
 * One row an observation: what reports say of a region's indicator in a year, several times and in several places, is folded by rules in
 * their order. What still differs is a conflict, which is told and not settled.
 */
import { amountOf, type Observation } from '../model/observation.ts';

/** Why a statement is not the row: it says the same, says less, or says otherwise. */
export type FoldRule = 'SAME' | 'PART_OF_YEAR' | 'STEP' | 'ROUNDED' | 'DIFFERS';

export type Alternative = { observation: Observation; rule: FoldRule };

export type Row = Observation & { alternatives: readonly Alternative[]; isConflict: boolean };

/** Rows in the order of region, year, concept, status, kind; the statements of a row in the order in which they were read. */
export function foldObservations(observations: Iterable<Observation>): Row[] {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    const key = keyOf(observation);
    const group = groups.get(key);
    if (group) group.push(observation);
    else groups.set(key, [observation]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, group]) => foldGroup(group));
}

function keyOf({ region, regionCode, year, time, concept, status, kind, basis, dimension }: Observation): string {
  // Several years are an observation of their own; a part of one is of the year, if a worse one.
  const span = year === null && time !== null ? `${time.from}/${time.to}` : '';
  return JSON.stringify([
    region ?? '',
    regionCode ?? '',
    year ?? 0,
    span,
    concept,
    status,
    kind,
    basis ?? '',
    kind === 'level' ? dimension : '',
  ]);
}

function foldGroup(group: readonly Observation[]): Row {
  const best = group.reduce((one, other) => (ranks(other, one) ? other : one));
  const alternatives = group
    .filter((each) => each !== best)
    .map((observation) => ({ observation, rule: ruleOf(observation, best) }));
  return { ...best, alternatives, isConflict: alternatives.some(({ rule }) => rule === 'DIFFERS') };
}

/** Whether one statement is better than another: of the whole year, no step, more exact; else the first stays. */
function ranks(one: Observation, other: Observation): boolean {
  const whole = Number(isWhole(one)) - Number(isWhole(other));
  if (whole !== 0) return whole > 0;
  const exact = Number(!isStep(one)) - Number(!isStep(other));
  if (exact !== 0) return exact > 0;
  return agree(one, other) && toleranceOf(one) < toleranceOf(other);
}

function ruleOf(observation: Observation, best: Observation): FoldRule {
  if (isWhole(best) && !isWhole(observation)) return 'PART_OF_YEAR';
  if (isStep(observation) && !isStep(best) && isReached(observation, best)) return 'STEP';
  if (isSame(observation, best)) return 'SAME';
  return agree(observation, best) ? 'ROUNDED' : 'DIFFERS';
}

const isWhole = ({ time }: Observation): boolean => time !== null && time.from.length === 4;

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
