/** Provinces, prefectures and counties of China, with their codes and the ways in which their names are written. */
import { loadDivisionLines } from '../built/places.ts';
import { once } from '../text/once.ts';

type RegionLevel = 'province' | 'prefecture' | 'county';

export type Division = {
  /** As GB/T 2260 has it: two digits for the province, two for the prefecture, two for the county. */
  code: string;
  name: string;
  level: RegionLevel;
};

/** A way of writing the name of a place, the fullest first: 延边朝鲜族自治州, 延边州, 延边. */
export type Form = { division: Division; rank: number };

export type Divisions = {
  byCode: ReadonlyMap<string, Division>;
  byForm: ReadonlyMap<string, readonly Form[]>;
  longestForm: number;
};

/** Read when it is first asked for. */
export const divisions: () => Divisions = once(() => divisionsOf(loadDivisionLines()));

/** The place that one lies in: null for a province. */
export function parentOf({ code, level }: Division): Division | null {
  if (level === 'province') return null;
  const { byCode } = divisions();
  const prefecture = level === 'county' ? byCode.get(`${code.slice(0, 4)}00`) : undefined;
  return prefecture ?? byCode.get(`${code.slice(0, 2)}0000`) ?? null;
}

/** Names of one character mean other things too: 易县 is never 易. */
const SHORTEST = 2;

function divisionsOf(lines: readonly string[]): Divisions {
  const byCode = new Map<string, Division>();
  const byForm = new Map<string, Form[]>();
  for (const line of lines) {
    const [code = '', ...parts] = line.split(' ');
    const division = { code, name: parts.join(''), level: levelOf(code) };
    byCode.set(code, division);
    for (const [rank, form] of formsOf(parts).entries()) {
      if (form.length < SHORTEST) continue;
      const namesakes = byForm.get(form);
      if (namesakes) namesakes.push({ division, rank });
      else byForm.set(form, [{ division, rank }]);
    }
  }
  return { byCode, byForm, longestForm: Math.max(...[...byForm.keys()].map((form) => form.length)) };
}

const levelOf = (code: string): RegionLevel =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county';

/** By rank. What stands between the first part and the last is left out in short. */
const formsOf = (parts: readonly string[]): string[] => {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  return parts.length === 1 ? [first] : [parts.join(''), first + last, first];
};
