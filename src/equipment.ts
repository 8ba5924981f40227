/** Loads what the pipeline works with: rules, word segmenter, and the name they go by in records. */
import type { Tool } from './model/record.ts';
import type { PackIdentity, RulePack } from './model/rulepack.ts';
import type { Equipment } from './pipeline.ts';
import { BUILT_IN_RULES, loadRulePack } from './rulepack/index.ts';
import { type LoadedSegmenter, loadSegmenter, type SegmenterName } from './segment/index.ts';
import { VERSION } from './version.ts';

export type EquipmentOptions = {
  /** Rule packs that come after the built-in one: YAML files or folders of them. */
  rules?: readonly string[] | undefined;
  segmenter?: SegmenterName | undefined;
  includeText?: boolean | undefined;
};

export type Loaded = { equipment: Equipment; segmenter: LoadedSegmenter };

/** Throws RULES_NOT_FOUND, RULES_INVALID or SEGMENTER_MISSING. */
export const loadEquipment = (options: EquipmentOptions = {}): Loaded => equip(loadPack(options.rules), options);

/** The rest of the equipment, for rules that are loaded. */
export function equip(pack: RulePack, { segmenter: backend, includeText = false }: EquipmentOptions): Loaded {
  const segmenter = loadSegmenter({ backend, terms: pack.terms });
  return { equipment: { pack, segment: segmenter.segment, tool: toolOf(pack, segmenter), includeText }, segmenter };
}

export const loadPack = (rules: readonly string[] = []): RulePack => loadRulePack([BUILT_IN_RULES, ...rules]);

const toolOf = (pack: RulePack, segmenter: LoadedSegmenter): Tool => ({
  name: 'gaige',
  version: VERSION,
  rules: formatPacks(pack.packs),
  segmenter: formatSegmenter(segmenter),
});

/** `gaige@1.0.0+8c1f…`, one for each pack, in order. */
const formatPacks = (packs: readonly PackIdentity[]): string =>
  packs.map(({ name, version, hash }) => `${name}@${version}+${hash}`).join(' ');

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
