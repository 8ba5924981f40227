/** What opens a name and is not of all that it names. */

import type { NamingContext } from './context.ts';

/** 新增上市公司62家，总数186家: the total is not of the new ones. */
export function withoutNew({ newPrefix }: NamingContext['classes'], name: string): string {
  const length = newPrefix.longestAt(name, 0);
  return length < name.length ? name.slice(length) : name;
}

export const isRate = ({ rate }: NamingContext['classes'], name: string): boolean =>
  rate.longestBefore(name, name.length) > 0;

/** 国家级改革试点3项、省级11项: what the other attribute takes the place of. */
export function withoutGrade(classes: NamingContext['classes'], name: string): string {
  const whole = withoutNew(classes, name);
  const length = classes.grade.longestAt(whole, 0);
  return whole.length - length >= 2 ? whole.slice(length) : whole;
}
