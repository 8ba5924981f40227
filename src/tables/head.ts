/** What a head says of the figures that it stands for. */

import type { RulePack } from '../knowledge/rule-pack.ts';
import type { HeadSays } from '../knowledge/tables/table.ts';
import { endOfTime } from './time.ts';
import { type HeadUnit, unitOf } from './unit.ts';

export type Head = {
  /** What is measured, without unit, time and what else is said; empty where the head names nothing. */
  words: string;
  unit: HeadUnit | null;
  period: string | null;
  /** What its words say; a head that says nothing has an empty one. */
  says: HeadSays;
};

export const NO_HEAD: Head = { words: '', unit: null, period: null, says: {} };

export function readHead(text: string, pack: RulePack): Head {
  const folded = text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '').trim();
  if (folded === '' || folded.length > pack.tables.longestHead) return NO_HEAD;
  const { words, unit } = withoutUnit(folded, pack);
  const whole = madeOfSayings(words, pack);
  if (whole) return { words: '', unit, ...whole };
  const { start, end, period } = withoutTime(words, pack);
  const rest = words.slice(start, end);
  const length = lastSaying(rest, pack);
  const says = pack.tables.heads.by.get(rest.slice(rest.length - length)) ?? {};
  // 财政收入增速 is the name of a change; 财政收入目标 is a target of what comes before.
  const named = says.status && !says.kind ? rest.slice(0, rest.length - length) : rest;
  return { words: trimmed(named, pack), unit, period, says };
}

/** Signs between a head and its unit, at either end. */
function trimmed(words: string, { tables }: RulePack): string {
  const start = tables.unitMarks.endOfRun(words, 0);
  return words.slice(start, tables.unitMarks.startOfRun(words, words.length, start)).trim();
}

/** 收入（万元）, 收入/万元, 万元, 增长%. */
function withoutUnit(words: string, pack: RulePack): { words: string; unit: HeadUnit | null } {
  const { brackets, closers, unitMarks, unitLabels } = pack.tables;
  const own = unitOf(words, pack);
  if (own && !pack.tables.heads.by.has(words)) return { words: '', unit: own };
  for (let i = words.length - 1; i >= 0; i--) {
    const close = brackets.get(words.charAt(i));
    const end = close === undefined ? words.length : words.indexOf(close, i);
    if (close === undefined ? !unitMarks.at(words, i) : end < 0) continue;
    const inside = words.slice(i + 1, end);
    const label = unitLabels.longestAt(inside, 0);
    const unit = unitOf(label > 0 ? inside.slice(label + 1) : inside, pack);
    if (unit) return { words: `${words.slice(0, i)}${words.slice(end + 1)}`.trim(), unit };
  }
  if (closers.at(words, words.length - 1)) return { words, unit: null };
  // Signs alone, not words: 增长% and no 从业人.
  const sign = /[^\p{L}\p{N}\s]$/u.exec(words)?.[0];
  const unit = sign === undefined ? null : unitOf(sign, pack);
  return unit ? { words: words.slice(0, -1).trim(), unit } : { words, unit: null };
}

const CHANGE: HeadSays = { kind: 'change' };

/** A head of nothing but times and words that say something: 2025年目标, 比上年±. */
function madeOfSayings(words: string, pack: RulePack): Pick<Head, 'period' | 'says'> | null {
  const { heads } = pack.tables;
  let period = '';
  let says: HeadSays = {};
  for (let i = 0; i < words.length; ) {
    // 比2020年: what a change is counted from is not its time.
    const compared = pack.time.comparedBefore.longestAt(words, i);
    const base = compared > 0 ? endOfTime(words, i + compared, pack) - i : 0;
    const length = Math.max(heads.words.longestAt(words, i), base > compared ? base : 0);
    const time = endOfTime(words, i, pack) - i;
    if (time > length) period += words.slice(i, i + time);
    else if (length > 0) says = { ...says, ...(heads.by.get(words.slice(i, i + length)) ?? CHANGE) };
    else if (words[i] !== ' ') return null;
    i += Math.max(1, time, length);
  }
  return { period: period === '' ? null : period, says };
}

/** 2024年财政收入, 财政收入2024年. */
function withoutTime(words: string, pack: RulePack): { start: number; end: number; period: string | null } {
  const start = endOfTime(words, 0, pack);
  if (start > 0) return { start, end: words.length, period: words.slice(0, start) };
  for (let i = Math.max(1, words.length - LONGEST_TIME); i < words.length; i++) {
    if (/\p{N}/u.test(words.charAt(i - 1)) || endOfTime(words, i, pack) !== words.length) continue;
    return { start: 0, end: i, period: words.slice(i) };
  }
  return { start: 0, end: words.length, period: null };
}

const LONGEST_TIME = 12;

/** The length of the word at the end of a head that says something. */
function lastSaying(words: string, { tables: { heads } }: RulePack): number {
  for (let length = heads.words.longestBefore(words, words.length); length > 0; ) {
    const says = heads.by.get(words.slice(words.length - length));
    if (says && Object.keys(says).length > 0) return length;
    length = heads.words.longestBefore(words, words.length, words.length - length + 1);
  }
  return 0;
}
