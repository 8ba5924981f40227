/** `gaige.yaml`: the settings of a project. Types, validation and the published JSON Schema come from here. */
import { z } from 'zod';
import { checkSettingsSchema } from '../check/policy-schema.ts';
import { LANGUAGES } from '../messages/language.ts';

const one = z.union([z.string().min(1).max(500), z.number(), z.boolean()]);

const optionValue = z.union([one, z.array(one).min(1)]);

export type OptionValue = z.infer<typeof optionValue>;

export const configSchema = z
  .strictObject({
    rules: z
      .array(z.string().min(1).max(500))
      .default([])
      .describe(
        'Rule packs that come after the built-in one, in order: YAML files or folders, from the folder of this file',
      ),
    lang: z
      .enum(LANGUAGES)
      .optional()
      .describe('Language of messages, where --lang does not say; else that of the locale'),
    defaults: z
      .record(z.string(), z.record(z.string(), optionValue))
      .default({})
      .describe(
        'Options of commands where the command line does not give them: by command (extract, table, rules test), by name (format, jobs, textColumn)',
      ),
    check: checkSettingsSchema.default(checkSettingsSchema.parse({})),
  })
  .describe('gaige.yaml: settings of a project');

export type ConfigSource = z.infer<typeof configSchema>;
