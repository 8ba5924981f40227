/**
 * Word segmentation: the only stage that knows jieba. nodejieba is preferred; where it is not installed or its addon
 * was not built, @node-rs/jieba does the same work with the same dictionary and the same result.
 */
import { createRequire } from 'node:module';
import { BUILT } from '../built/places.ts';
import { GaigeError } from '../model/error.ts';
import type { Segmenter, Token } from '../model/token.ts';
import type { Backend, Guard, SegmenterHost, SegmenterName } from './backend.ts';
import { type Cut, cutText } from './cut.ts';
import { checkDictionary, dictionaryPaths } from './dictionary.ts';
import { keepingCuts } from './kept-cuts.ts';
import { nodeRsJieba } from './node-rs-jieba.ts';
import { nodejieba } from './nodejieba.ts';
import { openTagger } from './tagger.ts';

export type { Guard, SegmenterHost, SegmenterName } from './backend.ts';

/** Why this segmenter ran: it is the preferred one, it was asked for, or the preferred one failed with `cause` (an error code). */
export type SegmenterReason = { code: 'PREFERRED' } | { code: 'REQUESTED' } | { code: 'FALLBACK'; cause: string };

export type LoadedSegmenter = {
  name: SegmenterName;
  version: string;
  reason: SegmenterReason;
  segment: Segmenter;
};

export type SegmenterOptions = {
  /** Take this backend and no other. */
  backend?: SegmenterName | undefined;
  /** Where packages and dictionary files come from; tests put others in its place. */
  host?: SegmenterHost | undefined;
  /** None is needed where no thread is ended from outside. */
  guard?: Guard | undefined;
};

const UNGUARDED: Guard = (native) => native();

const BACKENDS: Record<SegmenterName, Backend> = { nodejieba, '@node-rs/jieba': nodeRsJieba };

const HOST: SegmenterHost = { require: createRequire(import.meta.url), directory: BUILT.dictionary };

type OpenedSegmenter = Pick<LoadedSegmenter, 'name' | 'version' | 'segment'>;

/** nodejieba keeps one dictionary a process and takes 0.2 s to load it, so what is open is never opened again. */
const openedBy = new WeakMap<SegmenterHost, Map<SegmenterName, OpenedSegmenter>>();

/** Throws SEGMENTER_MISSING when a dictionary file is missing or no backend can be loaded. */
export function loadSegmenter({ backend, host = HOST, guard = UNGUARDED }: SegmenterOptions = {}): LoadedSegmenter {
  checkDictionary(host.directory);
  if (backend) return { ...openOrThrow(backend, host, guard), reason: { code: 'REQUESTED' } };
  try {
    return { ...open('nodejieba', host, guard), reason: { code: 'PREFERRED' } };
  } catch (error) {
    return { ...openOrThrow('@node-rs/jieba', host, guard), reason: { code: 'FALLBACK', cause: causeOf(error) } };
  }
}

function open(name: SegmenterName, host: SegmenterHost, guard: Guard): OpenedSegmenter {
  const opened = openedBy.get(host) ?? new Map<SegmenterName, OpenedSegmenter>();
  openedBy.set(host, opened);
  const before = opened.get(name);
  if (before) return before;
  const native = guard(() => BACKENDS[name](host));
  const cut: Cut = (han) => guard(() => native(han));
  const { version } = host.require(`${name}/package.json`) as { version: string };
  const now = { name, version, segment: segmenterOf(cut, openTagger(dictionaryPaths(host.directory).words)) };
  opened.set(name, now);
  return now;
}

function openOrThrow(name: SegmenterName, host: SegmenterHost, guard: Guard): OpenedSegmenter {
  try {
    return open(name, host, guard);
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
