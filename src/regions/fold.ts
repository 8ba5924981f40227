/** The official name and code of a place, from its name as a report writes it. */
import { type Division, divisions, type Form } from './divisions.ts';

/** A place that is not in the list, or that may be several, has the name as written, and neither code nor level. */
export type OfficialRegion = { name: string; code: string | null; level: Division['level'] | null };

/** 四川 → 四川省; 山东省青岛市 → 青岛市; null where nothing is written. */
export function foldRegion(words: string | null): OfficialRegion | null {
  const written = words?.trim() ?? '';
  if (written === '') return null;
  const found = decided(readings(written, 0, null));
  return found ? { ...found } : { name: written, code: null, level: null };
}

/** All ways to read the words from here to their end as places, each within the one before it: the last of them counts. */
function readings(words: string, start: number, within: Division | null): Form[] {
  const { byForm, longestForm } = divisions();
  const last = Math.min(words.length, start + longestForm);
  const found: Form[] = [];
  for (let end = start + 1; end <= last; end++) {
    for (const form of byForm.get(words.slice(start, end)) ?? []) {
      if (within && !liesIn(form.division, within)) continue;
      if (end === words.length) found.push(form);
      else found.push(...readings(words, end, form.division));
    }
  }
  return found;
}

/** Codes of what lies in a place begin as its own does, up to the digits of its level. */
const liesIn = ({ code }: Division, within: Division): boolean =>
  code !== within.code && code.startsWith(within.code.replace(/(?:00)+$/, ''));

/** The fullest name, and of short ones that of the highest level: 吉林 is the province. Two places that are left are none. */
function decided(forms: readonly Form[]): Division | null {
  const rank = Math.min(...forms.map((form) => form.rank));
  const fullest = forms.filter((form) => form.rank === rank).map(({ division }) => division);
  const highest = rank === 0 ? fullest : ofHighestLevel(fullest);
  const codes = new Set(highest.map(({ code }) => code));
  return codes.size === 1 ? highest[0]! : null;
}

const LEVELS: readonly Division['level'][] = ['province', 'prefecture', 'county'];

const ofHighestLevel = (found: readonly Division[]): Division[] => {
  const level = LEVELS.find((each) => found.some((division) => division.level === each));
  return found.filter((division) => division.level === level);
};
