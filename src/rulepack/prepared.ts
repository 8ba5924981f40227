/**
 * The built-in rules as `npm run build` parsed them: YAML takes ten times as long to read as the same in JSON, on every start.
 * A file whose text is not the one that was parsed is parsed anew, so that whoever edits rules need not think of this.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RulePack } from '../model/rulepack.ts';
import { compileRulePack } from './compile.ts';
import type { PackFile } from './schema.ts';
import { BUILT_IN_RULES, hashOfTexts, type PackText, readPack } from './texts.ts';
import type { RuleFile } from './yaml-file.ts';

export const PREPARED_RULES = fileURLToPath(new URL('../../dist/rules.json', import.meta.url));

type PreparedFile = {
  sha256: string;
  content: PackFile;
  /** The line of each rule. */
  lines: readonly number[];
};

/** By path below the folder of the built-in rules, with `/` between its parts. */
export type PreparedRules = Readonly<Record<string, PreparedFile>>;

/** Nothing where the build has not been there yet. */
export function readPrepared(): PreparedRules {
  try {
    return JSON.parse(readFileSync(PREPARED_RULES, 'utf8')) as PreparedRules;
  } catch {
    return {};
  }
}

/** The built-in pack alone; null where it must be parsed. */
export function loadPreparedPack(): RulePack | null {
  const prepared = readPrepared();
  const texts = readPack(BUILT_IN_RULES);
  const files = texts.map((text) => preparedFile(text, prepared, () => neverAsked(text)));
  return files.every((file) => file !== null) ? compileRulePack(files, hashOfTexts(texts)) : null;
}

/** Only whole packs are prepared, and they have compiled before. */
const neverAsked = ({ path }: PackText): never => {
  throw new Error(`${path} was prepared and has a fault`);
};

/** Null for a file that was not prepared, or has been edited since. `parse` is for places that only YAML knows. */
export function preparedFile(text: PackText, prepared: PreparedRules, parse: () => RuleFile): RuleFile | null {
  const { path } = text;
  const known = prepared[nameOf(path)];
  if (known?.sha256 !== sha256Of(text)) return null;
  return {
    path,
    content: known.content,
    placeOf: (keys) => {
      const line = keys.length === 2 && keys[0] === 'rules' ? known.lines[keys[1] as number] : undefined;
      return line === undefined ? parse().placeOf(keys) : `${path}:${line}`;
    },
    errorAt: (...place) => parse().errorAt(...place),
  };
}

/** What `readPrepared` reads. */
export function prepareRules(texts: readonly PackText[], parse: (text: PackText) => RuleFile): PreparedRules {
  const entries = texts.map((text): [string, PreparedFile] => {
    const { content, placeOf } = parse(text);
    const lines = (content.rules ?? []).map((_, index) => Number(/\d+$/.exec(placeOf(['rules', index]))![0]));
    return [nameOf(text.path), { sha256: sha256Of(text), content, lines }];
  });
  return Object.fromEntries(entries);
}

const nameOf = (path: string): string => relative(BUILT_IN_RULES, path).replaceAll(sep, '/');

const sha256Of = ({ text }: PackText): string => createHash('sha256').update(text).digest('hex');
