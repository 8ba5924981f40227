/** Run after `tsc`: writes what `prepared.ts` reads. */
import { renameSync, writeFileSync } from 'node:fs';
import { formatFault } from '../model/fault-wording.ts';
import { compilePacks } from './compile.ts';
import { packOf } from './pack.ts';
import { PREPARED_RULES, prepareRules } from './prepared.ts';
import { parseRuleFile } from './rule-file.ts';
import { BUILT_IN_RULES, readPackTexts } from './texts.ts';

const texts = readPackTexts(BUILT_IN_RULES);
const pack = packOf(texts, parseRuleFile);
const { faults } = compilePacks([pack]);
if (faults.length > 0) throw new Error(faults.map((fault) => formatFault(fault, 'en')).join('\n\n'));
const files = new Map(texts.files.map((text, i) => [text, pack.files[i]!]));
writeFileSync(`${PREPARED_RULES}.new`, JSON.stringify(prepareRules(texts.files, (text) => files.get(text)!)));
renameSync(`${PREPARED_RULES}.new`, PREPARED_RULES);
