/** Of what a goal without a figure is: a standard indicator by its name, or a name that was asked for. */
import { nameReader } from '../../concepts/name.ts';
import { wholeOf } from '../../knowledge/concepts/whole.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Observation } from '../../model/observation.ts';
import { Lexicon } from '../../text/lexicon.ts';

/** For those of one report: goals of what nobody asks for are left out, all else is as it was. */
export const goalReader = ({ concepts }: RulePack, names: readonly string[]) => {
  // 经济实现质的有效提升和量的|合理增长 is promised of something else: without a figure nothing may follow.
  const whole = { ...concepts, around: { ...concepts.around, rest: new Lexicon([]) } };
  return (observations: readonly Observation[]): Observation[] => {
    const read = nameReader(whole, wholeOf(observations[0]?.region ?? null, concepts));
    return observations.flatMap((each) => {
      if (!each.isGoal) return [each];
      const { name } = each;
      const standard = read(name ?? '').concepts[0]?.id;
      const held = names.filter((asked) => name?.includes(asked));
      return [...(standard === undefined ? [] : [standard]), ...held].map((concept) => ({ ...each, concept }));
    });
  };
};
