/** Files that are never there by half: written beside their place, and renamed into it. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} path
 * @param {string} content
 */
export function writeWhole(path, content) {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

/**
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} files by name
 */
export function writeFolder(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeWhole(join(folder, name), content);
}
