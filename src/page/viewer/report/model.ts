/** The report of a page, its findings whole again. */
import type { Domain, Indicator, Placeholder, Section } from '../../../model/record.ts';
import type { Span } from '../../../model/span.ts';
import type { PackedReport, ToldReason } from '../../data.ts';

type Common = { id: string; span: Span; text: string; section: string | null; reason: ToldReason | null };

export type IndicatorFinding = Common & { type: 'indicator'; record: Indicator };
export type PlaceholderFinding = Common & { type: 'placeholder'; record: Placeholder };
/** Words by which a report is of a domain. */
export type EvidenceFinding = Common & { type: 'evidence'; record: Domain };

export type PageFinding = IndicatorFinding | PlaceholderFinding | EvidenceFinding;
export type FindingType = PageFinding['type'];

export type Model = Pick<
  PackedReport,
  'tool' | 'report' | 'text' | 'textSha256' | 'domains' | 'diagnostics' | 'fields' | 'concepts' | 'origins' | 'rules'
> & {
  sections: readonly Section[];
  sectionOf: ReadonlyMap<string, Section>;
  /** In text order. */
  findings: readonly PageFinding[];
};

const INDICATOR: Pick<
  Indicator,
  | 'name'
  | 'nameSpan'
  | 'canonical'
  | 'direction'
  | 'basis'
  | 'base'
  | 'scope'
  | 'period'
  | 'time'
  | 'role'
  | 'concept'
  | 'section'
> = {
  name: null,
  nameSpan: null,
  canonical: null,
  direction: null,
  basis: null,
  base: null,
  scope: null,
  period: null,
  time: null,
  role: null,
  concept: null,
  section: null,
};

const NO_NUMBERS = { number: null, min: null, max: null };

export function modelOf(packed: PackedReport): Model {
  const sections = packed.sections.map((each) => ({ ...{ marker: null, parent: null }, ...each }));
  return {
    ...packed,
    report: { ...NO_REPORT_DATA, ...packed.report },
    diagnostics: packed.diagnostics.map((each) => ({ ...each, span: each.span ?? null })),
    sections,
    sectionOf: new Map(sections.map((each) => [each.id, each])),
    findings: [...indicatorsOf(packed), ...placeholdersOf(packed), ...evidenceOf(packed, sections)].sort(inText),
  };
}

const NO_REPORT_DATA = { title: null, date: null, year: null, planYear: null, region: null, publisher: null };

export const inText = (a: Pick<PageFinding, 'span'>, b: Pick<PageFinding, 'span'>): number =>
  a.span.start - b.span.start || a.span.end - b.span.end;

const indicatorsOf = ({ text, indicators, reasons }: PackedReport): IndicatorFinding[] =>
  indicators.map((packed, i) => {
    const words = text.slice(packed.span.start, packed.span.end);
    const { canonical } = packed;
    const record: Indicator = {
      ...INDICATOR,
      ...packed,
      text: words,
      value: { ...NO_NUMBERS, ...packed.value },
      canonical: canonical ? { ...{ number: null }, ...canonical } : null,
    };
    return { type: 'indicator', ...commonOf(record), reason: reasons[i] ?? null, record };
  });

const placeholdersOf = ({ text, indicators, placeholders, reasons }: PackedReport): PlaceholderFinding[] =>
  placeholders.map((packed, i) => {
    const words = text.slice(packed.span.start, packed.span.end);
    const record: Placeholder = { expects: null, section: null, ...packed, text: words };
    return { type: 'placeholder', ...commonOf(record), reason: reasons[indicators.length + i] ?? null, record };
  });

const commonOf = ({ id, span, text, section }: Indicator | Placeholder) => ({ id, span, text, section });

function evidenceOf({ domains }: PackedReport, sections: readonly Section[]): EvidenceFinding[] {
  const sectionAt = innermostAt(sections);
  return domains.flatMap((record) =>
    record.evidence.map(({ text, span }, i) => ({
      type: 'evidence' as const,
      id: `${record.id}.${i}`,
      span,
      text,
      section: sectionAt(span.start),
      reason: null,
      record,
    })),
  );
}

/** The section that a place is in; sections stand in text order, those within after those around. */
export function innermostAt(sections: readonly Section[]): (at: number) => string | null {
  const parents = new Map(sections.map((each) => [each.id, each]));
  return (at) => {
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sections[middle]?.span.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    let found = sections[low - 1];
    while (found && found.span.end <= at) found = found.parent === null ? undefined : parents.get(found.parent);
    return found?.id ?? null;
  };
}
