/** `defaults` of `gaige.yaml`: options of commands, taken as the command line takes them. */
import type { Config } from '../engine/config.ts';
import type { CommandName } from '../messages/command-line.ts';
import type { OptionSpec } from '../options/declared.ts';
import type { OptionValue } from '../options/defaults-schema.ts';
import { settableOptions } from '../options/settable.ts';
import { giveWay } from './giving-way.ts';
import type { Options } from './options.ts';

/**
 * What the file says of options that the command line does not give, so far as it goes with what that gives.
 * @throws GaigeError CONFIG_INVALID, for any command of the file
 */
export async function readDefaults(command: CommandName, settings: Config, given: Options): Promise<Partial<Options>> {
  const said = Object.keys(settings.content.defaults ?? {}) as CommandName[];
  const all = said.map((name) => [name, valuesOf(name, settings)] as const);
  const defaults: Partial<Options> = all.find(([name]) => name === command)?.[1] ?? {};
  return giveWay(command, defaults, given);
}

/** The schema has seen to all but what a parser alone can tell. */
function valuesOf(command: CommandName, settings: Config): Partial<Options> {
  const specs = new Map(settableOptions(command).map(({ key, spec }) => [key, spec]));
  const values = Object.entries(settings.content.defaults?.[command] ?? {});
  return Object.fromEntries(
    values.map(([key, value]) => {
      const parse = specs.get(key)?.parse;
      const taken = parse ? parsed(parse, value) : typeof value === 'boolean' ? value : String(value);
      if (taken !== undefined) return [key, taken];
      const facts = { value: String(value), allowed: parse?.allowed ?? '' };
      throw settings.errorAt('UNKNOWN_VALUE', ['defaults', command, key], facts);
    }),
  );
}

/** A list as the option given again. Undefined for what the option does not take. */
function parsed({ parse }: NonNullable<OptionSpec['parse']>, value: OptionValue): unknown {
  let taken: unknown;
  for (const word of [value].flat()) {
    taken = parse(String(word), taken);
    if (taken === undefined) return undefined;
  }
  return taken;
}
