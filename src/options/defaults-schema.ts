/** `defaults` of `gaige.yaml`: of each command the options that it may say, and what each of them takes. */
import { z } from 'zod';
import { COMMAND_NAMES, type CommandName, HELP } from '../messages/command-line.ts';
import { PLACEHOLDER_KINDS } from '../model/vocabulary.ts';
import { AXES } from '../observe/axes.ts';
import { COMMANDS, OPTIONS, type OptionSpec, type ValueKind } from './declared.ts';
import { settableOptions, takesSettings, takesValue } from './settable.ts';
import { COUNT_EXAMPLES, SECONDS_EXAMPLES, SIZE_EXAMPLES } from './size.ts';

export type OptionValue = boolean | string | number | (string | number)[];

export type Defaults = Partial<Record<CommandName, Record<string, OptionValue> | null>>;

const word = z.string().min(1).max(500);

const oneOrMore = <Each extends z.ZodType>(each: Each) => z.union([each, z.array(each).min(1)]);

/** As the command line takes them, and numbers as numbers. */
const FORMS: Record<ValueKind, z.ZodType> = {
  size: z.union([z.int().min(0), word.regex(/^[0-9]+(?:\.[0-9]+)? ?(?:[KkMmGg]?[Bb])?$/, SIZE_EXAMPLES)]),
  positive: z.int().min(1).max(999_999_999).describe(COUNT_EXAMPLES),
  count: z.int().min(0).max(999_999_999),
  time: z.union([
    z.number().min(0.001).max(2_000_000),
    word.regex(/^[0-9]{1,6}(?:\.[0-9]{1,3})?[smh]?$/, SECONDS_EXAMPLES),
  ]),
  kinds: oneOrMore(z.enum(PLACEHOLDER_KINDS)),
  axes: oneOrMore(z.enum(AXES)),
  years: z.union([z.int().min(1000).max(9999), word.regex(/^[0-9]{4}(?:-[0-9]{4})?$/, '2025, 2019-2025')]),
  units: oneOrMore(word),
  words: oneOrMore(word),
  once: z.never(),
};

function formOf(spec: OptionSpec): z.ZodType {
  if (!takesValue(spec)) return z.boolean();
  if (spec.choices) return z.enum(spec.choices);
  if (spec.parse) return FORMS[spec.parse.kind];
  return spec === OPTIONS.textColumn ? z.union([word, z.int().min(1)]) : word;
}

const optionsOf = (command: CommandName) =>
  z
    .strictObject(
      Object.fromEntries(
        settableOptions(command).map(({ key, name, spec }) => [
          key,
          formOf(spec).optional().describe(HELP.en.options[name]),
        ]),
      ),
    )
    .nullable()
    .optional()
    .describe(HELP.en.commands[command]);

const shape = Object.fromEntries(
  COMMAND_NAMES.filter((name) => takesSettings(COMMANDS[name])).map((name) => [name, optionsOf(name)]),
);

export const defaultsSchema = z.strictObject(shape) as z.ZodType as z.ZodType<Defaults>;
