/** Which year a report reports on, and which it plans. */
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Block } from '../../model/document.ts';
import type { ReportKind } from '../../model/vocabulary.ts';
import { decide, type Weighed } from './clues.ts';
import { type Day, daysOf } from './days.ts';
import { type Ends, isSentence } from './line.ts';
import { type Claim, claimsOfDay, claimsOfName, claimsOfOpening, namesSeveral, SUBJECT } from './year-claims.ts';
import { claimsOfText, type Standpoint, wordsOfNextYear } from './year-text.ts';

export type Years = { year: Weighed<number> | null; planYear: Weighed<number> | null };

/** `names`: the title, and the line under it that is not about the occasion. */
type YearSources = {
  text: string;
  blocks: readonly Block[];
  names: readonly string[];
  ends: Ends;
  kind: ReportKind;
  published: string | null;
};

/** All that speaks for a year is weighed; the year planned comes after the year reported on. */
export function findYears(sources: YearSources, pack: RulePack): Years {
  const { least } = pack.metadata.weights;
  const { names, kind, ends, published } = sources;
  if (names.some((name) => namesSeveral(name, pack))) return { year: null, planYear: null };
  // The day of an article says nothing of the year that it tells of.
  const days = kind === 'news' ? [] : [...daysOf(ends, published, pack)];
  const isPeriodic = isOfPeriod(names, ends, pack);
  const claims = claimsOf(sources, days, isPeriodic, pack);
  const ofTitle = claims.filter(({ place }) => place === 'title');
  // 2025年工作要点 plans; no year is reported on, but for that of its account.
  const isPlan = ofTitle.length > 0 && ofTitle.every(({ of }) => of === 'planYear');
  const reported = claims.filter(({ of }) => of === 'year');
  const toldOf = isPlan ? reported.filter((claim) => isAccount(claim, ofTitle)) : reported;
  const year = decide([...toldOf, ...(isPlan ? [] : yearsBeforePlans(claims, kind, pack))], least.year);
  const planned = claims.filter(({ of, value, place }) => of === 'planYear' && isLater(value, place === 'title', year));
  const isLateAll = days.every((day) => isLate(day, year));
  const standpoint = {
    isLate: days.length > 0 && isLateAll,
    isAfter: year !== null && days.some((day) => day.year > year.value),
    isOfWhole: !isPeriodic && SUMMARIES.has(kind) && isTitled(ofTitle, year) && isLateAll,
  };
  return { year, planYear: decide([...planned, ...nextYear(year, sources, standpoint, pack)], least.planYear) };
}

/** 一、2024年决算, in a budget for 2025. */
const isAccount = ({ place, value }: Claim, ofTitle: readonly Claim[]): boolean =>
  place === 'heading' && ofTitle.some((planned) => planned.value === value + 1);

/** Kinds that sum up a year. */
const SUMMARIES: ReadonlySet<ReportKind> = new Set(['reform-summary', 'work-report', 'speech']);
/** From this month on a year is summed up. */
const LATE_MONTH = 11;

const isTitled = (ofTitle: readonly Claim[], year: Weighed<number> | null): boolean =>
  ofTitle.some(({ of, value }) => of === 'year' && value === year?.value);

const isLate = (day: Day, year: Weighed<number> | null): boolean =>
  year !== null && (day.year > year.value || (day.month ?? 0) >= LATE_MONTH);

/** A work report that plans a year reports on the one before. */
const yearsBeforePlans = (claims: readonly Claim[], kind: ReportKind, { metadata }: RulePack): Claim[] =>
  claims
    .filter(({ of, place }) => kind === 'work-report' && of === 'planYear' && place === 'heading')
    .map((claim) => ({ ...claim, of: 'year', value: claim.value - 1, weight: metadata.weights.year.planned }));

/** 明年工作打算, in the title or a heading. */
function nextYear(
  year: Weighed<number> | null,
  { text, blocks, names }: YearSources,
  standpoint: Standpoint,
  pack: RulePack,
): Claim[] {
  const words = year === null ? undefined : wordsOfNextYear(text, blocks, names, standpoint, pack);
  const weight = pack.metadata.weights.planYear.heading;
  return year && words ? [{ of: 'planYear', value: year.value + 1, weight, place: 'heading', words }] : [];
}

const isLater = (planned: number, isNamed: boolean, year: Weighed<number> | null): boolean =>
  year === null || (isNamed ? planned > year.value : planned === year.value + 1);

/** What the places of a report say. A year that had not begun when the report was given is planned. */
function claimsOf(
  { text, blocks, names, ends, kind }: YearSources,
  days: readonly Day[],
  isPeriodic: boolean,
  pack: RulePack,
): Claim[] {
  const weights = pack.metadata.weights.planYear;
  const last = Math.max(...days.map(({ year }) => year));
  const claims = [
    ...names.flatMap((name) => [...claimsOfName(name, kind, days, pack)]),
    ...days.flatMap((day) => [...claimsOfDay(day, kind !== 'other', isPeriodic, pack)]),
    ...claimsOfOpening(names, ends, pack),
    ...claimsOfText(text, blocks, pack),
  ];
  return claims.map((claim) =>
    claim.of === 'year' && days.length > 0 && claim.value > last
      ? { ...claim, of: 'planYear', weight: claim.place === 'heading' ? weights.heading : weights.sentence }
      : claim,
  );
}

/** 上半年, 1—8月: a part of a year is reported on while that year lasts. */
function isOfPeriod(names: readonly string[], { head }: Ends, { metadata: { years }, punctuation }: RulePack): boolean {
  if (names.length > 0) return names.some((name) => years.parts.isIn(name));
  const opening = head.find((line) => isSentence(line.text, punctuation))?.text ?? '';
  return years.parts.isIn(opening, 0, SUBJECT);
}
