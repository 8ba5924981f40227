import { own } from '../text/own.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

export const SIZE_EXAMPLES = '50MB, 1GB, 4096';

/** `50MB` in bytes; undefined for what is no size. */
export function parseSize(value: string): number | undefined {
  const { digits, unit } = /^(?<digits>\d+(?:\.\d+)?) ?(?<unit>[A-Za-z]*)$/.exec(value)?.groups ?? {};
  const factor = own(UNITS, unit?.toUpperCase() ?? '?');
  return factor === undefined ? undefined : Math.floor(Number(digits) * factor);
}

export const COUNT_EXAMPLES = '1, 2, 8';

/** A whole number from 1. */
export const parsePositive = (value: string): number | undefined =>
  /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;

const SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600 };

export const SECONDS_EXAMPLES = '30, 90s, 10m, 1h';

/** `10m` in seconds. No clock of ours counts more than 24 days. */
export function parseSeconds(value: string): number | undefined {
  const { digits, unit } = /^(?<digits>\d{1,6}(?:\.\d{1,3})?)(?<unit>[smh]?)$/.exec(value)?.groups ?? {};
  const seconds = Number(digits) * (own(SECONDS, unit ?? '') ?? 1);
  return seconds > 0 && seconds <= 2_000_000 ? seconds : undefined;
}
