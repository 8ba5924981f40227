/** What is asked of a command. */

import type { CheckFormat } from '../emit/check/emitter.ts';
import type { FindingTable, Format } from '../emit/emitter.ts';
import type { AnyGridFormat } from '../emit/grid-formats.ts';
import type { Config } from '../engine/config.ts';
import type { Language } from '../messages/language.ts';
import type { IssueLevel } from '../model/issue.ts';
import type { StageName } from '../model/stage-names.ts';
import type { Basis, IndicatorKind, PlaceholderKind, Status } from '../model/vocabulary.ts';
import type { Axis } from '../observe/axes.ts';
import type { CountAxis } from '../observe/track-grids.ts';
import type { AskedUnit } from '../observe/units.ts';
import type { INSPECT_FORMATS, SCORE_FORMATS, TEST_FORMATS } from '../options/declared.ts';
import type { SegmenterName } from '../segment/backend.ts';

/** As commander hands them over: an option that was not given is undefined. */
export type Options = {
  lang?: Language;
  color: boolean;
  format?:
    | Format
    | AnyGridFormat
    | CheckFormat
    | (typeof INSPECT_FORMATS | typeof SCORE_FORMATS | typeof TEST_FORMATS)[number];
  output?: string;
  select?: FindingTable;
  includeText?: boolean;
  header?: Language;
  quiet?: boolean;
  verbose?: boolean;
  encoding?: string;
  stdinName?: string;
  textColumn?: string;
  textField?: string;
  maxFileSize?: number;
  rules?: readonly string[];
  segmenter?: SegmenterName;
  stage?: StageName;
  jobs?: number;
  cache?: boolean;
  cacheFolder?: string;
  resume?: boolean;
  errors?: string;
  failFast?: boolean;
  maxErrors?: number;
  /** In seconds. */
  timeoutPerReport?: number;
  /** False for --no-config. */
  config?: string | false;
  /** False for --no-defaults. */
  defaults?: boolean;
  /** What the file says; null where there is none. */
  settings?: Config | null;
  kinds?: readonly PlaceholderKind[];
  failOn?: IssueLevel | 'never';
  maxWarnings?: number;
  baseline?: string;
  updateBaseline?: boolean;
  summary?: boolean;
  allowEmpty?: boolean;
  gold?: string;
  misses?: number;
  floors?: string;
  at?: readonly [line: number, column: number];
  id?: string;
  all?: boolean;
  watch?: boolean;
  update?: boolean;
  long?: boolean;
  concept?: readonly string[];
  name?: readonly string[];
  rows?: readonly Axis[];
  columns?: readonly Axis[];
  unit?: readonly AskedUnit[];
  status?: Status;
  kind?: IndicatorKind;
  basis?: Basis;
  year?: readonly [first: number, last: number];
  region?: readonly string[];
  targets?: readonly string[];
  results?: readonly string[];
  by?: CountAxis;
  corrections?: readonly string[];
  acceptUnmarked?: boolean;
  why?: readonly [region: string, year: number, concept: string];
};
