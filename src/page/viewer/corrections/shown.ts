/** Findings as a reader has corrected them. */
import type { Indicator, Placeholder } from '../../../model/record.ts';
import { innermostAt, inText, type Model, type PageFinding } from '../report/model.ts';
import type { AddedFinding, FindingMarks, Marks } from './marks.ts';

export type Marked = 'unmarked' | 'right' | 'wrong' | 'changed' | 'added';

/** `base`: as it was found; null for one that the reader has added. */
export type ShownFinding = PageFinding & { marked: Marked; base: PageFinding | null };

/** In text order. */
export function shownFindings(
  model: Model,
  { findings: marks, added }: Pick<Marks, 'findings' | 'added'>,
): ShownFinding[] {
  const shown = model.findings.map((finding): ShownFinding => {
    const own = marks[finding.id];
    if (!own) return { ...finding, marked: 'unmarked', base: finding };
    return { ...changed(finding, own), marked: markedOf(own), base: finding };
  });
  if (added.length === 0) return shown;
  const sectionAt = innermostAt(model.sections);
  return [...shown, ...added.map((each) => addedFinding(each, sectionAt(each.span.start)))].sort(inText);
}

const markedOf = ({ verdict, changes }: FindingMarks): Marked => {
  if (verdict === 'wrong') return 'wrong';
  if (Object.keys(changes).length > 0) return 'changed';
  return verdict ?? 'unmarked';
};

function changed(finding: PageFinding, { changes }: FindingMarks): PageFinding {
  const { name, extent = {} } = changes;
  if (finding.type === 'evidence') return finding;
  if (finding.type === 'placeholder')
    return { ...finding, ...extent, record: { ...finding.record, ...pick(changes, PLACEHOLDER_FIELDS), ...extent } };
  const named = name === undefined ? {} : { name: name?.text ?? null, nameSpan: name?.span ?? null };
  return {
    ...finding,
    ...extent,
    record: { ...finding.record, ...pick(changes, INDICATOR_FIELDS), ...named, ...extent },
  };
}

const PLACEHOLDER_FIELDS = ['kind', 'expects'] as const;
const INDICATOR_FIELDS = [
  'kind',
  'direction',
  'basis',
  'base',
  'status',
  'scope',
  'period',
  'time',
  'role',
  'concept',
  'domains',
] as const;

/** What the changes say of these fields; they are of the type that the editor of the field gave them. */
function pick(changes: FindingMarks['changes'], fields: readonly (keyof FindingMarks['changes'])[]): object {
  return Object.fromEntries(fields.flatMap((field) => (changes[field] === undefined ? [] : [[field, changes[field]]])));
}

function addedFinding(added: AddedFinding, section: string | null): ShownFinding {
  const { id, span, text } = added;
  const common = { id, span, text, section, reason: null, marked: 'added' as const, base: null };
  const place = { id, text, span, line: 1, column: 1, section, rule: '' };
  if (added.type === 'placeholder') {
    const record: Placeholder = { ...place, ...added.fields, context: text };
    return { ...common, type: 'placeholder', record };
  }
  const { name, ...fields } = added.fields;
  const record: Indicator = {
    ...place,
    value: { number: null, min: null, max: null, bound: 'eq', raw: text },
    unit: { symbol: '', raw: '', dimension: 'other' },
    canonical: null,
    masked: false,
    sentence: span,
    ...fields,
    name: name?.text ?? null,
    nameSpan: name?.span ?? null,
  };
  return { ...common, type: 'indicator', record };
}
