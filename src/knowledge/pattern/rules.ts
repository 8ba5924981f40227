/** Compiles all rules of all packs. */
import type { Fault } from '../../messages/fault.ts';
import type { PackEntry } from '../pack.ts';
import type { Names } from './compile.ts';
import { compileRule } from './rule.ts';
import type { RuleSource } from './schema.ts';
import type { CompiledRule } from './table.ts';

/** All packs together; more would fill the memory. */
const MOST_RULES = 10_000;
const MOST_STATES = 200_000;

export type CompiledRules = { rules: CompiledRule[]; faults: Fault[] };

export function compileRules(entries: Iterable<PackEntry<RuleSource>>, names: Names): CompiledRules {
  const rules: CompiledRule[] = [];
  const faults: Fault[] = [];
  let states = 0;
  for (const entry of entries) {
    const limit = rules.length >= MOST_RULES ? 'TOO_MANY_RULES' : states >= MOST_STATES ? 'RULES_TOO_COMPLEX' : null;
    if (limit) {
      faults.push(
        entry.file.fault(limit, entry.keys, { limit: limit === 'TOO_MANY_RULES' ? MOST_RULES : MOST_STATES }),
      );
      break;
    }
    const compiled = compileRule(entry, names);
    faults.push(...compiled.faults);
    states += compiled.states;
    if (compiled.rule) rules.push(compiled.rule);
  }
  return { rules, faults };
}
