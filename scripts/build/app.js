/**
 * Puts the command line and what runs in its threads into few files, since Node takes as long to find and read two hundred of them as a
 * short report takes to be worked on. What is loaded only when it is needed stays apart, and so does every package.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));

const bundle = await rolldown({
  input: { main: at('cli/main.js'), worker: at('batch/worker.js') },
  platform: 'node',
  external: /^[^./]|\.cjs$/,
});
rmSync(at('app'), { recursive: true, force: true });
// As deep as the folders of src, so that a path from a file of theirs holds. Without blanks and remarks, which take a thirtieth of a start
// to read; names stay, for the sake of whoever reports a fault.
await bundle.write({
  dir: at('app'),
  format: 'esm',
  chunkFileNames: '[name]-[hash].js',
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
});
await bundle.close();
