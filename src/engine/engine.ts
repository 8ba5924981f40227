/** Loads what the pipeline works with: rules, word segmenter, and the name they go by in records. */

import { VERSION } from '../built/version.ts';
import { formatPacks, type RulePack } from '../knowledge/rule-pack.ts';
import type { Tool } from '../model/record.ts';
import type { Segmenter } from '../model/token.ts';
import { type Guard, type LoadedSegmenter, loadSegmenter, type SegmenterName } from '../segment/index.ts';
import { withOwnWords } from '../segment/own-words.ts';
import { foreseeSegmenter, type ProbedSegmenter } from '../segment/probe.ts';
import { once } from '../text/once.ts';
import { loadPack } from './load-pack.ts';

/** What reports are worked on with, made once and used for every one. */
export type Engine = {
  pack: RulePack;
  segment: Segmenter;
  /** As `LoadedSegmenter` has it. */
  meet?: LoadedSegmenter['meet'];
  tool: Tool;
  includeText: boolean;
};

export type EngineOptions = {
  /** Rule packs that come after the built-in one: YAML files or folders of them. */
  rules?: readonly string[] | undefined;
  segmenter?: SegmenterName | undefined;
  includeText?: boolean | undefined;
  /** As `SegmenterOptions` has it. */
  forFewTexts?: boolean | undefined;
};

export type LoadedEngine = { engine: Engine; segmenter: LoadedSegmenter };

/** Throws RULES_NOT_FOUND, RULES_INVALID or SEGMENTER_MISSING. */
export const loadEngine = async (options: EngineOptions = {}): Promise<LoadedEngine> =>
  createEngine(await loadPack(options.rules), options);

/** The rest of the engine, for rules that are loaded. */
export function createEngine(
  pack: RulePack,
  { segmenter: backend, includeText = false, forFewTexts }: EngineOptions,
  guard?: Guard,
): LoadedEngine {
  const segmenter = loadSegmenter({ backend, forFewTexts, guard });
  const segment = withOwnWords(segmenter.segment, pack.terms);
  const { meet } = segmenter;
  return { engine: { pack, segment, meet, tool: toolOf(pack, segmenter), includeText }, segmenter };
}

/** The same, where what needs a dictionary may never be asked for: it is loaded when it is. */
export function deferEngine(pack: RulePack, options: EngineOptions): Engine {
  const whole = once(() => createEngine(pack, options).engine);
  return {
    pack,
    includeText: options.includeText ?? false,
    get segment() {
      return whole().segment;
    },
    get meet() {
      return whole().meet;
    },
    get tool() {
      return whole().tool;
    },
  };
}

/** What records will say made them, told before a dictionary is read. Throws SEGMENTER_MISSING. */
export const foreseeTool = (pack: RulePack, asked: SegmenterName | undefined): Tool =>
  toolOf(pack, foreseeSegmenter(asked));

const toolOf = (pack: RulePack, segmenter: ProbedSegmenter): Tool => ({
  name: 'gaige',
  version: VERSION,
  rules: formatPacks(pack.packs),
  segmenter: formatSegmenter(segmenter),
});

/** `nodejieba 3.5.8`, and why where it is not simply the preferred one. In English, as all data is. */
export function formatSegmenter({
  name,
  version,
  reason,
}: Pick<LoadedSegmenter, 'name' | 'version' | 'reason'>): string {
  const why = { PREFERRED: '', REQUESTED: ' (requested)', FALLBACK: ` (nodejieba: ${causeOf(reason)})` }[reason.code];
  return `${name} ${version}${why}`;
}

const causeOf = (reason: LoadedSegmenter['reason']): string => (reason.code === 'FALLBACK' ? reason.cause : '');
