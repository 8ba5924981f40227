/** What a reader has said of the findings so far, and the file that says it. */
import type { Indicator, Placeholder } from '../../../model/record.ts';
import type { Span } from '../../../model/span.ts';
import type { Model, PageFinding } from '../report/model.ts';

export type ChosenName = { text: string; span: Span | null } | null;

export type IndicatorFields = Pick<
  Indicator,
  'kind' | 'direction' | 'basis' | 'base' | 'status' | 'scope' | 'period' | 'time' | 'role' | 'concept' | 'domains'
> & { name: ChosenName };

/** What most are, with nothing told of it. */
export const NO_FIELDS: IndicatorFields = {
  name: null,
  kind: 'level',
  status: 'achieved',
  direction: null,
  basis: null,
  base: null,
  scope: null,
  period: null,
  time: null,
  role: null,
  concept: null,
  domains: [],
};

export type PlaceholderFields = Pick<Placeholder, 'kind' | 'expects'>;

/** Fields as they should be. */
export type Changes = Partial<
  Omit<IndicatorFields, 'kind' | 'status' | 'direction' | 'basis' | 'role'> &
    Omit<PlaceholderFields, 'kind'> & {
      /** Each of a list that an editor offers. */
      kind: string | null;
      status: string | null;
      direction: string | null;
      basis: string | null;
      role: string | null;
      extent: { span: Span; text: string };
    }
>;

export type FindingMarks = { verdict: 'right' | 'wrong' | null; changes: Changes; note: string };

export type AddedFinding = { id: string; span: Span; text: string; note: string } & (
  | { type: 'indicator'; fields: IndicatorFields }
  | { type: 'placeholder'; fields: PlaceholderFields }
);

export type Marks = {
  /** By the id of a finding. */
  findings: Readonly<Record<string, FindingMarks>>;
  added: readonly AddedFinding[];
  /** Domains by the id of a section. */
  sections: Readonly<Record<string, readonly string[]>>;
  /** How far the text was read; null where nothing is said of what is not marked. */
  reviewed: Span | null;
  by: string;
};

export const NO_MARKS: Marks = { findings: {}, added: [], sections: {}, reviewed: null, by: '' };

export const NOTHING_SAID: FindingMarks = { verdict: null, changes: {}, note: '' };

export const countMarks = ({ findings, added, sections }: Marks): number =>
  Object.keys(findings).length + added.length + Object.keys(sections).length;

/** With what is said of one finding; nothing said is nothing kept. */
export function withMarks(marks: Marks, id: string, own: FindingMarks): Marks {
  const { [id]: _, ...others } = marks.findings;
  const isEmpty = own.verdict === null && own.note === '' && Object.keys(own.changes).length === 0;
  return { ...marks, findings: isEmpty ? others : { ...others, [id]: own } };
}

type MarkOf = Record<string, unknown>;

/** The file of corrections, as src/corrections/schema.ts has it. `at`: ISO 8601. */
export function correctionsOf(model: Model, marks: Marks, at: string): object {
  const { report, text, textSha256, tool } = model;
  return {
    version: 1,
    report: { path: report.path, fileSha256: report.sha256, textSha256, chars: text.length },
    tool: { version: tool.version, rules: tool.rules },
    by: marks.by.trim() || null,
    at,
    reviewed: marks.reviewed,
    marks: [...findingMarks(model, marks), ...marks.added.map(addedMark), ...sectionMarks(model, marks)],
  };
}

function findingMarks({ findings }: Model, marks: Marks): MarkOf[] {
  return findings.flatMap((finding) => {
    const own = marks.findings[finding.id];
    if (!own || finding.type === 'evidence') return [];
    const place = { type: finding.type, span: finding.span, text: finding.text };
    const remarks = own.note.trim() === '' ? {} : { note: own.note.trim() };
    const said: MarkOf[] = Object.entries(own.changes).map(([field, to]) => ({
      mark: 'change',
      ...place,
      field,
      from: foundValue(finding, field),
      to,
      ...remarks,
    }));
    return own.verdict === null ? said : [{ mark: own.verdict, ...place, ...remarks }, ...said];
  });
}

/** As the finding had it before it was changed. */
export function foundValue(finding: PageFinding, field: string): unknown {
  if (finding.type === 'evidence') return null;
  if (finding.type === 'indicator' && field === 'name') {
    const { name, nameSpan } = finding.record;
    return name === null ? null : { text: name, span: nameSpan };
  }
  if (field === 'extent') return { span: finding.span, text: finding.text };
  return Object.entries(finding.record).find(([key]) => key === field)?.[1] ?? null;
}

const addedMark = ({ type, span, text, fields, note }: AddedFinding): MarkOf => ({
  mark: 'add',
  type,
  span,
  text,
  fields,
  ...(note.trim() === '' ? {} : { note: note.trim() }),
});

const sectionMarks = ({ sections }: Model, marks: Marks): MarkOf[] =>
  sections.flatMap(({ id, span, title, domains }) => {
    const to = marks.sections[id];
    return to
      ? [{ mark: 'domains', type: 'section', span, text: title, from: domains.map((each) => each.id), to }]
      : [];
  });
