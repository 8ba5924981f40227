/** The stages that can be printed, in the order of the data's way. */
export const STAGE_NAMES = [
  'decode',
  'normalize',
  'structure',
  'lex',
  'segment',
  'judge',
  'naming',
  'resolve',
  'masks',
  'placeholders',
  'domains',
  'validate',
] as const;

export type StageName = (typeof STAGE_NAMES)[number];
