/** Small multiples: for each indicator a chart of regions or of years, and where something was promised, promise beside result. */
import { shorten } from '../emit/fit.ts';
import { GRID_PAGE_WORDS } from '../messages/grid-page.ts';
import type { Language } from '../messages/language.ts';
import type { Definitions } from '../observe/axes.ts';
import { barChart } from './bars.ts';
import { dotPlot } from './dots.ts';
import { MOST } from './limits.ts';
import { lineChart, MOST_LINES } from './lines.ts';
import { html, type Markup } from './markup.ts';
import { shownNumber } from './numbers.ts';
import { greatestOf, type Series, type SeriesPoint, usualYear } from './observed.ts';
import { matterTitle, wayTitle } from './titles.ts';

/** An indicator with what is drawn of it. */
export type ConceptCard = {
  /** That of the concept where it is one. */
  id: string;
  title: string;
  main: Series;
  /** Of one way and unit: what came of it and what was promised. */
  pair: { result: Series; promise: Series } | null;
};

/** In the order of the rules, what was asked for by its name behind. */
export function conceptCards(series: readonly Series[], definitions: Definitions, language: Language): ConceptCard[] {
  const concepts = new Map<string, Series[]>();
  for (const one of series) {
    const key = JSON.stringify([one.concept, one.matter]);
    concepts.set(key, [...(concepts.get(key) ?? []), one]);
  }
  const order = new Map([...definitions.keys()].map((id, i) => [id, i]));
  const placeOf = ([, [first]]: [string, Series[]]) => order.get(first?.concept ?? '') ?? order.size;
  const inOrder = [...concepts].sort((a, b) => placeOf(a) - placeOf(b));
  return inOrder.flatMap(([, group], i) => {
    const drawn = group.filter(({ kind }) => kind !== 'rank');
    const [first] = group;
    const main = mainOf(drawn);
    if (!first || !main) return [];
    // What was added to an indicator, and what goes by a name that was asked for, has a number.
    const id = first.matter === null && definitions.has(first.concept) ? first.concept : `${i}`;
    return [{ id, title: matterTitle(first, definitions, language), main, pair: pairOf(drawn) }];
  });
}

const most = (series: readonly Series[]): Series | undefined =>
  series.reduce<Series | undefined>(
    (best, each) => (best && best.points.length >= each.points.length ? best : each),
    undefined,
  );

/** What was achieved comes first, and amounts before changes, unless they are told of hardly anybody. */
function mainOf(series: readonly Series[]): Series | undefined {
  const achieved = series.filter(({ status }) => status === 'achieved');
  const amount = most(achieved.filter(({ kind }) => kind !== 'change'));
  const change = most(achieved.filter(({ kind }) => kind === 'change'));
  if (amount && change && amount.points.length * 3 < change.points.length) return change;
  return amount ?? change ?? most(series);
}

function pairOf(series: readonly Series[]): ConceptCard['pair'] {
  const pairs = series
    .filter(({ status }) => status === 'target')
    .flatMap((promise) => {
      const result = series.find(
        ({ status, kind, basis, unit }) =>
          status === 'achieved' && kind === promise.kind && basis === promise.basis && unit === promise.unit,
      );
      return result ? [{ result, promise, size: Math.min(result.points.length, promise.points.length) }] : [];
    });
  const best = pairs.reduce<(typeof pairs)[number] | null>(
    (one, each) => (one && one.size >= each.size ? one : each),
    null,
  );
  return best && { result: best.result, promise: best.promise };
}

export type ChartStyle = { language: Language; evidenceOf: (index: number) => string | null };

export function cardPart({ id, title, main, pair }: ConceptCard, style: ChartStyle): Markup {
  const words = GRID_PAGE_WORDS[style.language];
  const way = wayTitle(main, style.language);
  const plot = pair && pairPlot(pair, title, style);
  return html`<article class="card" id="concept-${id}">
<h3>${title} <span class="muted small">${[way, main.unit].filter((part) => part !== '').join(' · ')}</span></h3>
${mainChart(main, title, style)}${
  plot === null
    ? null
    : html`<p class="caption">${words.chart.pair(plot.resultYear, plot.promiseYear)} <span class="muted">${[wayTitle({ ...plot.way, status: 'achieved' }, style.language), plot.way.unit].filter((part) => part !== '').join(' · ')}</span></p>
${plot.chart}`
}</article>
`;
}

function mainChart(series: Series, title: string, style: ChartStyle): Markup {
  const { chart: words } = GRID_PAGE_WORDS[style.language];
  const regions = byRegion(series.points);
  const hasYears = [...regions.values()].some((points) => new Set(points.map(({ year }) => year)).size > 1);
  if (hasYears && regions.size <= MOST_LINES) {
    const lines = [...regions].map(([label, points]) => ({
      label: shortened(label),
      points: [...points].sort((a, b) => a.year - b.year),
    }));
    return html`<p class="caption">${words.byYear}</p>
${lineChart(lines, { title: `${title}, ${words.byYear}`, ...style })}`;
  }
  const year = usualYear(series);
  const { count } = series.years.get(year) ?? { count: 0 };
  const bars = barsOf(series);
  const isAmount = series.kind === 'level' && !/%|百分点/.test(series.unit);
  const chart = barChart(
    bars.map((bar) => ({ ...bar, label: shortened(bar.region) })),
    { title: `${title}, ${words.ofYear(year)}`, isAmount, evidenceOf: style.evidenceOf },
  );
  return html`<p class="caption">${words.ofYear(year)}${count > bars.length && html` <span class="muted">${words.more(bars.length, count)}</span>`}</p>
${chart}`;
}

/** Columns of a terminal: seven Chinese characters. */
const LABEL_WIDTH = 14;

export const shortened = (label: string): string => shorten(label, LABEL_WIDTH);

function byRegion(points: readonly SeriesPoint[]): Map<string, SeriesPoint[]> {
  const regions = new Map<string, SeriesPoint[]>();
  for (const point of points) {
    const known = regions.get(point.region);
    if (known) known.push(point);
    else regions.set(point.region, [point]);
  }
  return regions;
}

type PairPlot = { chart: Markup; resultYear: number; promiseYear: number; way: Series };

function pairPlot(
  { result, promise }: NonNullable<ConceptCard['pair']>,
  title: string,
  style: ChartStyle,
): PairPlot | null {
  const { chart: words } = GRID_PAGE_WORDS[style.language];
  const [resultYear, promiseYear] = [usualYear(result), usualYear(promise)];
  const came = new Map(result.points.filter(({ year }) => year === resultYear).map((point) => [point.region, point]));
  const promised = promise.points.filter(({ year }) => year === promiseYear).slice(0, MOST.marks);
  const rows = promised.map((target) => {
    const one = came.get(target.region) ?? null;
    const told = [
      target.region,
      one && `${words.result(resultYear)} ${one.text} (${shownNumber(one.number)})`,
      `${words.promise(promiseYear)} ${target.text} (${shownNumber(target.number)})`,
    ];
    return {
      label: shortened(target.region),
      title: told.filter((part) => part !== null).join(' · '),
      promised: target.number,
      result: one?.number ?? null,
      tone: '',
      evidence: style.evidenceOf(target.index),
    };
  });
  // An amount that there is and one that is to be added are not of one kind, though they go by one name.
  const isAlike = promise.kind === 'change' || resultYear === promiseYear;
  if (!isAlike || !rows.some(({ result }) => result !== null)) return null;
  const chart = dotPlot(rows, `${title}, ${words.pair(resultYear, promiseYear)}`);
  return chart && { chart, resultYear, promiseYear, way: promise };
}

/** Points that a card may draw, whose sentences the page should have. */
export const pointsOf = ({ main, pair }: ConceptCard): SeriesPoint[] => [
  ...barsOf(main),
  ...(byRegion(main.points).size <= MOST_LINES ? main.points : []),
  ...(pair ? pair.promise.points.slice(0, MOST.marks) : []),
];

function barsOf(series: Series): SeriesPoint[] {
  const year = series.years.get(usualYear(series));
  return year ? greatestOf(year) : [];
}
