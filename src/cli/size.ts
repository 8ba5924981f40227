const UNITS: Readonly<Record<string, number>> = { '': 1, B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

export const SIZE_EXAMPLES = '50MB, 1GB, 4096';

/** `50MB` in bytes; undefined for what is no size. */
export function parseSize(value: string): number | undefined {
  const { digits, unit } = /^(?<digits>\d+(?:\.\d+)?) ?(?<unit>[A-Za-z]*)$/.exec(value)?.groups ?? {};
  const factor = UNITS[unit?.toUpperCase() ?? '?'];
  return factor === undefined ? undefined : Math.floor(Number(digits) * factor);
}
