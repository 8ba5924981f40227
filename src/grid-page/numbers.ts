/** Numbers as a page shows them, and where they lie between the least and the greatest. */

const SHOWN = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** 12,345.68 */
export const shownNumber = (number: number): string => SHOWN.format(number);

export type NumberExtent = { least: number; most: number };

export const extentOf = (numbers: readonly number[]): NumberExtent | null =>
  numbers.length === 0
    ? null
    : numbers.reduce(({ least, most }, each) => ({ least: Math.min(least, each), most: Math.max(most, each) }), {
        least: Number.POSITIVE_INFINITY,
        most: Number.NEGATIVE_INFINITY,
      });

/** From 0 to 1; the middle where all are the same. */
export const shareOf = (number: number, { least, most }: NumberExtent): number =>
  most > least ? (number - least) / (most - least) : 0.5;

/** Steps of the heat scale. */
export const HEAT_STEPS = 7;

export const heatStep = (number: number, extent: NumberExtent): number =>
  Math.min(HEAT_STEPS - 1, Math.floor(shareOf(number, extent) * HEAT_STEPS));

/** For coordinates: two digits are less than a pixel. */
export const rounded = (number: number): number => Math.round(number * 100) / 100;
