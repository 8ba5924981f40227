/** A record, its text and its reasons → the data of its page. */
import { createHash } from 'node:crypto';
import type { FiredRule } from '../judge/fired.ts';
import type { DomainDefinition } from '../model/findings.ts';
import type { ExplainedField, Origin } from '../model/origin.ts';
import type { GaigeRecord } from '../model/record.ts';
import { type PackedReport, type PageConcept, TOLD_FIELDS, type ToldReason, type ToldRule } from './data.ts';
import { droppingNull, numbering } from './packing.ts';

/** Why a finding is as it is. */
export type Reason = { fields: readonly ExplainedField[]; fired: readonly FiredRule[] };

/** By where a finding starts; an indicator and a placeholder may start together. */
export type Reasons = Readonly<Record<'indicators' | 'placeholders', ReadonlyMap<number, Reason>>>;

/** Of findings that somebody has corrected. */
export const NO_REASONS: Reasons = { indicators: new Map(), placeholders: new Map() };

/** What the rules know, whatever the report. */
export type Known = { fields: readonly DomainDefinition[]; concepts: readonly PageConcept[] };

/** As JSON. */
export function reportData(record: GaigeRecord, text: string, reasons: Reasons, known: Known): string {
  const { tool, report, sections, indicators, placeholders, domains, diagnostics } = record;
  const told = reasonTeller();
  const data = {
    tool,
    report,
    text,
    textSha256: createHash('sha256').update(text).digest('hex'),
    sections,
    indicators: indicators.map(({ text: _, ...rest }) => rest),
    placeholders: placeholders.map(({ text: _, ...rest }) => rest),
    domains,
    diagnostics,
    ...known,
    reasons: [
      ...indicators.map(({ span }) => told.reasonOf(reasons.indicators.get(span.start))),
      ...placeholders.map(({ span }) => told.reasonOf(reasons.placeholders.get(span.start))),
    ],
    origins: told.origins,
    rules: told.rules,
  } satisfies Record<keyof PackedReport, unknown>;
  return JSON.stringify(data, droppingNull);
}

function reasonTeller() {
  const origins = numbering<Origin>(({ by, facts }) => JSON.stringify([by, facts]));
  const rules = numbering<readonly [id: string, pattern: string]>(([id]) => id);
  const ruleOf = ({ rule, text, decides, loses }: FiredRule, all: readonly FiredRule[]): ToldRule => [
    rules.numberOf([rule, patternOf(rule, all)]),
    text,
    decides,
    loses.map(({ field, to, by }) => [field, rules.numberOf([to, patternOf(to, all)]), by]),
  ];
  const originOf = (field: string, fields: readonly ExplainedField[]): number | null => {
    const found = fields.find((each) => each.field === field);
    return found ? origins.numberOf({ by: found.by, facts: found.facts }) : null;
  };
  return {
    origins: origins.all,
    rules: rules.all,
    reasonOf: (reason: Reason | undefined): ToldReason | null =>
      reason
        ? {
            fields: TOLD_FIELDS.map((field) => originOf(field, reason.fields)),
            fired: reason.fired.map((each) => ruleOf(each, reason.fired)),
          }
        : null,
  };
}

/** A rule that takes a field from another has fired on the same figure. */
const patternOf = (rule: string, fired: readonly FiredRule[]): string =>
  fired.find((each) => each.rule === rule)?.pattern ?? '';
