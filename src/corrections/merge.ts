/** Several readers' files as one, and where they differ. */
import type { Span } from '../model/span.ts';
import { INDICATORS } from './indicators.ts';
import { AS_SHOWN, type CorrectionsFile, type JudgedFinding, judgedFindings, readerOf, saidOf } from './judgements.ts';
import { PLACEHOLDERS } from './placeholders.ts';
import type { Corrections, Mark } from './schema.ts';

/** Files of one report. */
export type MergedReport = {
  report: Corrections['report'];
  merged: Corrections;
  compared: readonly ComparedField[];
  isOfOneTool: boolean;
};

/** What readers say of a field of a finding, or of whether there is one (`finding`: yes or no). */
export type ComparedField = {
  type: Mark['type'];
  span: Span;
  text: string;
  field: string;
  /** Of those who said anything: a value as JSON, or `=` for the value that was shown. */
  said: ReadonlyMap<string, string>;
};

export const YES = '"yes"';
export const NO = '"no"';

export const isDifference = ({ said }: ComparedField): boolean => new Set(said.values()).size > 1;

/** One for each text, in the order of the files. */
export function mergeReports(files: readonly CorrectionsFile[]): MergedReport[] {
  const byText = new Map<string, CorrectionsFile[]>();
  for (const file of files) {
    const { textSha256 } = file.corrections.report;
    byText.set(textSha256, [...(byText.get(textSha256) ?? []), file]);
  }
  return [...byText.values()].map(mergeReport);
}

function mergeReport(files: readonly CorrectionsFile[]): MergedReport {
  const [{ corrections: first }] = files as [CorrectionsFile, ...CorrectionsFile[]];
  const { version, report, tool } = first;
  const tools = new Set(files.map(({ corrections }) => JSON.stringify(corrections.tool)));
  const isOfOneTool = tools.size === 1;
  const merged: Corrections = {
    version,
    report,
    ...(tool && isOfOneTool ? { tool } : {}),
    by: null,
    at: files.map(({ corrections }) => corrections.at).reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a)),
    reviewed: reviewedByAll(files),
    marks: unionOf(files),
  };
  return { report, merged, compared: comparedFields(files), isOfOneTool };
}

/** Every reader's marks under her name, each once. */
function unionOf(files: readonly CorrectionsFile[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { path, corrections } of files) {
    for (const mark of corrections.marks) {
      const named: Mark = { ...mark, by: readerOf(mark, corrections, path), at: mark.at ?? corrections.at };
      const { at: _at, ...said } = named;
      marks.set(JSON.stringify(said), named);
    }
  }
  return [...marks.values()];
}

/** What everybody has read to its end. */
function reviewedByAll(files: readonly CorrectionsFile[]): Span | null {
  let common: Span | null = null;
  for (const [i, { corrections }] of files.entries()) {
    const { reviewed } = corrections;
    if (!reviewed) return null;
    common =
      i === 0 || common === null
        ? reviewed
        : { start: Math.max(common.start, reviewed.start), end: Math.min(common.end, reviewed.end) };
    if (common.start >= common.end) return null;
  }
  return common;
}

/** Fields that anybody has said anything of, in the order of the text. */
function comparedFields(files: readonly CorrectionsFile[]): ComparedField[] {
  const readers = readersOf(files);
  return judgedFindings(files).flatMap((finding) => [
    ...(finding.type === 'section' ? [] : [comparedExistence(finding, readers)]),
    ...FIELDS[finding.type].map((field) => comparedField(finding, field, readers)).filter(({ said }) => said.size > 0),
  ]);
}

/** Readers by name, with the stretches that each has read to its end. */
type Readers = ReadonlyMap<string, readonly Span[]>;

function readersOf(files: readonly CorrectionsFile[]): Readers {
  const readers = new Map<string, Span[]>();
  for (const { path, corrections } of files) {
    const names = new Set(corrections.marks.map((mark) => readerOf(mark, corrections, path)));
    if (corrections.by !== null || names.size === 0) names.add(corrections.by ?? path);
    for (const name of names) readers.set(name, readers.get(name) ?? []);
    const { by, reviewed } = corrections;
    // What a merged file has as read, all of its readers have.
    for (const name of by === null ? names : [by]) if (reviewed) readers.get(name)?.push(reviewed);
  }
  return readers;
}

const hasRead = (stretches: readonly Span[], { start, end }: Span): boolean =>
  stretches.some((stretch) => stretch.start <= start && end <= stretch.end);

/** What was found stands where nothing is said against it, and what was not found is none where nobody says that it was missed. */
const wasFound = ({ judgements }: JudgedFinding): boolean =>
  [...judgements.values()].some(
    ({ added, changes, isWhole, exists }) => !added && (isWhole || changes.size > 0 || !exists),
  );

function comparedExistence(finding: JudgedFinding, readers: Readers): ComparedField {
  const said = new Map<string, string>();
  for (const [reader, stretches] of readers) {
    const judgement = finding.judgements.get(reader);
    if (judgement) said.set(reader, judgement.exists ? YES : NO);
    else if (hasRead(stretches, finding.span)) said.set(reader, wasFound(finding) ? YES : NO);
  }
  return { ...placeOf(finding), field: 'finding', said };
}

function comparedField(finding: JudgedFinding, field: string, readers: Readers): ComparedField {
  const said = new Map<string, string>();
  for (const [reader, stretches] of readers) {
    const judgement = finding.judgements.get(reader);
    const isSilent = !judgement && wasFound(finding) && hasRead(stretches, finding.span);
    const value = judgement ? saidOf(judgement, field) : isSilent ? AS_SHOWN : undefined;
    if (value !== undefined) said.set(reader, value);
  }
  return { ...placeOf(finding), field, said };
}

const placeOf = ({ type, span, text }: JudgedFinding): Pick<ComparedField, 'type' | 'span' | 'text'> => ({
  type,
  span,
  text,
});

/** By sort of finding. */
const FIELDS: Record<Mark['type'], readonly string[]> = {
  indicator: INDICATORS.fields,
  placeholder: PLACEHOLDERS.fields,
  section: ['domains'],
};
