import type { Fault, FaultCode } from '../../messages/fault.ts';
import { Lexicon } from '../../text/lexicon.ts';
import { nearest } from '../../text/nearest.ts';
import type { PackEntry } from '../pack.ts';
import type { NeededClass } from './schema.ts';

/** Classes that include each other double with every step. */
const MOST_WORDS = 1_000_000;
/** Longest way from a class through those it includes. */
const MOST_STEPS = 100;

export type Classes = { classes: Map<string, Lexicon>; faults: Fault[] };

/** Resolves `@other` inside word lists. */
export function compileClasses(lists: ReadonlyMap<string, readonly PackEntry<string>[]>): Classes {
  const faults: Fault[] = [];
  const resolved = new Map<string, ReadonlySet<string>>();
  const open: string[] = [];
  let total = 0;

  const faultAt = (
    { value, file, keys }: PackEntry<string>,
    code: FaultCode,
    facts: Record<string, string | number>,
  ) => {
    faults.push(file.fault(code, keys, facts, { word: value }));
    return new Set<string>();
  };

  function included(entry: PackEntry<string>): ReadonlySet<string> {
    const name = entry.value.slice(1);
    if (open.includes(name))
      return faultAt(entry, 'CLASS_CYCLE', { chain: [...open, name].map((each) => `@${each}`).join(' → ') });
    if (open.length >= MOST_STEPS) return faultAt(entry, 'TOO_DEEP', {});
    if (lists.has(name)) return resolve(name);
    const near = nearest(name, lists.keys());
    return faultAt(entry, 'UNKNOWN_CLASS', { name, ...(near === null ? {} : { near: `@${near}` }) });
  }

  function resolve(name: string): ReadonlySet<string> {
    const done = resolved.get(name);
    if (done) return done;
    if (total > MOST_WORDS) return new Set();
    open.push(name);
    const words = new Set<string>();
    for (const entry of lists.get(name) ?? []) {
      if (!entry.value.startsWith('@')) words.add(entry.value);
      else for (const word of included(entry)) words.add(word);
      if (total + words.size > MOST_WORDS) {
        faultAt(entry, 'TOO_MANY_WORDS', { limit: MOST_WORDS });
        break;
      }
    }
    open.pop();
    total += words.size;
    resolved.set(name, words);
    return words;
  }

  const classes = new Map<string, Lexicon>();
  for (const name of lists.keys()) classes.set(name, new Lexicon(resolve(name)));
  return { classes, faults };
}

/** Classes that code asks for, by the key under which it does. */
export type ClassNames = Readonly<Record<string, NeededClass>>;

export type WordsOf<Names extends ClassNames> = { readonly [Key in keyof Names]: Lexicon };

/** Only for packs without faults: they hold every class that code asks for. */
export function wordsOf<Names extends ClassNames>(names: Names, classes: ReadonlyMap<string, Lexicon>): WordsOf<Names> {
  const entries = Object.entries(names).map(([key, name]) => [key, classes.get(name) ?? neverMissing(name)]);
  return Object.fromEntries(entries) as WordsOf<Names>;
}

const neverMissing = (name: string): never => {
  throw new Error(`there is no class ${name}, and no fault tells so`);
};
