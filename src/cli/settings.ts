/** What `gaige.yaml` says, put into the options: nothing after this reads it again. */
import { relative, resolve } from 'node:path';
import { type Config, loadConfig } from '../engine/config.ts';
import type { CommandName } from '../messages/command-line.ts';
import { COMMANDS } from '../options/declared.ts';
import { takesSettings } from '../options/settable.ts';
import type { Options } from './options.ts';

/** Packs of the project come before those of the command line. Throws CONFIG_NOT_FOUND and CONFIG_INVALID. */
export async function withSettings(command: CommandName, options: Options, cwd: string): Promise<Options> {
  if (!takesSettings(COMMANDS[command])) return options;
  const settings = await loadConfig(options, cwd);
  if (settings === null) return { ...options, settings };
  const packs = settings.content.rules.map((path) => relative(cwd, resolve(settings.folder, path)) || '.');
  const rules = [...packs, ...(options.rules ?? [])];
  const { lang = settings.content.lang } = options;
  return {
    ...(await defaultsOf(command, settings, options)),
    ...options,
    settings,
    ...(lang === undefined ? {} : { lang }),
    ...(rules.length > 0 ? { rules } : {}),
  };
}

/** What reads them is loaded where there are some. */
async function defaultsOf(command: CommandName, settings: Config, options: Options): Promise<Partial<Options>> {
  if (options.defaults === false || !settings.content.defaults) return {};
  const { readDefaults } = await import('./defaults.ts');
  return readDefaults(command, settings, options);
}
