/** Who may import whom: each layer those before it. What stands in one layer does not import its neighbours. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));

/** From the bottom up. The stages of the data's way are one layer: each knows the ones below, and none of the others. */
const LAYERS: readonly (readonly string[])[] = [
  ['model'],
  ['built', 'text'],
  ['messages', 'regions'],
  ['yaml'],
  ['knowledge'],
  ['tables'],
  ['judge'],
  ['corrections'],
  ['page'],
  [
    'read',
    'decode',
    'normalize',
    'structure',
    'lex',
    'segment',
    'naming',
    'observe',
    'resolve',
    'placeholders',
    'domains',
    'concepts',
    'validate',
    'emit',
    'check',
    'score',
  ],
  ['grid-page'],
  ['options'],
  ['engine'],
  ['pipeline'],
  ['batch', 'rule-tools', 'api'],
  ['index.ts', 'cli'],
];

/** Rooms of mechanism alone: what they know of reports stands in `rules/`. */
const GENERIC = [
  'lex',
  'judge',
  'naming',
  'resolve',
  'placeholders',
  'domains',
  'concepts',
  'normalize',
  'structure',
  'tables',
  'regions',
];

/** Han characters, and the punctuation of Chinese texts: ， 。 “ ” … — （ ） 《 》 · ○ */
const DECIDING =
  /[\p{Script=Han}\u2010-\u2027\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u00b7\u25cb]/u;

/** The folder of `src/`, or the file that lies beside them. */
const roomOf = (file: string): string => file.split('/')[0]!;

const heightOf = (file: string): number => LAYERS.findIndex((rooms) => rooms.includes(roomOf(file)));

const mayImport = (from: string, to: string): boolean => roomOf(from) === roomOf(to) || heightOf(to) < heightOf(from);

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.m?[jt]s$/.test(file));

/** What follows `from`, `import` or `import(`; types count as well. */
const importsOf = (file: string): string[] =>
  [...readFileSync(join(SOURCE, file), 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, name]) => name!,
  );

const localImports = (file: string): string[] =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.normalize(posix.join(posix.dirname(file), name)));

describe('layers', () => {
  test('every folder is known', () => {
    expect(files.filter((file) => heightOf(file) < 0)).toEqual([]);
  });

  test('no import goes upward or to a neighbour', () => {
    const wrong = files.flatMap((file) =>
      localImports(file)
        .filter((imported) => !mayImport(file, imported))
        .map((imported) => `${file} → ${imported}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no file is imported by one that it imports', () => {
    expect(files.flatMap((file) => circleFrom(file))).toEqual([]);
  });

  test('imports are found', () => {
    expect(localImports('pipeline/stages.ts')).toContain('lex/index.ts');
    expect(localImports('cli/main.ts')).toContain('cli/commands/extract.ts');
  });

  test('a type name stands for one thing', () => {
    const files = new Map<string, Set<string>>();
    for (const [file, name] of declaredTypes()) files.set(name, (files.get(name) ?? new Set()).add(file));
    expect([...files].filter(([, declaring]) => declaring.size > 1).map(([name]) => name)).toEqual([]);
  });

  test('what decides about reports is not written in code', () => {
    const found = files.filter((file) => GENERIC.includes(roomOf(file)));
    expect(found.flatMap(wordsIn)).toEqual([]);
  });

  test('words in code are found, in comments they are not', () => {
    expect(decidingLines("const A = '年';\n// 年\n/* 、\n   ， */\nconst B = /[。]/; // 。\n")).toEqual([1, 5]);
  });

  test('the model reads and writes nothing', () => {
    const effects = files
      .filter((file) => roomOf(file) === 'model')
      .flatMap((file) => importsOf(file).filter((name) => name.startsWith('node:')));
    expect(effects).toEqual([]);
  });

  test('only segment loads a jieba', () => {
    const loads = /(?:from|import|require)\s*\(?\s*[`'"](?:nodejieba|@node-rs\/jieba)/;
    const loading = files.filter((file) => loads.test(readFileSync(join(SOURCE, file), 'utf8')));
    expect(loading.map(roomOf)).not.toHaveLength(0);
    expect(new Set(loading.map(roomOf))).toEqual(new Set(['segment']));
  });

  test('nothing ends the process', () => {
    expect(files.filter((file) => /process\.exit\(/.test(readFileSync(join(SOURCE, file), 'utf8')))).toEqual([]);
  });

  test.each(['cli/main.ts', 'cli/program.ts', 'cli/version.ts'])('%s loads nothing heavy', (start) => {
    const reached = new Set<string>();
    const packages = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const name of staticImports(file)) {
        if (name.startsWith('.')) visit(posix.normalize(posix.join(posix.dirname(file), name)));
        else if (!name.startsWith('node:')) packages.add(name);
      }
    };
    visit(start);
    expect([...packages].filter((name) => name !== 'commander')).toEqual([]);
  });
});

/** `file:line  code` of each line with words or signs that belong in `rules/`. */
function wordsIn(file: string): string[] {
  const source = readFileSync(join(SOURCE, file), 'utf8');
  const lines = source.split('\n');
  return decidingLines(source).map((line) => `src/${file}:${line}  ${lines[line - 1]?.trim()}`);
}

/** 1-based. */
const decidingLines = (source: string): number[] =>
  withoutComments(source)
    .split('\n')
    .flatMap((line, i) => (DECIDING.test(line) ? [i + 1] : []));

/** Line breaks stay, so that lines keep their numbers. */
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|\s)\/\/.*$/gm, '$1');

/** Imports that run when the file does: neither types nor `import(…)`. */
function staticImports(file: string): string[] {
  const source = readFileSync(join(SOURCE, file), 'utf8');
  return [...source.matchAll(/^(?:import|export)(?! type)[^;]*?from '([^']+)';|^import '([^']+)';/gm)].map(
    ([, from, bare]) => (from ?? bare)!,
  );
}

/** The way from a file back to itself, where there is one; each circle is told by its first file alone. */
function circleFrom(start: string): string[] {
  const seen = new Set<string>();
  const wayTo = (file: string): string[] | null => {
    for (const next of localImports(file)) {
      if (next === start) return [file];
      if (seen.has(next) || !files.includes(next)) continue;
      seen.add(next);
      const way = wayTo(next);
      if (way) return [file, ...way];
    }
    return null;
  };
  const way = wayTo(start);
  return way && [...way].sort()[0] === start ? [way.join(' → ')] : [];
}

const declaredTypes = (): [file: string, name: string][] =>
  files.flatMap((file) =>
    [
      ...readFileSync(join(SOURCE, file), 'utf8').matchAll(
        /^\s*(?:export )?(?:type|interface|class) ([A-Z]\w*)\b(?=[\s<{=])/gm,
      ),
    ].map(([, name]): [string, string] => [file, name!]),
  );
