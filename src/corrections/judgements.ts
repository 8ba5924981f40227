/** What each reader says of each finding, put together of the marks of all files of a report. */
import type { Span } from '../model/span.ts';
import type { Corrections, Mark } from './schema.ts';

/** A file of corrections, as it was named. */
export type CorrectionsFile = { path: string; corrections: Corrections };

/** A mark, whose it is, and where it stands: in which file, as which of its marks, from 0. */
export type PlacedMark = { path: string; index: number; reader: string; mark: Mark };

/** What one reader says of one finding. */
export type ReaderJudgement = {
  /** The mark that speaks of the finding as a whole, or the first of a field of it. */
  first: PlacedMark;
  /** False: there is no such finding. */
  exists: boolean;
  /** All fields that she does not change are right. */
  isWhole: boolean;
  /** The mark that adds it. */
  added: PlacedMark | null;
  /** By field, the last of each. */
  changes: ReadonlyMap<string, PlacedMark>;
};

/** A finding, or a section, that somebody marked. */
export type JudgedFinding = {
  type: Mark['type'];
  span: Span;
  text: string;
  /** By reader, in the order of the files. */
  judgements: ReadonlyMap<string, ReaderJudgement>;
};

/** In the order of the text. */
export function judgedFindings(files: readonly CorrectionsFile[]): JudgedFinding[] {
  const found = new Map<string, Omit<JudgedFinding, 'judgements'> & { judgements: Map<string, ReaderJudgement> }>();
  for (const { path, corrections } of files) {
    for (const [index, mark] of corrections.marks.entries()) {
      const { type, span, text } = mark;
      const key = JSON.stringify([type, span.start, span.end, text]);
      const finding = found.get(key) ?? { type, span, text, judgements: new Map<string, ReaderJudgement>() };
      found.set(key, finding);
      const reader = readerOf(mark, corrections, path);
      finding.judgements.set(reader, judged(finding.judgements.get(reader), { path, index, reader, mark }));
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** One who gave no name is told by her file. */
export const readerOf = ({ by }: Pick<Mark, 'by'>, corrections: Pick<Corrections, 'by'>, path: string): string =>
  by ?? corrections.by ?? path;

function judged(earlier: ReaderJudgement | undefined, placed: PlacedMark): ReaderJudgement {
  const before: ReaderJudgement = earlier ?? {
    first: placed,
    exists: true,
    isWhole: false,
    added: null,
    changes: new Map(),
  };
  switch (placed.mark.mark) {
    case 'right':
      return { ...before, first: placed, exists: true, isWhole: true };
    case 'wrong':
      return { ...before, first: placed, exists: false };
    case 'add':
      return { ...before, first: placed, exists: true, isWhole: true, added: placed };
    case 'change':
      // What is none stays so: its fields may have been changed before that was seen.
      return { ...before, changes: added(before.changes, placed.mark.field, placed) };
    case 'domains':
      return { ...before, changes: added(before.changes, 'domains', placed) };
  }
}

/** A judgement has as many changes as a finding has fields. */
const added = (changes: ReaderJudgement['changes'], field: string, placed: PlacedMark): ReaderJudgement['changes'] =>
  new Map([...changes, [field, placed]]);

/** A value as it is compared: a name by its words, wherever they were selected. Undefined where the reader says nothing of the field. */
export function saidOf({ exists, isWhole, added, changes }: ReaderJudgement, field: string): string | undefined {
  if (!exists) return undefined;
  const change = changes.get(field)?.mark;
  if (change && 'to' in change) return compared(change.to) === compared(change.from) ? AS_SHOWN : compared(change.to);
  if (added && READ_FROM_TEXT.includes(field)) return undefined;
  if (added?.mark.mark === 'add') return compared((added.mark.fields as Record<string, unknown>)[field] ?? null);
  return isWhole ? AS_SHOWN : undefined;
}

/** Of what was missed these are not told. */
const READ_FROM_TEXT: readonly string[] = ['extent', 'value', 'unit'];

/** What was found is right. */
export const AS_SHOWN = '=';

function compared(value: unknown): string {
  const isName = typeof value === 'object' && value !== null && 'text' in value && !('start' in value);
  return JSON.stringify(isName ? value.text : value);
}
