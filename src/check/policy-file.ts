/** The `check` part of `gaige.yaml` → Policy. Loaded only where there is such a file. */
import picomatch from 'picomatch';
import type { PlaceholderKind } from '../model/vocabulary.ts';
import { nearest } from '../text/nearest.ts';
import type { YamlText } from '../yaml/parse.ts';
import { type Allowance, DEFAULT_POLICY, type Policy } from './policy.ts';
import type { PolicySource } from './policy-schema.ts';

/**
 * `forms` are the ids of all ways of masking.
 * @throws GaigeError CONFIG_INVALID with line and column
 */
export function compilePolicy(file: YamlText<{ check: PolicySource }>, forms: readonly string[]): Policy {
  const { check } = file.content;
  return {
    levels: { ...DEFAULT_POLICY.levels, ...check.kinds },
    formsOff: formsOff(check, forms, file),
    isChecked: pathTest(check),
    include: check.include,
    allowances: check.allow.map((allowance, i) => allowanceOf(allowance, file.lineOf(['check', 'allow', i]))),
    baseline: check.baseline ?? null,
    failOn: check.failOn,
    maxWarnings: check.maxWarnings ?? null,
  };
}

function formsOff({ forms: given }: PolicySource, forms: readonly string[], file: YamlText<unknown>): Set<string> {
  const unknown = Object.keys(given).find((form) => !forms.includes(form));
  if (unknown !== undefined) {
    const near = nearest(unknown, forms);
    const facts = { key: unknown, allowed: forms.join(', '), ...(near === null ? {} : { near }) };
    throw file.errorAt('UNKNOWN_KEY', ['check', 'forms', unknown], facts, 'key');
  }
  return new Set(Object.keys(given).filter((form) => given[form] === 'off'));
}

const matcher = (globs: readonly string[]): ((path: string) => boolean) => picomatch([...globs], { dot: true });

function pathTest({ include, exclude }: PolicySource): (path: string) => boolean {
  const isIncluded = include.length === 0 ? () => true : matcher(include);
  const isExcluded = exclude.length === 0 ? () => false : matcher(exclude);
  return (path) => isIncluded(path) && !isExcluded(path);
}

function allowanceOf(
  { text, section, kind, path, reason, until }: PolicySource['allow'][number],
  line: number,
): Allowance {
  return {
    text: text ?? null,
    section: section ?? null,
    kinds: kind === undefined ? null : new Set<PlaceholderKind>([kind].flat()),
    matchesPath: path === undefined ? null : matcher([path].flat()),
    paths: path === undefined ? [] : [path].flat(),
    reason,
    until: until ?? null,
    line,
  };
}
