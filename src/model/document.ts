import type { Diagnostic } from './diagnostic.ts';
import type { GaigeError } from './error.ts';
import type { ReportInfo } from './record.ts';
import type { Span } from './span.ts';

/** Bytes with a name: what reading yields. */
export type Source = {
  /** As given on the command line, with `/` as separator; `-` for standard input. */
  path: string;
  /** The last part of the path, which formats are guessed from. */
  name: string;
  bytes: Uint8Array;
};

/**
 * What a reader knows about a stretch of the text beyond its characters. `boilerplate` is the web page around the report (breadcrumbs, bylines,
 * disclaimers) and code: metadata may be read from it, findings never.
 */
export type BlockRole = 'text' | 'title' | 'heading' | 'boilerplate';

export type Block = {
  span: Span;
  role: BlockRole;
  /** Heading depth where the format states one (h1 → 1), else null. */
  level: number | null;
};

/**
 * Where the report's text comes from in the file, as runs that both advance one code unit at a time:
 * run k maps text offsets from `text[k]` on to file offsets from `file[k]` on.
 */
export type PositionMap = {
  text: readonly number[];
  file: readonly number[];
  /** File offset of the first character of every line; file offsets count UTF-16 units of the decoded file without its byte order mark. */
  lineStarts: readonly number[];
};

/** Facts about the report that its container states: an HTML title, a CSV column. */
export type ContainerMetadata = Partial<Pick<ReportInfo, 'title' | 'date' | 'year' | 'region' | 'publisher'>>;

/** A decoded report: the text that all spans refer to, and what its format says of it. */
export type Document = Pick<ReportInfo, 'path' | 'name' | 'sha256' | 'format' | 'encoding' | 'bytes'> & {
  text: string;
  /** In text order, not overlapping; together they cover everything but white space between them. */
  blocks: readonly Block[];
  positions: PositionMap;
  metadata: ContainerMetadata;
  diagnostics: readonly Diagnostic[];
};

/** An input that could not be read or decoded; the others go on. */
export type InputFailure = {
  path: string;
  error: GaigeError;
  /** It holds no report and none was to be expected: to be told as a note, and no failure of the batch. */
  passedOver?: true;
};
