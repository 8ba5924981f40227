import { Lexicon } from '../model/lexicon.ts';

/** Word lists may hold several words an entry, parted by blanks, so that long lists stay readable. */
export const splitWords = (entries: readonly string[]): string[] =>
  entries.flatMap((entry) => entry.split(/\s+/).filter(Boolean));

/** A fault in a class: which one, and what is wrong. */
export class ClassError extends Error {
  readonly className: string;
  constructor(className: string, message: string) {
    super(message);
    this.name = 'ClassError';
    this.className = className;
  }
}

/** Resolves `@other` inside word lists; a cycle or an unknown name is an error. */
export function compileClasses(classes: ReadonlyMap<string, readonly string[]>): Map<string, Lexicon> {
  const resolved = new Map<string, string[]>();
  const open = new Set<string>();

  function resolve(name: string): string[] {
    const done = resolved.get(name);
    if (done) return done;
    if (open.has(name)) throw new ClassError(name, `class '${name}' includes itself`);
    open.add(name);
    const words = splitWords(classes.get(name)!).flatMap((word) => {
      if (!word.startsWith('@')) return [word];
      const other = word.slice(1);
      if (!classes.has(other)) throw new ClassError(name, `class '${name}' includes '@${other}', which does not exist`);
      return resolve(other);
    });
    open.delete(name);
    resolved.set(name, words);
    return words;
  }

  return new Map([...classes.keys()].map((name) => [name, new Lexicon(resolve(name))]));
}
