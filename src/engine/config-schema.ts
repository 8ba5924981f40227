/** `gaige.yaml`: the settings of a project. Types, validation and the published JSON Schema come from here. */
import { z } from 'zod';
import { checkSettingsSchema } from '../check/policy-schema.ts';

export const configSchema = z
  .strictObject({
    rules: z
      .array(z.string().min(1).max(500))
      .default([])
      .describe(
        'Rule packs that come after the built-in one, in order: YAML files or folders, from the folder of this file',
      ),
    check: checkSettingsSchema.default(checkSettingsSchema.parse({})),
  })
  .describe('gaige.yaml: settings of a project');

export type ConfigSource = z.infer<typeof configSchema>;
