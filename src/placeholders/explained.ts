/** What a mask was taken for, with where that comes from. */
import type { PlaceholderDraft } from '../model/findings.ts';
import { type ExplainedField, origin, ruled } from '../model/origin.ts';
import type { FoundMask } from './index.ts';

export function explainedMask(
  { mask, context, judgement }: FoundMask,
  placeholder: Pick<PlaceholderDraft, 'kind' | 'expects' | 'rule'> | null,
): ExplainedField[] {
  const form = { field: 'form', value: mask.form, ...origin('MASK_FORM') };
  if (!placeholder) {
    const why = context ? ruled(context.id) : origin(judgement ? 'JOINED' : 'NO_RULE');
    return [form, { field: 'kind', value: 'none', ...why }];
  }
  const { kind, expects, rule } = placeholder;
  const by = ruled(rule);
  return [
    form,
    { field: 'kind', value: kind, ...by },
    ...(expects === null ? [] : [{ field: 'expects', value: expects, ...by }]),
  ];
}
