/** The repository that a run belongs to: services that read findings know its files by their paths from its root. */
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { STDIN } from '../read/index.ts';
import type { Host } from './host.ts';

export type Repository = {
  /** Absolute. */
  root: string;
  /** Of a path as given, a member of a container among them: from the root, or absolute where it lies outside; `/` between its parts. */
  pathOf: (path: string) => string;
};

/** The nearest folder upward that git knows, else where GitHub has put the repository, else the working directory. */
export function repositoryOf({ cwd, env }: Pick<Host, 'cwd' | 'env'>): Repository {
  const from = cwd();
  const root = gitRoot(from) ?? workspace(env, from) ?? from;
  return { root, pathOf: (path) => (path === STDIN ? path : pathIn(root, resolve(from, path))) };
}

function gitRoot(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    // A file in work trees and submodules.
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return null;
  }
}

function workspace({ GITHUB_WORKSPACE }: Host['env'], from: string): string | null {
  return GITHUB_WORKSPACE && isWithin(GITHUB_WORKSPACE, from) ? GITHUB_WORKSPACE : null;
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const pathIn = (root: string, path: string): string =>
  (isWithin(root, path) ? relative(root, path) : path).replaceAll(sep, '/');
