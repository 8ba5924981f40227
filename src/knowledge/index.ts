/** Loads rule packs: YAML files → one compiled RulePack. Nothing after this stage looks at YAML again. */
import { resolve } from 'node:path';
import { type Fault, faultError, isError } from '../messages/fault.ts';
import { compilePacks, type PackCompilation } from './compile.ts';
import { type Pack, packOf } from './pack.ts';
import { BUILT_IN_RULES, type PackText, readPackTexts } from './pack-texts.ts';
import { preparedFile, readPrepared } from './prepared.ts';
import { parseRuleFile } from './rule-file.ts';
import type { RulePack } from './rule-pack.ts';

export type { Pack } from './pack.ts';
export { BUILT_IN_RULES } from './pack-texts.ts';

export type OpenedPacks = PackCompilation & { packs: readonly Pack[] };

/** The built-in pack and, after it, others in order, with all faults. A pack is a YAML file or a folder of them. Throws RULES_NOT_FOUND. */
export function openRulePacks(paths: readonly string[] = []): OpenedPacks {
  const prepared = readPrepared();
  const fileOf = (text: PackText) => {
    const parse = () => parseRuleFile(text);
    return preparedFile(text, prepared, parse) ?? parse();
  };
  const packs = [BUILT_IN_RULES, ...onceEach(paths)].map((path) => packOf(readPackTexts(path), fileOf));
  return { ...compilePacks(packs), packs };
}

/** A pack that gaige.yaml names and the command line too counts where it is named first. */
const onceEach = (paths: readonly string[]): string[] =>
  [...new Map(paths.toReversed().map((path) => [resolve(path), path])).values()].toReversed();

/** The same for those who need rules without faults. Throws RULES_NOT_FOUND and RULES_INVALID. */
export function loadRulePack(paths: readonly string[] = []): RulePack {
  const { pack, faults } = openRulePacks(paths);
  if (!pack) throw faultError(faults.filter(isError) as [Fault, ...Fault[]]);
  return pack;
}
