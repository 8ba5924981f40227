/** Corrects the findings of one sort: what is none goes, what was wrong is changed, what was missed is added. */
import type { GaigeRecord, Indicator, Placeholder } from '../model/record.ts';
import { type Span, sliceOf } from '../model/span.ts';
import { firstAtLeast } from '../text/sorted.ts';
import type { JudgedFinding, PlacedMark } from './judgements.ts';
import { type SettledFinding, settle } from './settled.ts';
import type { StaleMark, StaleReason } from './stale.ts';
import { addedDiagnostic, changedDiagnostic, removedDiagnostic } from './told.ts';
import type { ReportTools } from './tools.ts';

/** The rule of a finding that a reader changed, and of one that she added. */
export const CHANGED_RULE = 'reader/changed';
export const ADDED_RULE = 'reader/added';

type CorrectableFinding = Indicator | Placeholder;

/** How findings of a sort are changed and made. */
export type FindingSort<F extends CorrectableFinding> = {
  part: 'indicators' | 'placeholders';
  fields: readonly string[];
  changed: (finding: F, field: string, to: unknown, tools: ReportTools) => F | StaleReason;
  made: (mark: PlacedMark['mark'], record: GaigeRecord, tools: ReportTools) => F | StaleReason;
};

export type CorrectedFindings<F> = {
  findings: F[];
  diagnostics: GaigeRecord['diagnostics'];
  stale: StaleMark[];
  /** Findings that readers have judged and that are right now. */
  known: Set<string>;
  /** Where readers say that nothing is. */
  none: Span[];
  /** Findings of which readers differ. */
  disputed: Span[];
};

/** A finding that has come to stand where it stood not before; `before` is what it was. */
type Moved<F> = { finding: F; before: F | null; by: PlacedMark; diagnostics: GaigeRecord['diagnostics'] };

export function correctFindings<F extends CorrectableFinding>(
  record: GaigeRecord,
  found: readonly F[],
  judged: readonly JudgedFinding[],
  sort: FindingSort<F>,
  tools: ReportTools,
): CorrectedFindings<F> {
  const work = openWork(record, found, sort, tools);
  const settled: SettledFinding[] = [];
  for (const finding of judged) {
    const reason = work.reasonAgainst(finding);
    const one = reason === null ? settle(finding) : null;
    if (reason !== null) work.refuse(marksOf(finding), reason);
    else if (one === null) work.dispute(finding);
    else if (!one.exists) work.remove(one);
    else settled.push(one);
  }
  const others = work.others();
  for (const one of settled) work.change(one, others);
  return work.end();
}

const placeOf = ({ start, end }: Span): string => `${start}:${end}`;

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

const marksOf = ({ judgements }: JudgedFinding): PlacedMark[] =>
  [...judgements.values()].flatMap(({ first, changes }) => [...new Set([first, ...changes.values()])]);

function openWork<F extends CorrectableFinding>(
  record: GaigeRecord,
  found: readonly F[],
  sort: FindingSort<F>,
  tools: ReportTools,
) {
  const standing = new Map(found.map((finding) => [placeOf(finding.span), finding]));
  const result: CorrectedFindings<F> = {
    findings: [],
    diagnostics: [],
    stale: [],
    known: new Set(),
    none: [],
    disputed: [],
  };
  const moved: Moved<F>[] = [];
  const refuse = (marks: readonly PlacedMark[], reason: StaleReason) =>
    result.stale.push(...marks.map((placed) => ({ ...placed, reason })));

  /** Changed field by field; what cannot be changed stays. */
  const withChanges = (finding: F, wanted: readonly (readonly [field: string, to: unknown, by: PlacedMark])[]) => {
    const diagnostics: GaigeRecord['diagnostics'] = [];
    let now = finding;
    for (const [field, to, by] of wanted) {
      const next = sort.changed(now, field, to, tools);
      if (typeof next === 'string') refuse([by], next);
      else if (!tools.isAllowed(sort.part, next)) refuse([by], 'NOT_ALLOWED');
      else {
        const told = changedDiagnostic(now, next, by);
        if (told) diagnostics.push(told);
        now = next;
      }
    }
    const isChanged = diagnostics.length > 0 && now.rule !== ADDED_RULE;
    return { finding: isChanged ? { ...now, rule: CHANGED_RULE } : now, diagnostics };
  };

  const keep = (finding: F, diagnostics: GaigeRecord['diagnostics']) => {
    result.known.add(finding.id);
    result.diagnostics.push(...diagnostics);
  };

  return {
    refuse,
    /** Why nothing that is said of it can be taken. */
    reasonAgainst({ span, text, judgements }: JudgedFinding): StaleReason | null {
      const there = standing.get(placeOf(span));
      if (there) return there.text === text ? null : 'OTHER_TEXT';
      const isAdded = [...judgements.values()].some(({ added }) => added !== null);
      if (tools.text === null) return isAdded ? 'NO_TEXT' : 'NOT_FOUND';
      if (span.start >= span.end || sliceOf(tools.text, span) !== text) return 'OTHER_TEXT';
      const isNone = [...judgements.values()].every(({ exists }) => !exists);
      return isAdded || isNone ? null : 'NOT_FOUND';
    },
    dispute(finding: JudgedFinding) {
      result.disputed.push(finding.span);
      refuse(marksOf(finding), 'READERS_DIFFER');
    },
    remove({ finding: { span }, first }: SettledFinding) {
      result.none.push(span);
      const there = standing.get(placeOf(span));
      if (there) result.diagnostics.push(removedDiagnostic(there, first));
      standing.delete(placeOf(span));
    },
    /** What stands when all that is none has gone. */
    others: (): Span[] => [...standing.values()].map(({ span }) => span).sort((a, b) => a.start - b.start),
    change(one: SettledFinding, others: readonly Span[]) {
      const { finding, added, changes, disputed } = one;
      if (disputed.length > 0) result.disputed.push(finding.span);
      refuse(disputed, 'READERS_DIFFER');
      const before = standing.get(placeOf(finding.span)) ?? null;
      const start = before ?? (added && madeOf(added));
      if (!start) return;
      const wanted = before && added?.mark.mark === 'add' ? Object.entries(added.mark.fields) : [];
      const changed = withChanges(start, [
        ...inOrder(wanted, sort.fields).map(([field, to]) => [field, to, added ?? one.first] as const),
        ...inOrder([...changes], sort.fields).map(([field, by]) => [field, toOf(by), by] as const),
      ]);
      const by = changes.get('extent') ?? added ?? one.first;
      if (before && placeOf(before.span) === placeOf(changed.finding.span)) {
        standing.set(placeOf(before.span), changed.finding);
        if (disputed.length === 0) keep(changed.finding, changed.diagnostics);
        else result.diagnostics.push(...changed.diagnostics);
      } else if (isTaken(changed.finding.span, before?.span ?? null, others)) {
        refuse([by], 'OVERLAPS');
      } else {
        const told = before ? [] : [addedDiagnostic(changed.finding, by)];
        moved.push({ ...changed, diagnostics: [...told, ...changed.diagnostics], before, by });
      }
    },
    end(): CorrectedFindings<F> {
      let last: Span | null = null;
      for (const { finding, before, by, diagnostics } of moved.sort(
        (a, b) => a.finding.span.start - b.finding.span.start,
      )) {
        if (last && overlap(last, finding.span)) {
          refuse([by], 'OVERLAPS');
          continue;
        }
        last = finding.span;
        if (before) {
          standing.delete(placeOf(before.span));
          result.none.push(before.span);
        }
        standing.set(placeOf(finding.span), finding);
        keep(finding, diagnostics);
      }
      const findings = [...standing.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      return { ...result, findings };
    },
  };

  function madeOf(by: PlacedMark): F | null {
    const made = sort.made(by.mark, record, tools);
    if (typeof made === 'string') refuse([by], made);
    else if (tools.isAllowed(sort.part, made)) return made;
    else refuse([by], 'NOT_ALLOWED');
    return null;
  }
}

/** Fields that depend on others come behind them. */
const inOrder = <T>(entries: readonly (readonly [string, T])[], fields: readonly string[]): (readonly [string, T])[] =>
  [...entries].sort(([a], [b]) => fields.indexOf(a) - fields.indexOf(b));

const toOf = ({ mark }: PlacedMark): unknown => ('to' in mark ? mark.to : null);

/** Whether another finding stands there; `others` are in text order and do not overlap. */
function isTaken(span: Span, own: Span | null, others: readonly Span[]): boolean {
  const first = Math.max(0, firstAtLeast(others, span.start, ({ start }) => start) - 1);
  for (let i = first; i < others.length; i++) {
    const other = others[i] as Span;
    if (other.start >= span.end) return false;
    if (overlap(span, other) && !(own && placeOf(own) === placeOf(other))) return true;
  }
  return false;
}
