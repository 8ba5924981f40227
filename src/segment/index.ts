/**
 * Word segmentation: the only stage that knows jieba. nodejieba is preferred; where it is not installed or its addon
 * was not built, @node-rs/jieba does the same work with the same dictionary and the same result.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BUILT } from '../built/places.ts';
import { GaigeError } from '../model/error.ts';
import type { Segmenter, Token } from '../model/token.ts';
import { once } from '../text/once.ts';
import type { Backend, Guard, SegmenterHost, SegmenterName } from './backend.ts';
import { type Cut, cutText } from './cut.ts';
import { checkDictionary, dictionaryPaths } from './dictionary.ts';
import { keepingCuts } from './kept-cuts.ts';
import { nodeRsJieba } from './node-rs-jieba.ts';
import { nodejieba } from './nodejieba.ts';
import { taggerOf } from './tagger.ts';

export type { Guard, SegmenterHost, SegmenterName } from './backend.ts';

/** Why this segmenter ran: it is the preferred one, it was asked for, or the preferred one failed with `cause` (an error code). */
export type SegmenterReason = { code: 'PREFERRED' } | { code: 'REQUESTED' } | { code: 'FALLBACK'; cause: string };

export type LoadedSegmenter = {
  name: SegmenterName;
  version: string;
  reason: SegmenterReason;
  segment: Segmenter;
  /** To be told of a text before runs of it are cut; needed for nothing but speed, and absent where it would bring none. */
  meet?: ((text: string) => void) | undefined;
};

export type SegmenterOptions = {
  /** Take this backend and no other. */
  backend?: SegmenterName | undefined;
  /** Only a few texts are to be cut, so that only their words are worth loading. */
  forFewTexts?: boolean | undefined;
  /** Where packages and dictionary files come from; tests put others in its place. */
  host?: SegmenterHost | undefined;
  /** None is needed where no thread is ended from outside. */
  guard?: Guard | undefined;
};

const UNGUARDED: Guard = (native) => native();

const BACKENDS: Record<SegmenterName, Backend> = { nodejieba, '@node-rs/jieba': nodeRsJieba };

const HOST: SegmenterHost = { require: createRequire(import.meta.url), directory: BUILT.dictionary };

type OpenedSegmenter = Pick<LoadedSegmenter, 'name' | 'version' | 'segment' | 'meet'>;

/** nodejieba keeps one dictionary a process and takes 0.2 s to load it, so what is open is never opened again. */
const openedBy = new WeakMap<SegmenterHost, Map<SegmenterName, OpenedSegmenter>>();

type Opening = { host: SegmenterHost; guard: Guard; forFewTexts: boolean };

/** Throws SEGMENTER_MISSING when a dictionary file is missing or no backend can be loaded. */
export function loadSegmenter({
  backend,
  forFewTexts = false,
  host = HOST,
  guard = UNGUARDED,
}: SegmenterOptions = {}): LoadedSegmenter {
  checkDictionary(host.directory);
  const opening = { host, guard, forFewTexts };
  if (backend) return { ...openOrThrow(backend, opening), reason: { code: 'REQUESTED' } };
  try {
    return { ...open('nodejieba', opening), reason: { code: 'PREFERRED' } };
  } catch (error) {
    return { ...openOrThrow('@node-rs/jieba', opening), reason: { code: 'FALLBACK', cause: causeOf(error) } };
  }
}

function open(name: SegmenterName, { host, guard, forFewTexts }: Opening): OpenedSegmenter {
  const opened = openedBy.get(host) ?? new Map<SegmenterName, OpenedSegmenter>();
  openedBy.set(host, opened);
  const before = opened.get(name);
  if (before) return before;
  const bytes = once(() => readFileSync(dictionaryPaths(host.directory).words));
  const { cut, meet } = guard(() => BACKENDS[name](host, { bytes, forFewTexts }));
  const { version } = host.require(`${name}/package.json`) as { version: string };
  const guarded: Cut = (han) => guard(() => cut(han));
  const now = { name, version, segment: segmenterOf(guarded, taggerOf(bytes)), meet };
  opened.set(name, now);
  return now;
}

function openOrThrow(name: SegmenterName, opening: Opening): OpenedSegmenter {
  try {
    return open(name, opening);
  } catch (error) {
    throw new GaigeError('SEGMENTER_MISSING', { package: name, cause: causeOf(error), remedy: 'npm ci' }, error);
  }
}

export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.name;
}

/** A report uses few words many times: each is looked up once, and all its occurrences are one object. */
function segmenterOf(cut: Cut, tagOf: (word: string) => string): Segmenter {
  const tokens = new Map<string, Token>();
  const tokenOf = (text: string): Token => {
    const known = tokens.get(text);
    if (known) return known;
    const token = { text, tag: tagOf(text) };
    tokens.set(text, token);
    return token;
  };
  return keepingCuts((han) => cutText(han, cut).map(tokenOf));
}
