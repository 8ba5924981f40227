/** Why each finding of a report is as it is, as its stages recorded it. */
import { firedRules } from '../judge/fired.ts';
import type { Reasons } from '../page/report-data.ts';
import { explainedMask } from '../placeholders/explained.ts';
import type { FoundMask } from '../placeholders/index.ts';
import { explainedFields } from '../resolve/explained.ts';
import type { ResolvedIndicator } from '../resolve/index.ts';
import type { Stages } from './stages.ts';

/** Places are those of the document's text. */
export function reasonsOf({ normalize, resolve, masks }: Pick<Stages, 'normalize' | 'resolve' | 'masks'>): Reasons {
  const { text, spanOf } = normalize;
  const ofIndicator = (draft: ResolvedIndicator) =>
    [
      spanOf(draft.span).start,
      { fields: explainedFields(draft), fired: firedRules(text, draft.decided.figure) },
    ] as const;
  const ofMask = (found: FoundMask) =>
    found.placeholder
      ? [
          [
            spanOf(found.placeholder.span).start,
            { fields: explainedMask(found, found.placeholder), fired: [] },
          ] as const,
        ]
      : [];
  return { indicators: new Map(resolve.map(ofIndicator)), placeholders: new Map(masks.flatMap(ofMask)) };
}
