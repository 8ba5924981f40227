/** The manual page, in the language of roff. */
import type { ShownCommand, ShownOption } from './tree.ts';

export type ManualFacts = {
  version: string;
  /** Commands with what they do. */
  examples: readonly (readonly [command: string, meaning: string])[];
  /** Codes with what they mean. */
  exitCodes: readonly (readonly [code: number, meaning: string])[];
};

/** A line that begins with a point or an apostrophe would be taken for a request, and a backslash for an escape. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&');

const bold = (text: string): string => `\\fB${roff(text)}\\fR`;

const optionLines = ({ flags, choices, description }: ShownOption): string[] => [
  '.TP',
  bold(flags),
  roff(choices.length > 0 ? `${description} [${choices.join('|')}]` : description),
];

export function manualPage(commands: readonly ShownCommand[], { version, examples, exitCodes }: ManualFacts): string {
  const [program, ...others] = commands;
  const shared = program?.options ?? [];
  const isShared = ({ flags }: ShownOption): boolean => shared.some((option) => option.flags === flags);
  const lines = [
    `.TH GAIGE 1 "" "gaige ${version}" "gaige"`,
    '.SH NAME',
    `gaige \\- ${roff(program?.description ?? '')}`,
    '.SH SYNOPSIS',
    `${bold('gaige')} ${roff(program?.usage ?? '')}`,
    '.SH COMMANDS',
    ...others.flatMap(({ name, usage, description, options }) => [
      `.SS ${bold(`gaige ${name}`)} ${roff(usage)}`,
      roff(description),
      ...options.filter((option) => !isShared(option)).flatMap(optionLines),
    ]),
    '.SH OPTIONS',
    ...shared.flatMap(optionLines),
    '.SH EXIT STATUS',
    ...exitCodes.flatMap(([code, meaning]) => ['.TP', bold(String(code)), roff(meaning)]),
    '.SH EXAMPLES',
    ...examples.flatMap(([command, meaning]) => ['.TP', bold(command), roff(meaning)]),
  ];
  return `${lines.join('\n')}\n`;
}
