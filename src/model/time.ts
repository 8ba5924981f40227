/** The time of a figure: both ends inclusive, ISO 8601 dates cut to a year, a month or a day. */
export type Time = { from: string; to: string };

/** As one word, after the intervals of ISO 8601: 2025, 2025-01/2025-06. */
export const formatTime = ({ from, to }: Time): string => (from === to ? from : `${from}/${to}`);

/** Whether the calendar has a date: of 2025, 2025-02 and 2025-02-29 the last is none. */
export function isInCalendar(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const made = new Date(0);
  made.setUTCFullYear(year, month - 1, day);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}
