/** The word classes that code asks for by name: without one of them naming would go on, and worse than before. */
import type { Fault } from '../../messages/fault.ts';
import { nearest } from '../../text/nearest.ts';
import { conceptClasses } from '../concepts/table.ts';
import { GAP_CLASSES } from '../gaps/table.ts';
import { knowledgeOf, type Merged, valuesOf } from '../merge.ts';
import { NAMING_CLASSES } from '../naming/table.ts';
import type { Pack, PackPlace } from '../pack.ts';
import type { CompiledRule } from '../pattern/table.ts';
import { RESOLVING_CLASSES } from '../resolving/table.ts';

export const NEEDED_CLASSES: ReadonlySet<string> = new Set(
  [NAMING_CLASSES, RESOLVING_CLASSES, GAP_CLASSES].flatMap((names) => Object.values(names)),
);

/** The classes that code, a pattern or another class asks for. */
export function askedClasses(merged: Merged, rules: readonly CompiledRule[]): Set<string> {
  const asked = new Set([
    ...NEEDED_CLASSES,
    ...rules.flatMap((rule) => [...rule.classes]),
    ...conceptClasses(valuesOf(merged.concepts), knowledgeOf(merged).conceptNames),
  ]);
  for (const { value } of [...merged.classes.values()].flat()) if (value.startsWith('@')) asked.add(value.slice(1));
  return asked;
}

/** A fault for each class that code asks for and no pack holds: where it was taken back, or where it goes by another name. */
export function neededFaults(packs: readonly Pack[], merged: Merged, rules: readonly CompiledRule[]): Fault[] {
  const missing = [...NEEDED_CLASSES].filter((name) => !merged.classes.has(name));
  const taken = missing.flatMap((name) => {
    const off = merged.classesOff.get(name);
    return off ? [off.file.fault('CLASS_NEEDED', off.keys, { name })] : [];
  });
  const lost = missing.filter((name) => !merged.classesOff.has(name));
  // What could not be read may well hold them.
  const isAllRead = packs.every(({ faults }) => faults.length === 0);
  return lost.length > 0 && isAllRead ? [...taken, ...lostFaults(lost, packs, merged, rules)] : taken;
}

/** The first pack holds them all, so that it was there that they were lost. */
function lostFaults(
  lost: readonly string[],
  [pack]: readonly Pack[],
  merged: Merged,
  rules: readonly CompiledRule[],
): Fault[] {
  const asked = askedClasses(merged, rules);
  const unasked = [...merged.classes].flatMap(([name, [entry]]) =>
    entry && entry.pack === pack && !asked.has(name) ? [entry] : [],
  );
  const file = pack?.files.findLast(({ content }) => content.classes) ?? pack?.files[0];
  return lost.flatMap((name) => {
    const renamed = renamedEntry(name, lost, unasked);
    if (renamed) return [renamed.file.fault('CLASS_NEEDED', renamed.keys.slice(0, 2), { name, near: name }, 'key')];
    return file ? [file.fault('CLASS_NEEDED', ['classes'], { name }, 'key')] : [];
  });
}

/** measure-head is missing, and nothing asks for measure-heads; or for a class of whatever name, and it is the only one. */
function renamedEntry(name: string, lost: readonly string[], unasked: readonly PackPlace[]): PackPlace | undefined {
  const nameOf = ({ keys }: PackPlace) => String(keys[1]);
  const near = nearest(name, unasked.map(nameOf));
  if (near === null) return lost.length === 1 && unasked.length === 1 ? unasked[0] : undefined;
  return unasked.find((entry) => nameOf(entry) === near);
}
