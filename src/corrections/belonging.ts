/** Which files of corrections belong to which report. */
import type { ReportInfo } from '../model/record.ts';
import type { CorrectionsFile } from './judgements.ts';

/** `isChanged`: it was made for an earlier text of this report. */
export type BelongingFile = CorrectionsFile & { isChanged: boolean };

export type Belonging = {
  /** Those of a report, in the order in which they were given. `textSha256` is null for a record without its text. */
  of: (report: Pick<ReportInfo, 'path' | 'sha256' | 'chars'>, textSha256: string | null) => BelongingFile[];
  /** Those that belonged to no report that was asked about. */
  rest: () => CorrectionsFile[];
};

/** A report is known by its text, or by the bytes of its file; one that has changed since by its path. */
export function belongingOf(files: readonly CorrectionsFile[]): Belonging {
  const keyed = new Map<string, CorrectionsFile[]>();
  const add = (key: string, file: CorrectionsFile) => keyed.set(key, [...(keyed.get(key) ?? []), file]);
  for (const file of files) {
    const { textSha256, fileSha256, chars, path } = file.corrections.report;
    add(`text ${textSha256}`, file);
    add(`file ${fileSha256} ${chars}`, file);
    add(`path ${path}`, file);
  }
  const rest = new Set(files);
  return {
    of: ({ path, sha256, chars }, textSha256) => {
      const keys = [`text ${textSha256}`, `file ${sha256} ${chars}`, `path ${path}`];
      const found = new Set(keys.flatMap((key) => keyed.get(key) ?? []));
      for (const file of found) rest.delete(file);
      const isOf = ({ corrections: { report } }: CorrectionsFile): boolean =>
        textSha256 === null ? report.fileSha256 === sha256 && report.chars === chars : report.textSha256 === textSha256;
      return files.filter((file) => found.has(file)).map((file) => ({ ...file, isChanged: !isOf(file) }));
    },
    rest: () => [...rest],
  };
}
