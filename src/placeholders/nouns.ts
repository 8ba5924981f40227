/** Which noun the content behind a mask ends in: 区 for **区, 工业互联网研究院 for **工业互联网研究院, 公司 for **、**等公司. */
import type { NounClass } from '../knowledge/placeholders/schema.ts';
import type { NounRules } from '../knowledge/placeholders/table.ts';
import { isHan, type Surroundings } from './surroundings.ts';

/** `near`: it stands directly after the mask. */
export type Noun = { words: string; class: NounClass; near: boolean };

/** The longest run of Han characters searched. */
const REACH = 12;
/** Masks of a list that are passed over. */
const MAX_LIST = 8;
const MAX_RUN = 12;

export function nounAfter(at: number, around: Surroundings): Noun | null {
  const { text, rules } = around;
  const start = skipList(at, around);
  let trade: Noun | null = null;
  for (let i = start; i < Math.min(text.length, start + REACH); ) {
    if (!isHan(text[i])) break;
    const word = wordAt(text, i, rules.nouns);
    if (word.class === 'stop') break;
    const isWhole = word.class !== null && !isSpoiled(text, i, word.length, rules.nouns);
    if (word.class !== null && isWhole) {
      const noun: Noun = {
        words: text.slice(start, i + word.length),
        class: word.class === 'trade' ? 'name' : word.class,
        near: i === start,
      };
      if (word.class !== 'trade') return noun;
      trade = noun;
    }
    i += isWhole || word.class === null ? Math.max(word.length, 1) : 1;
  }
  return trade;
}

type Word = { length: number; class: NounClass | 'trade' | 'stop' | null };

/** The longest word that is known at a place decides what stands there; of two as long, the noun. */
function wordAt(text: string, at: number, nouns: NounRules): Word {
  const words: Word[] = [
    { length: nouns.places.longestAt(text, at), class: 'place' },
    { length: nouns.names.longestAt(text, at), class: 'name' },
    { length: nouns.texts.longestAt(text, at), class: 'text' },
    { length: nouns.trades.longestAt(text, at), class: 'trade' },
    { length: nouns.longer.longestAt(text, at), class: null },
    { length: nouns.stops.longestAt(text, at), class: 'stop' },
  ];
  return words.reduce((best, word) => (word.length > best.length ? word : best), { length: 0, class: null });
}

/** 大会 in 大会议: another noun begins within it and ends after it. */
function isSpoiled(text: string, at: number, length: number, { texts, places, names }: NounRules): boolean {
  const end = at + length;
  for (let i = at + 1; i < end; i++) {
    if ([texts, places, names].some((nouns) => nouns.longestAt(text, i) > end - i)) return true;
  }
  return false;
}

/** The rest of a list of masks, and what closes around them: “**”、“**”等. */
function skipList(at: number, around: Surroundings): number {
  const { text, rules } = around;
  const { closers, openers, enumerators, others } = rules.nouns;
  let end = skipAll(text, at, closers);
  for (let n = 0; n < MAX_LIST; n++) {
    const mask = skipAll(text, end + enumerators.longestAt(text, end), openers);
    const next = skipRun(mask, around);
    if (mask === end || next === mask) break;
    end = skipAll(text, next, closers);
  }
  return end + others.longestAt(text, end);
}

function skipAll(text: string, at: number, chars: ReadonlySet<string>): number {
  let i = at;
  while (i - at < 2 && chars.has(text[i] ?? '')) i++;
  return i;
}

function skipRun(at: number, { text, isMaskChar }: Surroundings): number {
  let i = at;
  while (i - at < MAX_RUN && isMaskChar(text[i])) i++;
  return i;
}

const PHRASE_LENGTH = 3;

/** The first words of what follows a missing phrase: 推动**和谐稳定. */
export function wordsAfter(at: number, { text, rules }: Surroundings): string | null {
  const start = rules.particles.at(text, at) ? at + 1 : at;
  if (rules.nouns.stops.longestAt(text, start) > 0) return null;
  return /^\p{Script=Han}+/u.exec(text.slice(start, start + PHRASE_LENGTH))?.[0] ?? null;
}
