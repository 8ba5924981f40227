import type { Fault } from '../../messages/fault.ts';
import type { PackEntry } from '../pack.ts';

/** A word that sentences are cut into whole, with its part of speech. */
export type PackTerm = { word: string; tag: string };

export type Terms = { terms: PackTerm[]; faults: Fault[] };

const HAN_WORD = /^[\u4e00-\u9fff]+$/;

export function compileTerms(entries: readonly PackEntry<PackTerm>[]): Terms {
  const terms = new Map<string, PackTerm>();
  const faults: Fault[] = [];
  for (const { value, file, keys } of entries) {
    if (HAN_WORD.test(value.word)) terms.set(value.word, value);
    else faults.push(file.fault('BAD_TERM', keys, { word: value.word }, { word: value.word }));
  }
  return { terms: [...terms.values()], faults };
}
