/** Which packs a command of `gaige rules` is about. */
import { relative, resolve } from 'node:path';
import { createEngine, type Engine } from '../../../engine/engine.ts';
import type { OpenedPacks } from '../../../knowledge/index.ts';
import type { Pack } from '../../../knowledge/pack.ts';
import { type Fault, faultError, isError } from '../../../messages/fault.ts';
import type { Options } from '../../options.ts';

export type ChosenPacks = { opened: OpenedPacks; packs: ReadonlySet<Pack> };

/** The packs named, else those of the project, else the built-in one; with --all all of them. Throws RULES_NOT_FOUND. */
export async function choosePacks(given: readonly string[], options: Options): Promise<ChosenPacks> {
  const { openRulePacks } = await import('../../../knowledge/index.ts');
  const opened = openRulePacks([...(options.rules ?? []), ...given]);
  const others = opened.packs.slice(1);
  if (options.all || others.length === 0) return { opened, packs: new Set(opened.packs) };
  const named = new Set(given.map((path) => resolve(path)));
  const packs = given.length === 0 ? others : others.filter(({ path }) => named.has(resolve(path)));
  return { opened, packs: new Set(packs) };
}

/** What the packs make together. Throws RULES_INVALID. */
export function engineOf({ pack, faults }: OpenedPacks, options: Options): Engine {
  if (!pack) throw faultError(faults.filter(isError));
  return createEngine(pack, options).engine;
}

/** As short as it can be from where the command runs. */
export function shownPlace(place: string): string {
  const short = relative('', place);
  return short.startsWith('..') || short === '' ? place : short;
}

export const shownFault = (fault: Fault): Fault => ({ ...fault, path: shownPlace(fault.path) });
