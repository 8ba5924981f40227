/** What `gaige.yaml` says, put into the options: nothing after this reads it again. */
import { relative, resolve } from 'node:path';
import { loadConfig } from '../engine/config.ts';
import type { CommandName } from '../messages/command-line.ts';
import { COMMANDS, type Options } from './options.ts';

/** Packs of the project come before those of the command line. Throws CONFIG_NOT_FOUND and CONFIG_INVALID. */
export async function withSettings(command: CommandName, options: Options, cwd: string): Promise<Options> {
  if (!COMMANDS[command].options.includes('rules')) return options;
  const settings = await loadConfig(options, cwd);
  const packs = settings?.content.rules.map((path) => relative(cwd, resolve(settings.folder, path)) || '.') ?? [];
  const rules = [...packs, ...(options.rules ?? [])];
  return { ...options, settings, ...(rules.length > 0 ? { rules } : {}) };
}
