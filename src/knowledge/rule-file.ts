/** Reads one rule file: what is right in it as data, what is wrong as faults with line and column. */
import { byPlace } from '../messages/fault.ts';
import { shapeYaml } from '../yaml/shape.ts';
import { readYaml } from '../yaml/source.ts';
import type { RuleFile } from './pack.ts';
import type { PackText } from './pack-texts.ts';
import { packFileSchema } from './schema.ts';

export function parseRuleFile({ path, text }: PackText): RuleFile {
  const source = readYaml(path, text);
  const { value, faults, placeOf: keysOf } = shapeYaml(source, packFileSchema);
  return {
    path,
    content: value ?? {},
    faults: faults.sort(byPlace),
    fault: (code, keys, facts, spot) => source.fault(code, keysOf(keys), facts, spot),
    placeOf: (keys) => `${path}:${source.lineOf(keysOf(keys))}`,
  };
}
