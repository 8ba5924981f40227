/** Rules as programs give them: named by their files, or loaded before. */
import { loadRulePack } from '../knowledge/index.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import { inWords, misuse, shown } from './errors.ts';

/** Rules beside the built-in ones. */
export type PackOptions =
  | {
      /**
       * Rule packs that come after the built-in one, in order: YAML files or folders of them. The same list is loaded once a process: files
       * that change meanwhile are not seen.
       */
      rules?: readonly string[] | undefined;
      pack?: undefined;
    }
  | {
      /** What `loadPack` gave. */
      pack?: RulePack | undefined;
      rules?: undefined;
    };

/**
 * The built-in rules and, after them, the packs at these paths (YAML files or folders of them), to be given to the other functions as `pack`.
 * Reads the files anew whenever it is called. Of a pack `packs` is to be relied on: name, version and hash of each, as records tell them;
 * the tables beside it are those of this version.
 * @throws GaigeError RULES_NOT_FOUND, or RULES_INVALID with the first fault: `facts` has its `path`, `line`, `column` and how many `more`
 * there are, and `explainError` the words
 */
export function loadPack(paths: readonly string[] = []): RulePack {
  if (!isPaths(paths)) throw misuse('INVALID_VALUE', { option: 'loadPack', given: shown(paths), allowed: PATHS });
  return inWords(() => loadRulePack(paths));
}

export const PATHS = "['my-pack.yaml']";

export const isPaths = (value: unknown): boolean =>
  Array.isArray(value) && value.every((path) => typeof path === 'string');

const loaded = new Map<string, RulePack>();

export function packOf({ rules = [], pack }: PackOptions): RulePack {
  if (pack) return pack;
  const key = JSON.stringify(rules);
  const known = loaded.get(key) ?? loadPack(rules);
  loaded.set(key, known);
  return known;
}
