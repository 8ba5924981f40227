/** `defaults` of `gaige.yaml`: options of commands, taken as the command line takes them. */
import type { Config } from '../engine/config.ts';
import type { OptionValue } from '../engine/config-schema.ts';
import { COMMAND_NAMES, type CommandName, type OptionName } from '../messages/command-line.ts';
import { nearest } from '../text/nearest.ts';
import { COMMANDS, OPTIONS, type OptionSpec, type Options } from './options.ts';

/** Of one run alone: where its data come from and go to, and what it changes. */
const OF_A_RUN: ReadonlySet<string> = new Set([
  ...['output', 'errors', 'gold', 'floors', 'corrections', 'targets', 'results', 'baseline', 'stdinName'],
  ...['rules', 'config', 'updateBaseline', 'update', 'watch', 'resume', 'at', 'id', 'why', 'stage', 'all'],
]);

/** Options that take a list in one word. */
const LISTS: ReadonlySet<string> = new Set(['rows', 'columns', 'kinds']);

/**
 * What the file says of options that the command line does not give. The format of `-o FILE` is told by its name.
 * @throws GaigeError CONFIG_INVALID, for any command of the file
 */
export function readDefaults(command: CommandName, settings: Config, given: Options): Partial<Options> {
  const all = Object.entries(settings.content.defaults).map(([name, values]) => {
    const known = oneOf(COMMAND_NAMES.filter(takesSettings), name, ['defaults', name], settings);
    return [known, valuesOf(known, values, settings)] as const;
  });
  const defaults: Partial<Options> = Object.fromEntries(
    all.filter(([name]) => name === command).flatMap(([, each]) => each),
  );
  const isNamed = given.output !== undefined && given.output !== '-';
  if (!isNamed) return defaults;
  const { format: _, ...others } = defaults;
  return others;
}

const takesSettings = (name: CommandName): boolean => COMMANDS[name].options.includes('rules');

function valuesOf(command: CommandName, values: Readonly<Record<string, OptionValue>>, settings: Config) {
  const specs = new Map(COMMANDS[command].options.map(specOf).filter(([key]) => !OF_A_RUN.has(key)));
  return Object.entries(values).map(([key, value]): [string, unknown] => {
    const place = ['defaults', command, key];
    const spec = specs.get(oneOf([...specs.keys()], key, place, settings));
    const taken = spec && takenOf(spec, LISTS.has(key), value);
    if (taken === undefined)
      throw settings.errorAt('UNKNOWN_VALUE', place, { value: String(value), allowed: allowedOf(spec) });
    return [key, taken];
  });
}

/** `checkFormat` → `format`, as commander names it, with its declaration. */
function specOf(name: OptionName): [string, OptionSpec] {
  const spec = OPTIONS[name as keyof typeof OPTIONS];
  const [, long = ''] = /--([a-z-]+)/.exec(spec.flags) ?? [];
  return [long.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), spec];
}

const takesValue = ({ flags }: OptionSpec): boolean => flags.includes('<');

const allowedOf = (spec: OptionSpec | undefined): string =>
  spec?.choices?.join(', ') ?? spec?.parse?.allowed ?? (spec && takesValue(spec) ? '…' : 'true, false');

/** Undefined for what the option does not take. */
function takenOf(spec: OptionSpec, isList: boolean, given: OptionValue): unknown {
  if (!takesValue(spec)) return typeof given === 'boolean' ? given : undefined;
  if (typeof given === 'boolean') return undefined;
  const words = isList ? [[given].flat().join(',')] : [given].flat().map(String);
  const { choices, parse } = spec;
  if (choices && !words.every((word) => choices.includes(word))) return undefined;
  if (parse)
    return words.reduce(
      (taken: unknown, word, i) => (i > 0 && taken === undefined ? taken : parse.parse(word, taken)),
      undefined,
    );
  return words.length === 1 ? words[0] : undefined;
}

function oneOf<Name extends string>(
  names: readonly Name[],
  given: string,
  place: readonly string[],
  settings: Config,
): Name {
  const known = names.find((name) => name === given);
  if (known !== undefined) return known;
  const near = nearest(given, names);
  const facts = { key: given, allowed: names.join(', '), ...(near === null ? {} : { near }) };
  throw settings.errorAt('UNKNOWN_KEY', place, facts, 'key');
}
