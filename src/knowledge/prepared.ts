/**
 * The built-in rules as `npm run build` parsed them: YAML takes ten times as long to read as the same in JSON, on every start.
 * A file whose text is not the one that was parsed is parsed anew, so that whoever edits rules need not think of this.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { BUILT } from '../built/places.ts';
import { once } from '../text/once.ts';
import type { Keys } from '../yaml/source.ts';
import { compileFaultless } from './compile.ts';
import { packOf, type RuleFile } from './pack.ts';
import { BUILT_IN_RULES, type PackText, readPackTexts } from './pack-texts.ts';
import type { RulePack } from './rule-pack.ts';
import type { PackFile } from './schema.ts';

type PreparedFile = {
  sha256: string;
  content: PackFile;
  /** The lines of what compiled rules tell the place of. */
  lines: { rules: readonly number[]; contexts: readonly number[] };
};

/** By path below the folder of the built-in rules, with `/` between its parts. */
export type PreparedRules = Readonly<Record<string, PreparedFile>>;

/** Nothing where the build has not been there yet. */
export function readPrepared(): PreparedRules {
  try {
    return JSON.parse(readFileSync(BUILT.rules, 'utf8')) as PreparedRules;
  } catch {
    return {};
  }
}

/** The built-in pack alone; null where it must be parsed. */
export function loadPreparedPack(): RulePack | null {
  const prepared = readPrepared();
  const texts = readPackTexts(BUILT_IN_RULES);
  const files = new Map<PackText, RuleFile>();
  for (const text of texts.files) {
    const file = preparedFile(text, prepared, () => neverAsked(text));
    if (!file) return null;
    files.set(text, file);
  }
  return compileFaultless([packOf(texts, (text) => files.get(text) ?? neverAsked(text))]);
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
  const parsed = once(parse);
  return {
    path,
    content: known.content,
    faults: [],
    fault: (...place) => parsed().fault(...place),
    placeOf: (keys) => {
      const line = lineOf(known, keys);
      return line === undefined ? parsed().placeOf(keys) : `${path}:${line}`;
    },
  };
}

function lineOf({ lines }: PreparedFile, keys: Keys): number | undefined {
  if (keys.length === 2 && keys[0] === 'rules') return lines.rules[Number(keys[1])];
  return keys.length === 3 && keys[1] === 'contexts' ? lines.contexts[Number(keys[2])] : undefined;
}

/** What `readPrepared` reads. */
export function prepareRules(texts: readonly PackText[], parse: (text: PackText) => RuleFile): PreparedRules {
  const entries = texts.map((text): [string, PreparedFile] => {
    const { content, placeOf } = parse(text);
    const lineAt = (keys: Keys) => Number(/\d+$/.exec(placeOf(keys))?.[0]);
    const lines = {
      rules: (content.rules ?? []).map((_, i) => lineAt(['rules', i])),
      contexts: (content.placeholders?.contexts ?? []).map((_, i) => lineAt(['placeholders', 'contexts', i])),
    };
    return [nameOf(text.path), { sha256: sha256Of(text), content, lines }];
  });
  return Object.fromEntries(entries);
}

const nameOf = (path: string): string => relative(BUILT_IN_RULES, path).replaceAll(sep, '/');

const sha256Of = ({ text }: PackText): string => createHash('sha256').update(text).digest('hex');
