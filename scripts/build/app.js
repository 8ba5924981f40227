/**
 * Puts the command line and what runs in its threads into few files, since Node takes as long to find and read two hundred of them as a
 * short report takes to be worked on. What is loaded only when it is needed stays apart, and so does every package.
 */
import { readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));

/** All files that are loaded with a file, itself among them. */
function loadedWith(/** @type {string} */ file, /** @type {Set<string>} */ loaded = new Set()) {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) .*?["'](\.[^"']+\.js)["'];$/gm))
    loadedWith(resolve(dirname(file), path), loaded);
  return loaded;
}

// What nearly every run loads, by when it does: files of few modules each take longer to find than to read.
const start = loadedWith(at('cli/main.js'));
const check = loadedWith(at('cli/commands/check.js'));
const extract = loadedWith(at('cli/commands/extract.js'));
const report = loadedWith(at('batch/work.js'));

const bundle = await rolldown({
  input: { main: at('cli/main.js'), worker: at('batch/worker.js') },
  platform: 'node',
  external: /^[^./]|\.cjs$/,
  // What is loaded late here is loaded with something else there.
  checks: { ineffectiveDynamicImport: false },
});
rmSync(at('app'), { recursive: true, force: true });
// As deep as the folders of src, so that a path from a file of theirs holds. Without blanks and remarks, which take a thirtieth of a start
// to read; names stay, for the sake of whoever reports a fault.
await bundle.write({
  dir: at('app'),
  format: 'esm',
  chunkFileNames: '[name]-[hash].js',
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  codeSplitting: {
    groups: [
      { name: 'start', test: (id) => start.has(id), priority: 4 },
      { name: 'text', test: (id) => check.has(id) && (extract.has(id) || report.has(id)), priority: 3 },
      { name: 'extract', test: (id) => extract.has(id), priority: 2 },
      { name: 'report', test: (id) => report.has(id), priority: 1 },
    ],
  },
});
await bundle.close();
