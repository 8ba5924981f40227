/** Placeholders as readers correct them. */
import type { Placeholder } from '../model/record.ts';
import { type Span, sliceOf } from '../model/span.ts';
import { ADDED_RULE, type FindingSort } from './findings.ts';
import { sectionAt } from './indicators.ts';
import type { Mark } from './schema.ts';
import type { StaleReason } from './stale.ts';
import type { ReportTools } from './tools.ts';

type PlaceholderChange = Extract<Mark, { mark: 'change'; type: 'placeholder' }>;

export const PLACEHOLDERS: FindingSort<Placeholder> = {
  part: 'placeholders',
  fields: ['extent', 'kind', 'expects'],
  changed: (placeholder, field, to, tools) => {
    // The schema has seen to it that the value is one of the field.
    const change = { field, to } as Pick<PlaceholderChange, 'field' | 'to'>;
    return change.field === 'extent'
      ? withExtent(placeholder, change.to as Extract<PlaceholderChange, { field: 'extent' }>['to'], tools)
      : { ...placeholder, [field]: to };
  },
  made: (mark, { sections }, tools): Placeholder | StaleReason => {
    if (mark.mark !== 'add' || mark.type !== 'placeholder') return 'NOT_ALLOWED';
    const { span, text, fields } = mark;
    return {
      id: tools.idOf('p', span),
      text,
      span,
      ...tools.positionAt(span.start),
      kind: fields.kind,
      expects: fields.expects,
      section: sectionAt(span, sections),
      context: clauseAround(span, tools),
      rule: ADDED_RULE,
    };
  },
};

function withExtent(
  placeholder: Placeholder,
  { span, text }: { span: Span; text: string },
  tools: ReportTools,
): Placeholder | StaleReason {
  if (tools.text === null) return 'NO_TEXT';
  if (span.start >= span.end || sliceOf(tools.text, span) !== text) return 'OTHER_TEXT';
  const { line, column } = tools.positionAt(span.start);
  return { ...placeholder, id: tools.idOf('p', span), text, span, line, column, context: clauseAround(span, tools) };
}

const CLAUSE_END = /[，。；：！？、,;:!?\n]/u;

/** Within its sentence, from one mark of punctuation to the next. */
function clauseAround(span: Span, { text, sentenceAt }: ReportTools): string {
  const sentence = sentenceAt(span);
  const before = (text ?? '').slice(sentence.start, span.start).split(CLAUSE_END).at(-1) ?? '';
  const after = (text ?? '').slice(span.end, sentence.end).split(CLAUSE_END)[0] ?? '';
  return `${before}${sliceOf(text ?? '', span)}${after}`.trim();
}
