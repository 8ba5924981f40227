/** What is compared with before a comma, for all changes behind it in the sentence: 与2020年相比，…; 与全省平均水平相比，… */
import { origin } from '../../model/origin.ts';
import { sliceOf } from '../../model/span.ts';
import type { Time } from '../../model/time.ts';
import { type BasisContext, type BasisDecision, compared, comparedWithTime, decided, type Stated } from './stated.ts';

/** `end`: where it ends; `limit`: behind it it holds no more. */
type BasisLead = { end: number; limit: number; basisAt(time: Time | null): BasisDecision | null };

/** How far before its last word a lead may begin. */
const LEAD_REACH = 40;

/** Answers for a change that begins at a place and says nothing itself; of several leads the nearest decides. */
export function leadsOf(context: BasisContext): (at: number, time: Time | null) => BasisDecision | null {
  const leads = [...timeLeads(context), ...placeLeads(context)].sort((a, b) => b.end - a.end);
  return (at, time) => {
    for (const { end, limit, basisAt } of leads) {
      const told = end <= at && at <= limit ? basisAt(time) : null;
      if (told) return told;
    }
    return null;
  };
}

/** 与2020年相比，… */
function timeLeads(context: BasisContext): BasisLead[] {
  const { text, span, pack, mentions } = context;
  return mentions.flatMap((mention) => {
    const { end } = mention.time;
    const after = pack.time.comparedAfter.longestAt(text, end);
    const leads = mention.isCompared && after > 0 && pack.punctuation.commas.at(text, end + after);
    const basisAt = (time: Time | null) =>
      comparedWithTime(context, mention, time, stater(sliceOf(text, mention.time)));
    return leads ? [{ end, limit: span.end, basisAt }] : [];
  });
}

/** 与全省平均水平相比，…: of a place or a target; what else is compared with tells in its own clause. */
function placeLeads(context: BasisContext): BasisLead[] {
  const { text, span, pack } = context;
  const { leads, compares } = pack.basis;
  const found: BasisLead[] = [];
  for (let at = leads.firstIn(text, span.start, span.end); at >= 0; ) {
    const end = at + leads.longestAt(text, at, span.end);
    const start = pack.punctuation.commas.at(text, end) ? compares.firstIn(text, clauseStart(context, at), at) : -1;
    const cue = { start, end: start + compares.longestAt(text, Math.max(0, start), at) };
    const basisAt = (time: Time | null) => {
      const told = compared(context, cue, end, time, stater(text.slice(start, end)));
      return told?.basis === 'place' || told?.basis === 'target' ? told : null;
    };
    const limit = pack.punctuation.statementEnds.until(text, end, span.end);
    if (start >= 0) found.push({ end, limit, basisAt });
    at = leads.firstIn(text, end, span.end);
  }
  return found;
}

function clauseStart({ text, span, pack }: BasisContext, at: number): number {
  const first = Math.max(span.start, at - LEAD_REACH);
  let start = at;
  while (start > first && !pack.punctuation.delimiters.at(text, start - 1)) start--;
  return start;
}

const stater =
  (cue: string): Stated =>
  (basis, base = null) =>
    decided(basis, base, origin('COMPARED', { cue }));
