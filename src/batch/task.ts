/** What goes to the workers and what comes back: plain data, since it crosses threads and is cached on disk. */
import type { DecodeOptions } from '../decode/index.ts';
import type { FindingCounts } from '../emit/index.ts';
import type { Emission } from '../emit/render.ts';
import type { Facts } from '../model/diagnostic.ts';
import type { Document, InputFailure, Source } from '../model/document.ts';
import { type ErrorCode, GaigeError } from '../model/error.ts';
import type { Tool } from '../model/record.ts';
import type { Severity } from '../model/vocabulary.ts';
import type { SegmenterName } from '../segment/backend.ts';

/** What is done to every report of a run. */
export type RunSettings = {
  rules: readonly string[];
  segmenter: SegmenterName | null;
  includeText: boolean;
  decode: Omit<DecodeOptions, 'boilerplate'>;
  emission: Emission;
  /** What the records will say made them: foreseen, since nothing is loaded for reports whose findings are cached. */
  tool: Tool;
  /** The folder of the cache; null for a run without one. */
  cache: string | null;
};

export type Task =
  /** A file, to be read by whoever works on it. */
  | { path: string; name: string }
  /** What can be read only once, and members of archives. `encoding` where this source states one. */
  | { source: Source; isMember: boolean; encoding?: string }
  /** A report of a table. */
  | { document: Document };

export const pathOf = (task: Task): string =>
  'document' in task ? task.document.path : 'source' in task ? task.source.path : task.path;

export type Answer =
  /** `cacheError`: why the findings could not be cached, as the system's code. */
  | { items: readonly TaskItem[]; cacheError?: string }
  /** Too many reports to be answered at once: the source is to be taken apart, and asked for part by part. */
  | { holdsMany: true }
  /** What is wrong is not the report but what is asked: rules with a fault, no segmenter. */
  | { fault: Failure };

export type TaskItem = Done | Failed;

/** A report that was read. */
export type Done = {
  path: string;
  /** What the outputs of the run hold of it, in UTF-8: one piece for each. */
  pieces: readonly Uint8Array[];
  counts: FindingCounts;
  notes: readonly Note[];
};

/** A report that was not; `passedOver` as in `InputFailure`. */
export type Failed = { path: string; failure: Failure; passedOver?: true };

export type Failure = { code: ErrorCode; facts: Facts };

/** A problem of a report that its reader should know of: with facts where its wording is known, else in the words of the record. */
export type Note = { severity: Severity; code: string; message: string; facts: Facts | null };

/** Reported by whoever starts to work on a report; `holdsMany` where it is one of many in the task. */
export type TaskStarted = { path: string; holdsMany: boolean };

export const failureOf = ({ code, facts }: GaigeError): Failure => ({ code, facts });

export const errorOf = ({ code, facts }: Failure): GaigeError => new GaigeError(code, facts);

export const failed = ({ path, error, passedOver }: InputFailure): Failed => ({
  path,
  failure: failureOf(error),
  ...(passedOver && { passedOver }),
});

/** The workers of a run: threads, or the thread that asks. */
export type WorkerPool = {
  /** How many tasks are worked on at a time. */
  size: number;
  /** Never rejects: whatever befalls one task is in its answer. */
  work: (task: Task) => Promise<Answer>;
  close: () => Promise<void>;
};
