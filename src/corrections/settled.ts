/** What of a finding is to be changed where all readers agree, and what is left as it was since they differ. */
import { type JudgedFinding, type PlacedMark, type ReaderJudgement, saidOf } from './judgements.ts';

export type SettledFinding = {
  finding: JudgedFinding;
  /** The mark by which it is told. */
  first: PlacedMark;
  exists: boolean;
  added: PlacedMark | null;
  /** By field. */
  changes: ReadonlyMap<string, PlacedMark>;
  /** Marks of fields of which readers differ. */
  disputed: readonly PlacedMark[];
};

/** Null where readers differ on the finding as a whole. */
export function settle(finding: JudgedFinding): SettledFinding | null {
  const judgements = [...finding.judgements.values()];
  const [judgement] = judgements;
  if (!judgement || judgements.some(({ exists }) => exists !== judgement.exists)) return null;
  const { exists, first } = judgement;
  const added = judgements.find((each) => each.added)?.added ?? null;
  if (added && judgements.some(({ added }) => added) && differInAdded(judgements)) return null;
  const changes = new Map<string, PlacedMark>();
  const disputed: PlacedMark[] = [];
  for (const [field, marks] of exists ? changesByField(judgements) : []) {
    if (areOne(judgements, field)) changes.set(field, best(marks));
    else disputed.push(...marks);
  }
  return { finding, first, exists, added, changes, disputed };
}

const areOne = (judgements: readonly ReaderJudgement[], field: string): boolean =>
  new Set(judgements.map((each) => saidOf(each, field)).filter((said) => said !== undefined)).size <= 1;

function differInAdded(judgements: readonly ReaderJudgement[]): boolean {
  const adding = judgements.filter(({ added }) => added !== null);
  const fields = new Set(
    adding.flatMap(({ added }) => (added?.mark.mark === 'add' ? Object.keys(added.mark.fields) : [])),
  );
  return [...fields].some((field) => !areOne(adding, field));
}

function changesByField(judgements: readonly ReaderJudgement[]): Map<string, PlacedMark[]> {
  const marks = new Map<string, PlacedMark[]>();
  for (const { changes } of judgements)
    for (const [field, placed] of changes) marks.set(field, [...(marks.get(field) ?? []), placed]);
  return marks;
}

/** Of marks that say the same the one that selected its words in the text. */
const best = (marks: readonly PlacedMark[]): PlacedMark =>
  marks.find(({ mark }) => mark.mark === 'change' && mark.field === 'name' && mark.to?.span) ??
  (marks[0] as PlacedMark);
