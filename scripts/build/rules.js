/** Writes the built-in rules as `knowledge/prepared.ts` reads them. */
import { BUILT } from '../../dist/built/places.js';
import { compilePacks } from '../../dist/knowledge/compile.js';
import { packOf } from '../../dist/knowledge/pack.js';
import { BUILT_IN_RULES, readPackTexts } from '../../dist/knowledge/pack-texts.js';
import { prepareRules } from '../../dist/knowledge/prepared.js';
import { parseRuleFile } from '../../dist/knowledge/rule-file.js';
import { formatFault } from '../../dist/messages/fault.js';
import { writeWhole } from './whole.js';

const texts = readPackTexts(BUILT_IN_RULES);
const files = new Map(texts.files.map((text) => [text, parseRuleFile(text)]));
const fileOf = (/** @type {import('../../dist/knowledge/pack-texts.js').PackText} */ text) =>
  files.get(text) ?? parseRuleFile(text);
const { faults } = compilePacks([packOf(texts, fileOf)]);
if (faults.length > 0) throw new Error(faults.map((fault) => formatFault(fault, 'en')).join('\n\n'));
writeWhole(BUILT.rules, JSON.stringify(prepareRules(texts.files, fileOf)));
