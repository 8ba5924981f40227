/** The table of limits in SECURITY.md: its words are by hand, its numbers are those of the code. */
import { readFileSync } from 'node:fs';

const UNITS: Readonly<Record<string, number>> = { GB: 2 ** 30, MB: 2 ** 20, min: 60 };

/** `| what | value | `NAME` …, `src/file.ts` |`: the numbers of a value are the constants, in this order. */
const ROW = /^\| (?<what>[^|]+) \| (?<value>[^|]*\d[^|]*) \| (?<names>(?:`[A-Z_]+`, )+)`(?<file>src\/[^`]+\.ts)` \|$/gm;

/** A constant as a file states it: a number, or a product of numbers. */
export function constantOf(file: string, name: string): number {
  const source = readFileSync(file, 'utf8');
  const written = new RegExp(`const ${name}(?:: number)? = ([\\d_ *]+);`).exec(source)?.[1];
  if (written === undefined) throw new Error(`no ${name} in ${file}`);
  return written
    .replaceAll('_', '')
    .split('*')
    .reduce((product, factor) => product * Number(factor), 1);
}

/** The document with the numbers of the code, and which constants it names, by file. */
export function withLimits(markdown: string): { text: string; named: Map<string, string[]> } {
  const named = new Map<string, string[]>();
  const text = markdown.replace(ROW, (row, what: string, value: string, list: string, file: string) => {
    const names = [...list.matchAll(/[A-Z_]+/g)].map(([name]) => name);
    named.set(file, [...(named.get(file) ?? []), ...names]);
    let next = 0;
    const told = value.replace(/\d[\d,.]*\d|\d/g, (number, at: number) => {
      const unit = UNITS[/^ (\w+)/.exec(value.slice(at + number.length))?.[1] ?? ''] ?? 1;
      const name = names[next++];
      return name === undefined ? number : (constantOf(file, name) / unit).toLocaleString('en-US');
    });
    return row.replace(`| ${what} | ${value} |`, `| ${what} | ${told} |`);
  });
  return { text, named };
}
