/** Imports go model ← stages ← pipeline ← workbench ← cli, and stages do not import each other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = new URL('../src/', import.meta.url).pathname;

const STAGES = [
  'read',
  'decode',
  'structure',
  'lex',
  'segment',
  'rulepack',
  'match',
  'normalise',
  'validate',
  'emit',
  'score',
  'check',
];

/** `model`, a stage, `workbench`, `cli`, or `pipeline` for the files that lie beside the folders and for the pipeline run many times over. */
const layerOf = (file: string): string => {
  const folder = file.includes('/') ? file.slice(0, file.indexOf('/')) : 'pipeline';
  return folder === 'jobs' ? 'pipeline' : folder;
};

const mayImport = (from: string, to: string): boolean =>
  from === to ||
  to === 'model' ||
  (from === 'pipeline' && STAGES.includes(to)) ||
  (from === 'workbench' && (STAGES.includes(to) || to === 'pipeline')) ||
  (from === 'cli' && (STAGES.includes(to) || to === 'pipeline' || to === 'workbench'));

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
    const known = ['cli', 'model', 'pipeline', 'workbench', ...STAGES];
    expect(files.map(layerOf).filter((layer) => !known.includes(layer))).toEqual([]);
  });

  test('model ← stages ← pipeline ← workbench ← cli', () => {
    const wrong = files.flatMap((file) =>
      localImports(file)
        .filter((imported) => !mayImport(layerOf(file), layerOf(imported)))
        .map((imported) => `${file} → ${imported}`),
    );
    expect(wrong).toEqual([]);
  });

  test('imports are found', () => {
    expect(localImports('pipeline.ts')).toContain('lex/index.ts');
    expect(localImports('cli/main.ts')).toContain('cli/extract.ts');
  });

  test('the model reads and writes nothing', () => {
    const effects = files
      .filter((file) => layerOf(file) === 'model')
      .flatMap((file) => importsOf(file).filter((name) => name.startsWith('node:')));
    expect(effects).toEqual([]);
  });

  test('only segment loads a jieba', () => {
    const loads = /(?:from|import|require)\s*\(?\s*[`'"](?:nodejieba|@node-rs\/jieba)/;
    const loading = files.filter((file) => loads.test(readFileSync(join(SOURCE, file), 'utf8')));
    expect(loading.map(layerOf)).not.toHaveLength(0);
    expect(new Set(loading.map(layerOf))).toEqual(new Set(['segment']));
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
