/** The form of `classes`: word lists under any name. Those that code asks for by name are described, and one pack or another must hold them. */
import { z } from 'zod';
import { gapClasses } from '../gaps/schema.ts';
import { namingClasses } from '../naming/schema.ts';
import { resolvingClasses } from '../resolving/schema.ts';
import { className, words } from '../schema-parts.ts';

/** What the words of each class do that code asks for, by its name. */
export const neededClasses = { ...namingClasses, ...resolvingClasses, ...gapClasses };

export type NeededClass = keyof typeof neededClasses;

const described = Object.entries(neededClasses).map(([name, does]) => [name, words.describe(does)] as const);

export const classesPackSchema = z
  .record(className, words)
  .describe(
    'Named word lists; @name includes another list; blanks part words. Those named here are needed by gaige itself: ' +
      'a pack may add to them or define them anew, and must leave none out; all others are for rules to use',
  )
  // Any name will do, and these are known: a record for who checks, keys for who writes.
  .meta({ properties: z.toJSONSchema(z.object(Object.fromEntries(described)), { io: 'input' }).properties });
