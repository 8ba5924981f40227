/** Reads one rule file: what is right in it as data, what is wrong as faults with line and column. */
import type { Facts } from '../model/diagnostic.ts';
import type { Fault, FaultCode } from '../model/fault.ts';
import { shapeYaml } from '../model/yaml-shape.ts';
import { type Keys, readYaml, type Spot, type YamlSource } from '../model/yaml-source.ts';
import { type PackFile, packFileSchema } from './schema.ts';

export type RuleFile = {
  path: string;
  source: YamlSource;
  /** Without the parts that are at fault. */
  content: PackFile;
  faults: readonly Fault[];
  /** A place in `content` as a place in the file. */
  keysOf: (keys: Keys) => Keys;
  /** The fault at a place in `content`. */
  fault: (code: FaultCode, keys: Keys, facts?: Facts, spot?: Spot) => Fault;
  /** `path:line` of a place in `content`. */
  placeOf: (keys: Keys) => string;
};

export function parseRuleFile(path: string, text: string): RuleFile {
  const source = readYaml(path, text);
  const { value, faults, placeOf: keysOf } = shapeYaml(source, packFileSchema);
  return {
    path,
    source,
    content: value ?? {},
    faults,
    keysOf,
    fault: (code, keys, facts, spot) => source.fault(code, keysOf(keys), facts, spot),
    placeOf: (keys) => `${path}:${source.lineOf(keysOf(keys))}`,
  };
}
