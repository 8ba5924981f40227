/** Findings as rows of the table: what is shown of each, and what it is filtered and sorted by. */
import type { Indicator } from '../../../model/record.ts';
import type { Bound, Status } from '../../../model/vocabulary.ts';
import type { ShownFinding } from '../corrections/shown.ts';
import type { Model } from './model.ts';

export type ShownRow = {
  finding: ShownFinding;
  /** From 1 on, in text order. */
  place: number;
  /** Of an indicator or a placeholder, or `evidence`. */
  kind: string;
  status: Status | '';
  name: string;
  value: string;
  time: string;
  /** First and last; null where no time is known. */
  years: readonly [number, number] | null;
  concept: string;
  domains: readonly string[];
  /** Those that it is in, from the innermost outwards. */
  sections: readonly string[];
  isUnfilled: boolean;
  amount: number | null;
  /** What free text is looked for in, in small letters. */
  haystack: string;
};

export function rowsOf(findings: readonly ShownFinding[], model: Model): ShownRow[] {
  const chainOf = sectionChains(model);
  const labels = new Map(model.concepts.map(({ id, label }) => [id, `${id}\n${label.zh}\n${label.en}`]));
  return findings.map((finding, i) => {
    const parts = partsOf(finding);
    const concept = labels.get(parts.concept) ?? '';
    return {
      finding,
      place: i + 1,
      sections: chainOf(finding.section),
      ...parts,
      haystack:
        `${parts.name}\n${parts.value}\n${finding.text}\n${concept}\n${parts.time}\n${contextOf(finding)}`.toLowerCase(),
    };
  });
}

type Parts = Omit<ShownRow, 'finding' | 'place' | 'sections' | 'haystack'>;

function partsOf(finding: ShownFinding): Parts {
  if (finding.type === 'indicator') return indicatorParts(finding.record);
  const common = { status: '' as const, time: '', years: null, concept: '', amount: null };
  if (finding.type === 'placeholder') {
    const { kind, expects, context, text } = finding.record;
    return {
      ...common,
      kind,
      name: context,
      value: expects === null ? text : `${text} ${expects}`,
      domains: [],
      isUnfilled: true,
    };
  }
  const { label, id } = finding.record;
  return { ...common, kind: 'evidence', name: label, value: finding.text, domains: [id], isUnfilled: false };
}

function indicatorParts(record: Indicator): Parts {
  const { kind, status, name, time, concept, domains, masked, canonical, value } = record;
  return {
    kind,
    status,
    name: name ?? '',
    value: valueText(record),
    time: time === null ? '' : time.from === time.to ? time.from : `${time.from} – ${time.to}`,
    years: time && [Number(time.from.slice(0, 4)), Number(time.to.slice(0, 4))],
    concept: concept ?? '',
    domains,
    isUnfilled: masked,
    amount: canonical?.number ?? value.number ?? value.min,
  };
}

const BOUND_SIGNS: Record<Bound, string> = { eq: '', range: '', approx: '≈ ', gte: '≥ ', lte: '≤ ' };

/** As written, with a sign for what the words around it say. */
export const valueText = ({
  text,
  value: { bound },
  direction,
}: Pick<Indicator, 'text' | 'value' | 'direction'>): string =>
  `${BOUND_SIGNS[bound]}${text.replace(/\s+/g, ' ')}${direction === null ? '' : direction === 'up' ? ' ↑' : ' ↓'}`;

const contextOf = (finding: ShownFinding): string => (finding.type === 'placeholder' ? finding.record.context : '');

function sectionChains({ sectionOf }: Model): (section: string | null) => readonly string[] {
  const chains = new Map<string, readonly string[]>();
  const chainOf = (id: string | null): readonly string[] => {
    if (id === null) return [];
    const known = chains.get(id);
    if (known) return known;
    const chain = [id, ...chainOf(sectionOf.get(id)?.parent ?? null)];
    chains.set(id, chain);
    return chain;
  };
  return chainOf;
}
