/** Loads what the pipeline works with: rules, word segmenter, and the name they go by in records. */
import type { Tool } from './model/record.ts';
import type { RulePack } from './model/rulepack.ts';
import type { Equipment } from './pipeline.ts';
import { loadPreparedPack } from './rulepack/prepared.ts';
import { BUILT_IN_RULES, hashOfTexts, readPack } from './rulepack/texts.ts';
import { type LoadedSegmenter, loadSegmenter, type SegmenterName } from './segment/index.ts';
import { foreseeSegmenter } from './segment/probe.ts';
import { VERSION } from './version.ts';

export type EquipmentOptions = {
  /** Rule packs that come after the built-in one: YAML files or folders of them. */
  rules?: readonly string[] | undefined;
  segmenter?: SegmenterName | undefined;
  includeText?: boolean | undefined;
};

export type Loaded = { equipment: Equipment; segmenter: LoadedSegmenter };

/** Throws RULES_NOT_FOUND, RULES_INVALID or SEGMENTER_MISSING. */
export const loadEquipment = async (options: EquipmentOptions = {}): Promise<Loaded> =>
  equip(await loadPack(options.rules), options);

/** The rest of the equipment, for rules that are loaded. */
export function equip(pack: RulePack, { segmenter: backend, includeText = false }: EquipmentOptions): Loaded {
  const segmenter = loadSegmenter({ backend });
  return { equipment: { pack, segment: segmenter.segment, tool: toolOf(pack, segmenter), includeText }, segmenter };
}

/** What reads YAML is loaded where there is YAML to read. */
export async function loadPack(rules: readonly string[] = []): Promise<RulePack> {
  const prepared = rules.length === 0 ? loadPreparedPack() : null;
  if (prepared) return prepared;
  const { BUILT_IN_RULES, loadRulePack } = await import('./rulepack/index.ts');
  return loadRulePack([BUILT_IN_RULES, ...rules]);
}

/**
 * What records will say made them, told without loading anything for the work: rules are not parsed, no dictionary is read.
 * Throws RULES_NOT_FOUND or SEGMENTER_MISSING.
 */
export function foreseeTool({ rules = [], segmenter }: EquipmentOptions): Tool {
  const hash = hashOfTexts([BUILT_IN_RULES, ...rules].flatMap(readPack));
  return { name: 'gaige', version: VERSION, rules: hash, segmenter: formatSegmenter(foreseeSegmenter(segmenter)) };
}

const toolOf = (pack: RulePack, segmenter: LoadedSegmenter): Tool => ({
  name: 'gaige',
  version: VERSION,
  rules: pack.hash,
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
