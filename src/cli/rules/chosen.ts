/** Which packs a command of `gaige rules` is about. */
import { relative } from 'node:path';
import { equip, type Loaded } from '../../equipment.ts';
import { type Fault, faultError, isError } from '../../model/fault.ts';
import type { OpenedPacks } from '../../rulepack/index.ts';
import type { Pack } from '../../rulepack/pack.ts';
import type { Options } from '../options.ts';

export type Chosen = { opened: OpenedPacks; packs: ReadonlySet<Pack> };

/** The packs named, or the built-in one where none is; with --all both. Throws RULES_NOT_FOUND. */
export async function choosePacks(given: readonly string[], options: Options): Promise<Chosen> {
  const { openRulePacks } = await import('../../rulepack/index.ts');
  const opened = openRulePacks([...(options.rules ?? []), ...given]);
  const [builtIn, ...others] = opened.packs;
  const packs = others.length === 0 || options.all ? [builtIn!, ...others] : others;
  return { opened, packs: new Set(packs) };
}

/** What the packs make together. Throws RULES_INVALID. */
export function equipmentOf({ pack, faults }: OpenedPacks, options: Options): Loaded {
  if (!pack) throw faultError(faults.filter(isError) as [Fault, ...Fault[]]);
  return equip(pack, options);
}

/** As short as it can be told from where the command runs. */
export function shownPlace(place: string): string {
  const short = relative('', place);
  return short.startsWith('..') || short === '' ? place : short;
}

export const shownFault = (fault: Fault): Fault => ({ ...fault, path: shownPlace(fault.path) });
