/** Run after `tsc`: writes what `prepared.ts` reads. */
import { renameSync, writeFileSync } from 'node:fs';
import { compileRulePack } from './compile.ts';
import { PREPARED_RULES, prepareRules } from './prepared.ts';
import { BUILT_IN_RULES, hashOfTexts, readPack } from './texts.ts';
import { parseRuleFile } from './yaml-file.ts';

const texts = readPack(BUILT_IN_RULES);
const files = new Map(texts.map((text) => [text, parseRuleFile(text.path, text.text)]));
compileRulePack([...files.values()], hashOfTexts(texts));
writeFileSync(`${PREPARED_RULES}.new`, JSON.stringify(prepareRules(texts, (text) => files.get(text)!)));
renameSync(`${PREPARED_RULES}.new`, PREPARED_RULES);
