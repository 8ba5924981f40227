/** Which options of a command `gaige.yaml` may say, and by which names. */
import type { CommandName, OptionName } from '../messages/command-line.ts';
import { COMMANDS, type CommandSpec, OPTIONS, type OptionSpec } from './declared.ts';

export const takesSettings = ({ options }: Pick<CommandSpec, 'options'>): boolean => options.includes('rules');

export const takesValue = ({ flags }: OptionSpec): boolean => flags.includes('<');

/** `key`: `checkFormat` → `format`, as commander names it. */
export type SettableOption = { key: string; name: OptionName; spec: OptionSpec };

export const settableOptions = (command: CommandName): SettableOption[] =>
  COMMANDS[command].options.flatMap((name) => {
    const spec = OPTIONS[name as keyof typeof OPTIONS];
    return spec.isOfARun ? [] : [{ key: keyOf(spec), name, spec }];
  });

function keyOf({ flags }: OptionSpec): string {
  const [, long = ''] = /--([a-z-]+)/.exec(flags) ?? [];
  return long.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
