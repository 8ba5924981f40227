/** Dates that a container states. */

const DATE = /(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/;

/** The first date in the words as YYYY-MM-DD, or null: 2024-06-12T08:00+08:00, 2024年6月12日, 20240612. */
export function parseDate(words: string): string | null {
  const match = DATE.exec(words) ?? COMPACT.exec(words.trim());
  if (!match) return null;
  const date = [match[1]!, match[2]!.padStart(2, '0'), match[3]!.padStart(2, '0')].join('-');
  // The thirtieth of February is moved to March by Date, and shows so.
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null;
}
