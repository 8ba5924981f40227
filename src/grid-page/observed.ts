/** What the page of a table is made of: bounded parts of it, gathered in two goings through its rows. */
import { figureOf, writtenUnit } from '../observe/figures.ts';
import type { Row } from '../observe/fold.ts';
import type { ReadUnit, ShownUnit } from '../observe/units.ts';
import { MOST } from './limits.ts';

/** One indicator, in one of its ways: what was achieved of a level, what was promised of a change. */
export type Series = Pick<Row, 'concept' | 'matter' | 'kind' | 'basis' | 'status'> & {
  /** In which most of its figures are written; '' for bare numbers. */
  unit: string;
  /** The first of them, in the order of the rows. */
  points: SeriesPoint[];
  years: Map<number, SeriesYear>;
};

/** How many points a year has, and the greatest of them. */
export type SeriesYear = { count: number; greatest: SeriesPoint[] };

export type SeriesPoint = {
  region: string;
  /** Which of the rows it is. */
  index: number;
  year: number;
  number: number;
  text: string;
  isConflict: boolean;
};

const seriesKey = ({ concept, matter, kind, basis, status }: Row): string =>
  JSON.stringify([concept, matter, kind, basis, status]);

/** A figure of a chart is of one year of the place itself. */
const isCharted = ({ year, region, otherPlace, isGoal }: Row): boolean =>
  year !== null && region !== null && otherPlace === null && !isGoal;

/** By indicator in the order of the rows. Numbers of a series are in one unit; those that cannot be are left out. */
export function seriesOf(rows: Iterable<Row>, readUnit: ReadUnit): Series[] {
  const units = unitsOfSeries(rows, readUnit);
  const series = new Map<string, Series>();
  let index = -1;
  for (const row of rows) {
    index++;
    if (!isCharted(row)) continue;
    const key = seriesKey(row);
    const usual = units.get(key) ?? null;
    const { number, after } = figureOf(row, '', usual, readUnit);
    const unit = row.shown?.unit ?? usual?.words ?? after;
    const { concept, matter, kind, basis, status } = row;
    const one = series.get(key) ?? { concept, matter, kind, basis, status, unit, points: [], years: new Map() };
    series.set(key, one);
    if (number === null || after !== one.unit) continue;
    const { region, year, text, isConflict } = row;
    addPoint(one, { region: region ?? '', year: year ?? 0, index, number, text, isConflict });
  }
  return [...series.values()].filter(({ points }) => points.length > 0);
}

function addPoint({ points, years }: Series, point: SeriesPoint): void {
  if (points.length < MOST.points) points.push(point);
  const year = years.get(point.year) ?? { count: 0, greatest: [] };
  years.set(point.year, year);
  year.count++;
  year.greatest.push(point);
  // Sorted now and then, so that each point costs the same.
  if (year.greatest.length >= 4 * MOST.marks) year.greatest = greatestOf(year);
}

/** As many as a chart has marks, the greatest first. */
export const greatestOf = ({ greatest }: SeriesYear): SeriesPoint[] =>
  [...greatest].sort((a, b) => b.number - a.number).slice(0, MOST.marks);

/** The year of which most is told, of two the later. */
export function usualYear({ years }: Series): number {
  const [best] = [...years].sort(([a, one], [b, other]) => other.count - one.count || b - a);
  return best?.[0] ?? 0;
}

function unitsOfSeries(rows: Iterable<Row>, readUnit: ReadUnit): Map<string, ShownUnit | null> {
  const counts = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const unit = isCharted(row) ? writtenUnit(row.text) : null;
    if (unit === null) continue;
    const key = seriesKey(row);
    const known = counts.get(key) ?? new Map<string, number>();
    counts.set(key, known.set(unit, (known.get(unit) ?? 0) + 1));
  }
  const usual = new Map<string, ShownUnit | null>();
  for (const [key, units] of counts) {
    const byUse = [...units].sort(([, a], [, b]) => b - a).map(([words]) => readUnit(words));
    usual.set(key, byUse.find((unit) => unit !== null) ?? null);
  }
  return usual;
}
