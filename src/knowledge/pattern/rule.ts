import type { Fault } from '../../messages/fault.ts';
import { ruled } from '../../model/origin.ts';
import { nearest } from '../../text/nearest.ts';
import type { PackEntry } from '../pack.ts';
import { compilePattern, type Names, PatternError } from './compile.ts';
import type { RuleSource } from './schema.ts';
import type { CompiledRule, Emit } from './table.ts';

export type RuleCompilation = { rule: CompiledRule | null; states: number; faults: Fault[] };

export function compileRule({ value: rule, pack, file, keys }: PackEntry<RuleSource>, names: Names): RuleCompilation {
  try {
    const { patterns, atoms, captures, classes, states } = compilePattern(rule.pattern, names);
    const faults = verdictFaults(rule, captures, (key, facts) =>
      file.fault('UNKNOWN_CAPTURE', [...keys, 'emit', key], facts),
    );
    const compiled: CompiledRule = {
      id: rule.id,
      pack: pack.name,
      place: file.placeOf(keys),
      source: rule.pattern,
      priority: rule.priority,
      patterns,
      atoms,
      classes,
      emit: rule.emit as Emit,
      fields: Object.keys(rule.emit) as (keyof Emit)[],
      origin: ruled(rule.id),
    };
    return { rule: compiled, states, faults };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const { code, facts, at, length } = error;
    return { rule: null, states: 0, faults: [file.fault(code, [...keys, 'pattern'], facts, { at, length })] };
  }
}

/** `$name` in what a rule emits is the name of a capture. */
function verdictFaults(
  { emit }: RuleSource,
  captures: ReadonlySet<string>,
  faultAt: (key: string, facts: Record<string, string>) => Fault,
): Fault[] {
  return (['name', 'scope', 'period'] as const).flatMap((key) => {
    const name = emit[key]?.startsWith('$') ? emit[key].slice(1) : null;
    if (name === null || captures.has(name)) return [];
    const near = nearest(name, captures);
    return [
      faultAt(key, { name, captures: [...captures].join(', ') || '–', ...(near === null ? {} : { near: `$${near}` }) }),
    ];
  });
}
