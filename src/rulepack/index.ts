/** Loads rule packs: YAML files → one compiled RulePack. Nothing after this stage looks at YAML again. */
import { fileURLToPath } from 'node:url';
import { type Fault, faultError, isError } from '../model/fault.ts';
import type { RulePack } from '../model/rulepack.ts';
import { type Compilation, compilePacks } from './compile.ts';
import { type Pack, readPack } from './read-pack.ts';

export type { Pack } from './read-pack.ts';

/** The pack that comes with gaige. */
export const BUILT_IN_RULES = fileURLToPath(new URL('../../rules', import.meta.url));

export type OpenedPacks = Compilation & { packs: readonly Pack[] };

/** Loads packs in order and tells all faults. A pack is a YAML file or a folder of them. Throws RULES_NOT_FOUND. */
export function openRulePacks(paths: readonly string[] = [BUILT_IN_RULES]): OpenedPacks {
  const packs = paths.map(readPack);
  return { ...compilePacks(packs), packs };
}

/** The same for those who need rules without faults. Throws RULES_NOT_FOUND and RULES_INVALID. */
export function loadRulePack(paths: readonly string[] = [BUILT_IN_RULES]): RulePack {
  const { pack, faults } = openRulePacks(paths);
  if (!pack) throw faultError(faults.filter(isError) as [Fault, ...Fault[]]);
  return pack;
}
