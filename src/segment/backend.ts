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

/** A jieba that is loaded. */
export type Native = {
  cut: Cut;
  /** Told of a text before runs of it are cut, it loads the words of that text at once. */
  meet?: (text: string) => void;
};

export type Dictionary = {
  /** Of `words`. */
  bytes: () => Uint8Array;
  /** Whether only a few texts are to be cut, so that only their words are worth loading. */
  forFewTexts: boolean;
};

/** Loads a jieba with our dictionary, or throws. */
export type Backend = (host: SegmenterHost, dictionary: Dictionary) => Native;
