/** Who may import whom: each layer those before it. What stands in one layer does not import its neighbours. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = new URL('../src/', import.meta.url).pathname;

/** From the bottom up. The stages of the data's way are one layer: each knows the ones below, and none of the others. */
const LAYERS: readonly (readonly string[])[] = [
  ['model'],
  ['built', 'text'],
  ['messages'],
  ['yaml'],
  ['knowledge'],
  ['judge'],
  [
    'read',
    'decode',
    'structure',
    'lex',
    'segment',
    'naming',
    'resolve',
    'placeholders',
    'domains',
    'validate',
    'emit',
    'check',
    'score',
  ],
  ['engine'],
  ['pipeline'],
  ['batch', 'rule-tools', 'api'],
  ['index.ts', 'cli'],
];

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
