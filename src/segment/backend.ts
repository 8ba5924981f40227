import type { Cut } from './cut.ts';

export type SegmenterName = 'nodejieba' | '@node-rs/jieba';

export type SegmenterHost = {
  /** Loads a package by name, or throws. */
  require: (id: string) => unknown;
  /** Where the files of `dictionary.ts` are. */
  directory: string;
};

/** Runs native code, which a thread must not be ended in. */
export type Guard = <T>(native: () => T) => T;

/** Loads a jieba with our dictionary, or throws. */
export type Backend = (host: SegmenterHost) => Cut;
