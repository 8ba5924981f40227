/** `gaige.yaml`: the settings of a project. Types, validation and the published JSON Schema come from here. */
import { z } from 'zod';
import { checkSettingsSchema } from '../check/policy-schema.ts';
import { LANGUAGES } from '../messages/language.ts';
import { defaultsSchema } from '../options/defaults-schema.ts';

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
    defaults: defaultsSchema
      .nullable()
      .default({})
      .describe('Options of commands where the command line does not give them: by command, by name (maxFileSize)'),
    check: checkSettingsSchema.default(checkSettingsSchema.parse({})),
  })
  .describe('gaige.yaml: settings of a project');

export type ConfigSource = z.infer<typeof configSchema>;
