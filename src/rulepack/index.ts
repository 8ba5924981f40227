/** Loads rule packs: YAML files → one compiled RulePack. Nothing after this stage looks at YAML again. */
import type { RulePack } from '../model/rulepack.ts';
import { compileRulePack } from './compile.ts';
import { preparedFile, readPrepared } from './prepared.ts';
import { BUILT_IN_RULES, hashOfTexts, type PackText, readPack } from './texts.ts';
import { parseRuleFile, type RuleFile } from './yaml-file.ts';

export { compileRulePack } from './compile.ts';
export { BUILT_IN_RULES } from './texts.ts';

/**
 * Loads packs in order: what a later one says is added to what the earlier ones said, and a rule with the id of an
 * earlier rule takes its place. A pack is a YAML file or a folder of them.
 */
export function loadRulePack(paths: readonly string[] = [BUILT_IN_RULES]): RulePack {
  const texts = paths.flatMap(readPack);
  const prepared = readPrepared();
  const fileOf = (text: PackText): RuleFile => {
    const parse = () => parseRuleFile(text.path, text.text);
    return preparedFile(text, prepared, parse) ?? parse();
  };
  return compileRulePack(texts.map(fileOf), hashOfTexts(texts));
}
