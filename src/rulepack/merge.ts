/** Merges the files of all packs: mappings key by key, lists end to end, single values by the last word; rules by id. */
import type { PackFile, RuleSource } from './schema.ts';
import type { RuleFile } from './yaml-file.ts';

export type PlacedRule = { rule: RuleSource; file: RuleFile; index: number };

export function mergeSections(files: readonly RuleFile[]): { content: PackFile; rules: PlacedRule[] } {
  const rules = new Map<string, PlacedRule>();
  let content: PackFile = {};
  for (const file of files) {
    const { rules: own = [], ...sections } = file.content;
    content = merge(content, sections) as PackFile;
    own.forEach((rule, index) => {
      rules.set(rule.id, { rule, file, index });
    });
  }
  return { content, rules: [...rules.values()] };
}

function merge(earlier: unknown, later: unknown): unknown {
  if (later === undefined) return earlier;
  if (Array.isArray(earlier) && Array.isArray(later)) return [...earlier, ...later];
  if (!isMapping(earlier) || !isMapping(later)) return later;
  const merged = { ...earlier };
  for (const [key, value] of Object.entries(later)) merged[key] = merge(earlier[key], value);
  return merged;
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
