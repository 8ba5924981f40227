/** Puts script and style of pages into a file each: pages hold them whole, and load nothing. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { BUILT } from '../../dist/built/places.js';
import { writeWhole } from './whole.js';

const viewer = fileURLToPath(new URL('../../src/page/viewer/', import.meta.url));

mkdirSync(BUILT.viewer, { recursive: true });
for (const sort of ['report', 'index']) {
  const bundle = await rolldown({ input: join(viewer, sort, 'main.ts'), platform: 'browser' });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  const [{ code }] = output;
  // The script stands in a page, which such words in a string of it would end.
  if (/<\/script|<!--/i.test(code)) throw new Error(`the script of ${sort} pages holds the end of a script`);
  writeWhole(join(BUILT.viewer, `${sort}.js`), code.trimEnd());
  await bundle.close();
}

const styles = join(viewer, 'style');
const css = readdirSync(styles)
  .sort()
  .map((name) => readFileSync(join(styles, name), 'utf8'))
  .join('')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s*\n\s*/g, '\n')
  .trim();
writeWhole(join(BUILT.viewer, 'page.css'), css);
