/** The data of an index of pages, as it stands in it: an entry a report, written as they come, and at the end what holds of all. */
import type { Envelope, ReportInfo } from '../model/record.ts';
import type { Bound, Direction, Status } from '../model/vocabulary.ts';
import type { PageConcept } from './data.ts';

/** Fields that a finding does not have are ''. `label`: its name; of a placeholder the clause that it stands in. */
export type BriefFinding = [
  id: string,
  label: string,
  text: string,
  kind: string,
  status: Status | '',
  year: string,
  concept: string,
];

export type HeadlineFigure = [id: string, text: string, bound: Bound, direction: Direction | null, status: Status];

export type IndexEntry = {
  report: Pick<ReportInfo, 'path' | 'name' | 'title' | 'region' | 'year' | 'kind' | 'chars'>;
  headlines: readonly { concept: string; figures: readonly HeadlineFigure[] }[];
  indicators: readonly BriefFinding[];
  placeholders: readonly BriefFinding[];
};

export type PackedIndex = {
  /** Of each report the way to its page, from the index. */
  reports: readonly { page: string; entry: IndexEntry }[];
  /** Of all reports, also those of other parts; null in every part but the first, which is written to the end last. */
  counts: Envelope['summary'] | null;
  /** Which part of the index it is, from 1 on. */
  part: number;
  isLast: boolean;
  /** How many parts there are; null in every part but the first. */
  parts: number | null;
  /** Concepts in the order in which they are shown, and what all are called. */
  headlines: readonly string[];
  concepts: readonly PageConcept[];
};
