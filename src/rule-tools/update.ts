/** Writes into rule files what was found where an example expected something else. All else in the files stays as it is. */
import type { Keys } from '../yaml/source.ts';
import { readYaml } from '../yaml/source.ts';
import type { Update } from './examples.ts';

type YamlEdit = { start: number; end: number; text: string };

/** The text of a rule file with the updates in it. */
export function withUpdates(path: string, text: string, updates: readonly Update[]): string {
  const { spanOf, hasValue } = readYaml(path, text);
  const edits = updates.map(({ keys, value }): YamlEdit => {
    const words = flowYaml(value);
    if (hasValue(keys)) return { ...trimmed(text, spanOf(keys)), text: words };
    return appended(text, spanOf(keys.slice(0, -1)), keys, words);
  });
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((edited, { start, end, text: words }) => edited.slice(0, start) + words + edited.slice(end), text);
}

/** A block ends with the blanks before what follows it, which stay. */
function trimmed(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** One more key of a mapping, at its end. */
function appended(text: string, mapping: { start: number; end: number }, keys: Keys, words: string): YamlEdit {
  const { start, end } = trimmed(text, mapping);
  const entry = `${String(keys.at(-1))}: ${words}`;
  if (text[start] === '{') {
    const at = start + text.slice(start, end - 1).trimEnd().length;
    return { start: at, end: at, text: `, ${entry}` };
  }
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  return { start: end, end, text: `\n${' '.repeat(indent)}${entry}` };
}

/** YAML on one line. */
function flowYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowYaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, member]) => `${key}: ${flowYaml(member)}`);
    return `{ ${entries.join(', ')} }`;
  }
  return typeof value === 'string' ? flowWord(value) : String(value);
}

/** Words that YAML would read as something else stand in quotes. */
const flowWord = (word: string): string =>
  /^[\p{Script=Han}A-Za-z][\p{Script=Han}\w-]*$/u.test(word) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(word)
    ? word
    : JSON.stringify(word);
