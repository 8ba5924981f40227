/** Loads rules, and nothing else: not every command cuts words. */

import { loadPreparedPack } from '../knowledge/prepared.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';

/** What reads YAML is loaded where there is YAML to read. Throws RULES_NOT_FOUND and RULES_INVALID. */
export async function loadPack(rules: readonly string[] = []): Promise<RulePack> {
  const prepared = rules.length === 0 ? loadPreparedPack() : null;
  if (prepared) return prepared;
  const { loadRulePack } = await import('../knowledge/index.ts');
  return loadRulePack(rules);
}
