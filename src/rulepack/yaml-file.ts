/** Reads one rule file. */
import { parseYaml, type YamlText } from '../model/yaml-text.ts';
import { type PackFile, packFileSchema } from './schema.ts';

export type RuleFile = Pick<YamlText<PackFile>, 'path' | 'content' | 'errorAt'> & {
  /** `path:line` of a place in the file, given as keys and indices. */
  placeOf: (keys: readonly PropertyKey[]) => string;
};

export function parseRuleFile(path: string, source: string): RuleFile {
  const { content, errorAt, lineOf } = parseYaml(path, source, packFileSchema, 'RULES_INVALID');
  return { path, content, errorAt, placeOf: (keys) => `${path}:${lineOf(keys)}` };
}
