/** The fields of reform of sections as readers correct them. */
import type { GaigeRecord, Section } from '../model/record.ts';
import type { JudgedFinding, PlacedMark } from './judgements.ts';
import { settle } from './settled.ts';
import type { StaleMark, StaleReason } from './stale.ts';
import { changedDiagnostic } from './told.ts';
import type { ReportTools } from './tools.ts';

export type CorrectedSections = {
  sections: Section[];
  diagnostics: GaigeRecord['diagnostics'];
  stale: StaleMark[];
  /** Ids of those whose fields readers have told. */
  known: Set<string>;
};

export function correctSections(
  found: readonly Section[],
  judged: readonly JudgedFinding[],
  tools: ReportTools,
): CorrectedSections {
  const sections = new Map(found.map((section) => [placeOf(section), section]));
  const result: CorrectedSections = { sections: [], diagnostics: [], stale: [], known: new Set() };
  for (const finding of judged) {
    const marks = [...finding.judgements.values()].flatMap(({ changes }) => [...changes.values()]);
    const refuse = (reason: StaleReason) => result.stale.push(...marks.map((placed) => ({ ...placed, reason })));
    const section = sections.get(placeOf(finding));
    const by = settle(finding)?.changes.get('domains');
    if (!section) refuse('NOT_FOUND');
    else if (section.title !== finding.text) refuse('OTHER_TEXT');
    else if (!by) refuse('READERS_DIFFER');
    else {
      const changed = withDomains(section, by, tools);
      if (typeof changed === 'string') refuse(changed);
      else {
        sections.set(placeOf(section), changed);
        result.known.add(section.id);
        const told = changedDiagnostic(section, changed, by);
        if (told) result.diagnostics.push(told);
      }
    }
  }
  return { ...result, sections: [...sections.values()] };
}

const placeOf = ({ span: { start, end } }: Pick<Section, 'span'>): string => `${start}:${end}`;

/** A field that a reader names is one for certain. */
function withDomains(section: Section, { mark }: PlacedMark, { isDomain }: ReportTools): Section | StaleReason {
  if (mark.mark !== 'domains') return 'NOT_ALLOWED';
  if (!mark.to.every(isDomain)) return 'UNKNOWN_DOMAIN';
  const isSame = mark.to.join() === section.domains.map(({ id }) => id).join();
  return isSame ? section : { ...section, domains: mark.to.map((id) => ({ id, score: 1 })) };
}
