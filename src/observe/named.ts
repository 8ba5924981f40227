/** Whose a figure is, and what a name that was asked for says beside that: 全省营商环境满意度 in the report of a county. */
import type { ConceptRules } from '../knowledge/concepts/table.ts';
import { otherWholeOf, wholeOf } from '../knowledge/concepts/whole.ts';
import { ADDED, type Observation } from '../model/observation.ts';

/** `observations`: those of one report, which has one region; `names`: those that were asked for. */
export function named(
  observations: readonly Observation[],
  names: readonly string[],
  rules: Pick<ConceptRules, 'around' | 'definitions'>,
): Observation[] {
  const region = observations[0]?.region ?? null;
  const [ownBefore, otherBefore] = [wholeOf(region, rules), otherWholeOf(region, rules)];
  return observations.map((observation) => {
    const { name, concept, before } = observation;
    const otherPlace = placeBefore(before, before.length, otherBefore);
    if (name === null || !names.includes(concept))
      return { ...observation, matter: isAddition(observation, rules) ? ADDED : null, otherPlace };
    const at = Math.max(0, name.indexOf(concept));
    const place = placeBefore(name, at, otherBefore);
    const length = Math.max(ownBefore(name, at), place?.length ?? 0);
    return { ...observation, matter: name.slice(0, at - length) + name.slice(at), otherPlace: place ?? otherPlace };
  });
}

/** 新增上市公司5家, beside 上市公司162家. */
const isAddition = (
  { concept, name, kind }: Observation,
  { definitions, around: { added } }: Pick<ConceptRules, 'around' | 'definitions'>,
): boolean => kind === 'level' && definitions.get(concept)?.isStock === true && added.isIn(name ?? '');

function placeBefore(text: string, end: number, lengthBefore: ReturnType<typeof otherWholeOf>): string | null {
  const length = lengthBefore(text, end);
  return length > 0 ? text.slice(end - length, end) : null;
}
