/** Packs in a folder that is thrown away. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { openRulePacks } from '../../src/knowledge/index.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'gaige-packs-'));

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** Its path. */
export function writePack(name: string, text: string): string {
  const path = join(FOLDER, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** A new folder among them. */
export const newFolder = (): string => mkdtempSync(join(FOLDER, 'folder-'));

/** The built-in pack and packs of these texts, in order. */
export const openTexts = (...texts: string[]) =>
  openRulePacks(texts.map((text, i) => writePack(`${i}-${Math.random().toString(36).slice(2)}.yaml`, text)));

export const codesOf = (...texts: string[]): string[] => openTexts(...texts).faults.map(({ code }) => code);
