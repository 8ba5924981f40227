import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/engine/load-pack.ts';
import { ADDED, type Observation } from '../../src/model/observation.ts';
import type { Axis, Definitions } from '../../src/observe/axes.ts';
import { foldGroup, keyOf, type Row } from '../../src/observe/fold.ts';
import { measured } from '../../src/observe/measure.ts';
import { named } from '../../src/observe/named.ts';
import { TRACK_ORDER, trackTargets } from '../../src/observe/track.ts';
import { type Arrangement, seeColumn, USUAL, type WideColumns, wideGrid } from '../../src/observe/wide.ts';

const DEFINITIONS: Definitions = new Map([
  [
    'gdp',
    {
      id: 'gdp',
      label: { zh: '地区生产总值', en: 'GDP' },
      dimensions: ['money' as const],
      countsFalls: false,
      lowerIsBetter: false,
      unitsTell: false,
      isStock: false,
    },
  ],
  [
    'energy-intensity',
    {
      id: 'energy-intensity',
      label: { zh: '能耗强度', en: 'Energy intensity' },
      dimensions: ['percent' as const],
      countsFalls: true,
      lowerIsBetter: true,
      unitsTell: false,
      isStock: false,
    },
  ],
]);

const YEAR = { from: '2025', to: '2025' };

const GDP: Observation = {
  region: '青禾县',
  regionCode: null,
  year: 2025,
  time: YEAR,
  concept: 'gdp',
  name: '地区生产总值',
  matter: null,
  before: '',
  otherPlace: null,
  kind: 'level',
  isGoal: false,
  basis: null,
  base: null,
  scope: null,
  status: 'achieved',
  role: null,
  direction: null,
  number: 53_050e6,
  min: null,
  max: null,
  bound: 'eq',
  unit: '元',
  dimension: 'money',
  canonicalNumber: 53_050e6,
  canonicalUnit: '元',
  text: '530.5亿元',
  sentence: '',
  report: 'a.txt',
  line: 1,
  column: 1,
  start: 10,
  end: 17,
};

let place = 0;

/** Each at a place of its own. */
const gdp = (number: number, text: string, more: Partial<Observation> = {}): Observation => ({
  ...GDP,
  start: place++,
  number,
  canonicalNumber: number,
  text,
  ...more,
});

const growth = (number: number, more: Partial<Observation> = {}): Observation => ({
  ...gdp(number, `${number}%`),
  kind: 'change',
  basis: 'yoy',
  direction: 'up',
  unit: '%',
  dimension: 'percent',
  canonicalUnit: '%',
  ...more,
});

/** As the store of a run hands them over: statements of one key together, in the order of the keys. */
function rowsOf(observations: readonly Observation[], first: readonly Axis[] = USUAL.rows): Row[] {
  const groups = new Map<string, Observation[]>();
  for (const each of observations) {
    const key = keyOf(each, first, DEFINITIONS);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => foldGroup(group));
}

/** Rows with the statements that are not them, and why. */
const folded = (...observations: Observation[]): string[] =>
  rowsOf(observations).map(({ text, alternatives, isConflict }) =>
    [
      text,
      ...alternatives.map(({ observation, rule }) => `${observation.text} ${rule}`),
      ...(isConflict ? ['!'] : []),
    ].join('; '),
  );

describe('one row an observation', () => {
  test.each([
    ['said twice', [gdp(530.5e8, '530.5亿元'), gdp(530.5e8, '530.5亿元')], ['530.5亿元; 530.5亿元 SAME']],
    ['rounded', [gdp(531e8, '531亿元'), gdp(530.5e8, '530.5亿元')], ['530.5亿元; 531亿元 ROUNDED']],
    [
      'a step that was crossed',
      [gdp(500e8, '500亿元', { bound: 'gte' }), gdp(530.5e8, '530.5亿元')],
      ['530.5亿元; 500亿元 STEP'],
    ],
    ['a step alone', [gdp(500e8, '500亿元', { bound: 'gte' })], ['500亿元']],
    [
      'a part of the year',
      [gdp(260e8, '260亿元', { time: { from: '2025-01', to: '2025-06' } }), gdp(530.5e8, '530.5亿元')],
      ['530.5亿元; 260亿元 PART_OF_YEAR'],
    ],
    [
      'parts of a year are no disagreement, and the longer stays',
      [
        growth(5, { time: { from: '2025-01', to: '2025-06' } }),
        growth(6, { time: { from: '2025-01', to: '2025-09' } }),
        growth(7, { time: { from: '2025-09', to: '2025-09' } }),
      ],
      ['6%; 5% PART_OF_YEAR; 7% PART_OF_YEAR'],
    ],
    [
      'a part of a year of which reports disagree',
      [
        growth(5, { time: { from: '2025-01', to: '2025-06' } }),
        growth(6, { time: { from: '2025-01', to: '2025-06' } }),
      ],
      ['5%; 6% DIFFERS; !'],
    ],
    ['a disagreement is not settled', [gdp(530e8, '530亿元'), gdp(560e8, '560亿元')], ['530亿元; 560亿元 DIFFERS; !']],
    ['another year', [gdp(530e8, '530亿元'), gdp(510e8, '510亿元', { year: 2024 })], ['510亿元', '530亿元']],
    [
      'several years are an observation of their own',
      [gdp(530e8, '530亿元'), gdp(2400e8, '2400亿元', { year: null, time: { from: '2021', to: '2025' } })],
      ['2400亿元', '530亿元'],
    ],
    ['read twice', [GDP, GDP], ['530.5亿元']],
    ['a target', [gdp(530e8, '530亿元'), gdp(520e8, '520亿元', { status: 'target' })], ['530亿元', '520亿元']],
  ])('%s', (_, observations, rows) => {
    expect(folded(...observations)).toEqual(rows);
  });
});

describe('whose it is', async () => {
  const { concepts } = await loadPack();
  test.each([
    ['青禾县', '居', null],
    ['青禾县', '全县', null],
    ['青禾县', '青禾县', null],
    ['青禾县', '全省', '全省'],
    ['青禾县', '预计全市', '全市'],
    ['鹭汀区', '全区', null],
    ['云岭自治区', '全区', null],
    ['鹭汀区', '全市', '全市'],
    [null, '全省', null],
  ])('in a report of %s, behind %s', (region, before, otherPlace) => {
    expect(named([gdp(1, '1元', { region, before })], [], concepts)[0]).toMatchObject({ otherPlace, matter: null });
  });

  test('what was added to a stock, beside what there is of it', () => {
    const told = ['新增境内上市公司', '境内上市公司'].map((name) =>
      gdp(5, '5家', { name, concept: 'listed-companies' }),
    );
    const change = growth(5, { name: '新增上市公司', concept: 'listed-companies' });
    expect(named([...told, change], [], concepts).map(({ matter }) => matter)).toEqual([ADDED, null, null]);
    expect(named([gdp(5, '5人', { name: '城镇新增就业', concept: 'urban-new-jobs' })], [], concepts)[0]?.matter).toBe(
      null,
    );
  });

  test('a name that was asked for, without words for the place', () => {
    const told = ['全县政务服务满意度', '政务服务满意度', '全省政务服务满意度', '基层政务服务满意度'].map((name) =>
      gdp(96, '96%', { name, concept: '政务服务' }),
    );
    expect(named(told, ['政务服务'], concepts).map(({ matter, otherPlace }) => [matter, otherPlace])).toEqual([
      ['政务服务满意度', null],
      ['政务服务满意度', null],
      ['政务服务满意度', '全省'],
      ['基层政务服务满意度', null],
    ]);
  });
});

describe('what is measured', () => {
  const numbers = (...observations: Observation[]) => measured(observations, DEFINITIONS).map(({ number }) => number);

  test('a rate of completion is none', () => {
    expect(numbers({ ...GDP, dimension: 'percent', number: 102.3 })).toEqual([]);
  });
  test('nor is what is masked', () => {
    expect(numbers({ ...GDP, number: null })).toEqual([]);
  });
  test('nor two values under one name', () => {
    expect(numbers(growth(5, { start: 10, end: 12 }), growth(6, { start: 13, end: 15 }))).toEqual([]);
  });
  test('a fall is negative', () => {
    expect(numbers(growth(2, { direction: 'down' }))).toEqual([-2]);
  });
  test('unless falls are counted', () => {
    expect(numbers(growth(2, { direction: 'down', concept: 'energy-intensity' }))).toEqual([2]);
  });
});

describe('wide', () => {
  const wide = (observations: readonly Observation[], arrangement: Arrangement = USUAL) => {
    const seen: WideColumns = new Map();
    for (const each of observations) seeColumn(each, seen, arrangement, DEFINITIONS);
    const tally = { shared: 0 };
    const { columns, rows } = wideGrid({
      rows: rowsOf(observations, arrangement.rows),
      seen,
      arrangement,
      definitions: DEFINITIONS,
      tally,
    });
    return { columns: columns.map(({ key, zh }) => `${key} ${zh}`), rows: [...rows], shared: tally.shared };
  };

  test('a region and a year a row', () => {
    const { columns, rows } = wide([gdp(530.5e8, '530.5亿元'), growth(5.2), growth(-2, { text: '2%', year: 2024 })]);
    expect(columns).toEqual(['region 地区', 'year 年份', 'gdp 地区生产总值', 'gdp:change 地区生产总值:变化']);
    expect(rows).toEqual([
      ['青禾县', 2024, null, '-2%'],
      ['青禾县', 2025, '530.5亿元', '5.2%'],
    ]);
  });

  test('two places of one name are two rows', () => {
    const one = gdp(530.5e8, '530.5亿元', { region: '鼓楼区', regionCode: '320106' });
    const { rows } = wide([one, { ...one, regionCode: '320302', text: '98亿元' }]);
    expect(rows).toEqual([
      ['鼓楼区', 2025, '530.5亿元'],
      ['鼓楼区', 2025, '98亿元'],
    ]);
  });

  test('places that no report names are no one place', () => {
    const one = gdp(530.5e8, '530.5亿元', { region: null });
    const { rows } = wide([one, { ...one, report: 'b.txt', text: '98亿元', number: 98e8 }]);
    expect(rows).toEqual([
      [null, 2025, '530.5亿元'],
      [null, 2025, '98亿元'],
    ]);
  });

  test('arranged otherwise', () => {
    const { columns, rows } = wide([gdp(530.5e8, '530.5亿元'), gdp(510e8, '510亿元', { year: 2024 })], {
      rows: ['concept'],
      columns: ['region', 'year'],
    });
    expect(columns).toEqual(['concept 标准指标', '青禾县:2024 青禾县:2024', '青禾县:2025 青禾县:2025']);
    expect(rows).toEqual([['gdp', '510亿元', '530.5亿元']]);
  });

  test('observations that meet in a cell all stand there, with what tells them apart', () => {
    const { rows, shared } = wide(
      [
        gdp(530.5e8, '530.5亿元'),
        gdp(510e8, '510亿元', { year: 2024, time: { from: '2024', to: '2024' } }),
        growth(5.2),
      ],
      { rows: ['region'], columns: ['concept'] },
    );
    expect(rows).toEqual([['青禾县', '510亿元 (2024 level); 530.5亿元 (2025 level); 5.2% (2025 change yoy)']]);
    expect(shared).toBe(1);
  });
});

describe('what became of a target', () => {
  const verdict = (target: Partial<Observation>, result: Observation | null, lowerIsBetter = false) => {
    const concept = lowerIsBetter ? 'energy-intensity' : 'gdp';
    const targets = rowsOf([growth(5, { status: 'target', concept, ...target })], TRACK_ORDER);
    const results = result ? rowsOf([{ ...result, concept }], TRACK_ORDER) : [];
    return [...trackTargets(targets, results, DEFINITIONS)].map((each) => each.verdict);
  };
  test.each([
    ['a floor that was reached', { bound: 'gte' }, 5.3, false, 'met'],
    ['a floor that was just missed', { bound: 'gte' }, 4.8, false, 'near'],
    ['a floor that was missed', { bound: 'gte' }, 4, false, 'missed'],
    ['左右, within three tenths', { bound: 'approx' }, 4.8, false, 'met'],
    ['左右, below them', { bound: 'approx' }, 4.1, false, 'unclear'],
    ['a ceiling', { bound: 'lte' }, 4.6, false, 'met'],
    ['a ceiling by what it is', { bound: 'approx' }, 4.7, true, 'met'],
    [
      'a range, by its lower end',
      { bound: 'range', number: null, canonicalNumber: null, min: 5, max: 5.5 },
      5,
      false,
      'met',
    ],
  ] as const)('%s', (_, target, result, lowerIsBetter, expected) => {
    expect(verdict(target, growth(result), lowerIsBetter)).toEqual([expected]);
  });
  test('nothing is told of it', () => {
    expect(verdict({}, null)).toEqual(['no-result']);
  });

  const told = (target: Observation, ...results: Observation[]) =>
    [...trackTargets(rowsOf([target], TRACK_ORDER), rowsOf(results, TRACK_ORDER), DEFINITIONS)].map((each) =>
      [each.verdict, each.result?.text ?? '-', ...each.notes].join(' '),
    );
  const target = growth(5, { status: 'target' });
  const span = { year: null, time: { from: '2021', to: '2025' } };

  test.each([
    ['by another name', target, [growth(5.2, { name: '经济总量' })], 'met 5.2% RENAMED'],
    ['words around the name', target, [growth(5.2, { name: '全年地区生产总值' })], 'met 5.2%'],
    ['since another time', target, [growth(30, { basis: 'since', base: '2020' })], 'unclear 30% REBASED'],
    [
      'since the same time as was promised',
      { ...target, basis: 'since', base: '2020' },
      [growth(4, { basis: 'since', base: '2020' })],
      'missed 4%',
    ],
    [
      'in another currency',
      gdp(500e8, '500亿元', { status: 'target' }),
      [gdp(70e8, '70亿美元', { unit: '美元', canonicalUnit: '美元' })],
      'unclear 70亿美元 REBASED',
    ],
    [
      'of half the year',
      target,
      [growth(5.2, { time: { from: '2025-01', to: '2025-06' } })],
      'unclear 5.2% PART_OF_YEAR',
    ],
    ['of which reports disagree', target, [growth(5.2), growth(4)], 'met 5.2% CONFLICT'],
    [
      'of several years',
      { ...target, ...span, basis: 'average' },
      [growth(5.3, { ...span, basis: 'average' })],
      'met 5.3%',
    ],
    ['of other years', { ...target, ...span, basis: 'average' }, [growth(5.3, { basis: 'average' })], 'no-result -'],
    ['of another place', target, [growth(5.2, { otherPlace: '全省' })], 'no-result -'],
    [
      'without a figure',
      { ...target, isGoal: true, number: null, canonicalNumber: null, text: '与经济增长同步' },
      [growth(5.2)],
      'not-comparable -',
    ],
  ] as const)('%s', (_, promised, results, expected) => {
    expect(told(promised, ...results)).toEqual([expected]);
  });
});
