/** argv → what is asked for. commander parses; its words are replaced by ours. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { widthOf } from '../emit/fit.ts';
import { type CommandName, HELP, type OptionName } from '../messages/command-line.ts';
import type { Language } from '../messages/language.ts';
import { type CommandSpec, commandSpecs, GLOBAL_OPTIONS, OPTIONS } from '../options/declared.ts';
import type { Options } from './options.ts';
import { usageErrorOf } from './usage.ts';

export type Request =
  | { kind: 'run'; command: CommandName; arguments: readonly string[]; options: Options }
  | { kind: 'help'; text: string; asked: boolean }
  | { kind: 'version'; options: Options };

const VERSION_ASKED = 'gaige.version';

/** Throws USAGE. */
export function parseArguments(argv: readonly string[], language: Language, columns = 80): Request {
  let request: Request | null = null;
  let help = '';
  const program = programOf(language, columns, {
    onHelp: (text) => {
      help += text;
    },
    onRun: (name, command) => {
      request = { kind: 'run', command: name, arguments: command.args, options: command.optsWithGlobals() };
    },
  });
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === VERSION_ASKED) return { kind: 'version', options: program.opts() };
    if (/^commander\.help/.test(error.code)) return { kind: 'help', text: help, asked: error.exitCode === 0 };
    throw usageErrorOf(error);
  }
  return request ?? { kind: 'help', text: help, asked: false };
}

type Listeners = { onHelp?: (text: string) => void; onRun?: (name: CommandName, command: Command) => void };

/** gaige with all its commands, as commander knows them. */
export function programOf(language: Language, columns = 80, { onHelp = () => {}, onRun }: Listeners = {}): Command {
  const program = buildProgram(language, columns, onHelp);
  for (const spec of commandSpecs()) {
    addCommand(program, spec, language).action((...parts: unknown[]) => onRun?.(spec.name, parts.at(-1) as Command));
  }
  return program;
}

function buildProgram(language: Language, columns: number, onHelp: (text: string) => void): Command {
  const words = HELP[language];
  const program = new Command('gaige')
    .description(words.arguments.gaige)
    .usage(`${words.usage.options} ${words.usage.command}`)
    .exitOverride()
    .configureOutput({
      writeOut: onHelp,
      writeErr: onHelp,
      outputError: () => {},
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
    })
    .configureHelp({
      showGlobalOptions: true,
      displayWidth: widthOf,
      styleTitle: (title) => words.titles[title] ?? title,
      subcommandTerm: (command) => command.name(),
      optionDescription: ({ description, argChoices }) =>
        argChoices ? `${description} [${argChoices.join('|')}]` : description,
      argumentDescription: ({ description, argChoices }) =>
        argChoices ? `${description} [${argChoices.join('|')}]` : description,
    })
    .helpOption('-h, --help', words.options.help)
    .helpCommand('help [command]', words.options.help)
    .addHelpText('after', examples('gaige', language));
  for (const name of GLOBAL_OPTIONS) program.addOption(optionOf(name, language));
  program.on('option:version', () => {
    throw new CommanderError(0, VERSION_ASKED, '');
  });
  return program;
}

function addCommand(program: Command, { name, argument, options }: CommandSpec, language: Language): Command {
  const words = HELP[language];
  const [first = name, second] = name.split(' ');
  const command = (second ? groupOf(program, first, language) : program)
    .command(second ?? first)
    .description(words.commands[name])
    .usage([...requiredFlags(options), words.usage.options, ...(argument ? [argument.term] : [])].join(' '))
    .addHelpText('after', examples(name, language));
  if (argument) {
    const declared = new Argument(argument.term, words.arguments[argument.words]);
    command.addArgument(argument.choices ? declared.choices(argument.choices) : declared);
  }
  for (const option of options) command.addOption(optionOf(option, language));
  return command;
}

/** The command that a command of two words belongs to. */
function groupOf(program: Command, name: string, language: Language): Command {
  const words = HELP[language];
  return (
    program.commands.find((command) => command.name() === name) ??
    program
      .command(name)
      .description(words.groups[name] ?? '')
      .usage(words.usage.command)
      .helpCommand(false)
  );
}

/** What no run of a command can do without. */
const requiredFlags = (options: readonly OptionName[]): string[] =>
  options.flatMap((name) => {
    const { flags, required = false } = OPTIONS[name as keyof typeof OPTIONS];
    return required ? [flags] : [];
  });

function optionOf(name: OptionName, language: Language): Option {
  const { flags, choices, parse, required = false } = OPTIONS[name as keyof typeof OPTIONS];
  const option = new Option(flags, HELP[language].options[name]);
  if (choices) option.choices(choices);
  if (required) option.makeOptionMandatory();
  if (!parse) return option;
  return option.argParser((value: string, previous: unknown) => {
    const parsed = parse.parse(value, previous);
    if (parsed === undefined) throw new InvalidArgumentError(parse.allowed);
    return parsed;
  });
}

function examples(name: 'gaige' | CommandName, language: Language): string {
  const { titles, examples: all } = HELP[language];
  const lines = all[name].map(([command, meaning]) => `  ${command}\n      ${meaning}`);
  return `\n${titles['examples']}\n${lines.join('\n')}`;
}
