/** What goes to those who do the work and what comes back: plain data, since it crosses threads and is kept on disk. */
import type { DecodeOptions } from '../decode/index.ts';
import type { Counts } from '../emit/index.ts';
import type { Emission } from '../emit/render.ts';
import type { Facts } from '../model/diagnostic.ts';
import { type ErrorCode, GaigeError } from '../model/error.ts';
import type { Tool } from '../model/record.ts';
import type { Severity } from '../model/vocabulary.ts';
import type { SegmenterName } from '../segment/backend.ts';

/** What is done to every report of a run. */
export type Settings = {
  rules: readonly string[];
  segmenter: SegmenterName | null;
  includeText: boolean;
  decode: Omit<DecodeOptions, 'residue'>;
  emission: Emission;
  /** In bytes. */
  maxFileSize: number | null;
  /** What the records will say made them: foreseen, since nothing is loaded for reports whose findings are kept. */
  tool: Tool;
  /** Where findings are kept; null where they are not. */
  cache: string | null;
};

/** Some of the documents of a source: a container has any number of them. */
export type Task = {
  path: string;
  name: string;
  /** Of a source that can be read only once; null for a file. */
  bytes: Uint8Array | null;
  /** The first document wanted, counted from 0, and how many. */
  first: number;
  count: number;
};

export type Answer = {
  items: readonly Item[];
  /** How many documents of the source to ask for at a time from here on; 0 where there are no more. */
  next: number;
  /** Why the answer could not be kept: the system's code. */
  unkept?: string;
};

export type Item = Done | Failed;

/** A report that was read. */
export type Done = {
  path: string;
  /** What the outputs of the run hold of it, in UTF-8: one piece for each. */
  pieces: readonly Uint8Array[];
  counts: Counts;
  notes: readonly Note[];
};

/** A report that was not. */
export type Failed = { path: string; failure: Failure; passedOver?: true };

export type Failure = { code: ErrorCode; facts: Facts };

/** A problem of a report that its reader should know of: as a code where its wording is known, else in the words of the record. */
export type Note = { severity: Severity; message: string; facts: Facts | null; code: string };

export const failureOf = ({ code, facts }: GaigeError): Failure => ({ code, facts });

export const errorOf = ({ code, facts }: Failure): GaigeError => new GaigeError(code, facts);
