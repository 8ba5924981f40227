/** The commands as commander has them, flat: what completions and the manual page are written from. */
import type { Command, Option } from 'commander';

export type ShownOption = {
  /** `-o`, `--output`. */
  names: readonly string[];
  /** As help writes it. */
  flags: string;
  takesValue: boolean;
  /** Empty where any value, or a file, may be meant. */
  choices: readonly string[];
  description: string;
};

export type ShownCommand = {
  /** `rules list`; empty for gaige itself. */
  name: string;
  usage: string;
  description: string;
  /** Commands that may follow. */
  commands: readonly { name: string; description: string }[];
  /** Its own and those of gaige itself. */
  options: readonly ShownOption[];
  /** What its argument may be; empty for files. */
  choices: readonly string[];
};

export function shownCommands(program: Command): ShownCommand[] {
  const shared = optionsOf(program);
  const shown = (command: Command, name: string): ShownCommand[] => [
    {
      name,
      usage: command.usage(),
      description: command.description(),
      commands: command.commands.map((below) => ({ name: below.name(), description: below.description() })),
      options: name === '' ? shared : [...optionsOf(command), ...shared],
      choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    },
    ...command.commands.flatMap((below) => shown(below, `${name} ${below.name()}`.trim())),
  ];
  return shown(program, '');
}

const optionsOf = (command: Command): ShownOption[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .map((option: Option) => ({
      names: [option.short, option.long].filter((name) => name !== undefined),
      flags: option.flags,
      takesValue: option.required || option.optional,
      choices: option.argChoices ?? [],
      description: option.description,
    }));

/** `--format` of a command, and what it takes: one for each option that takes a value. */
export const valuesOf = ({ name, options }: ShownCommand): { when: string; choices: readonly string[] }[] =>
  options
    .filter(({ takesValue }) => takesValue)
    .flatMap(({ names, choices }) => names.map((option) => ({ when: `${name}:${option}`, choices })));
