import type { ClassNames, WordsOf } from '../classes/table.ts';

/** The word classes that tell units which no rule knows, each under its key in code. */
export const GAP_CLASSES = { noUnit: 'no-unit', beforeCode: 'before-code' } as const satisfies ClassNames;

export type GapWords = WordsOf<typeof GAP_CLASSES>;
