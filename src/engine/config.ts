/** `gaige.yaml`: found upward from the working directory, one for a run, read once. What reads YAML is loaded where there is one. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { GaigeError } from '../model/error.ts';
import type { YamlText } from '../yaml/parse.ts';
import type { ConfigSource } from './config-schema.ts';

export const CONFIG_NAME = 'gaige.yaml';

export type Config = YamlText<ConfigSource> & {
  /** What relative paths and globs in it start from. */
  folder: string;
};

export type ConfigRequest = {
  /** A file asked for; false for none at all; else the nearest is looked for. */
  config?: string | false | undefined;
};

/**
 * Null where there is none.
 * @throws GaigeError CONFIG_NOT_FOUND for a file asked for that cannot be read, CONFIG_INVALID with line and column
 */
export async function loadConfig({ config }: ConfigRequest, cwd: string): Promise<Config | null> {
  if (config === false) return null;
  const path = config === undefined ? nearestConfig(cwd) : resolve(cwd, config);
  if (path === null) return null;
  const shown = config ?? relative(cwd, path);
  const source = readConfig(path, shown);
  const [{ parseYaml }, { configSchema }] = await Promise.all([
    import('../yaml/parse.ts'),
    import('./config-schema.ts'),
  ]);
  return { ...parseYaml(shown, source, configSchema, 'CONFIG_INVALID'), folder: dirname(path) };
}

function readConfig(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    throw new GaigeError('CONFIG_NOT_FOUND', { path: shown }, cause);
  }
}

function nearestConfig(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = resolve(folder, CONFIG_NAME);
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
    if (folder === dirname(folder)) return null;
  }
}
