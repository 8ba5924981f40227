import type { Cut } from './cut.ts';

export type SegmenterName = 'nodejieba' | '@node-rs/jieba';

export type SegmenterHost = {
  /** Loads a package by name, or throws. */
  require: (id: string) => unknown;
  /** Where the files of `dictionary.ts` are. */
  directory: string;
};

/** Loads a jieba with our dictionary, or throws. */
export type Backend = (host: SegmenterHost) => Cut;
