/** Loads rules, and nothing else: not every command cuts words. */
import type { RulePack } from './model/rulepack.ts';
import { loadPreparedPack } from './rulepack/prepared.ts';

/** What reads YAML is loaded where there is YAML to read. Throws RULES_NOT_FOUND and RULES_INVALID. */
export async function loadPack(rules: readonly string[] = []): Promise<RulePack> {
  const prepared = rules.length === 0 ? loadPreparedPack() : null;
  if (prepared) return prepared;
  const { loadRulePack } = await import('./rulepack/index.ts');
  return loadRulePack(rules);
}
