import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { MOST } from '../../src/grid-page/limits.ts';
import { tablePage } from '../../src/grid-page/table-page.ts';
import { trackPage } from '../../src/grid-page/track-page.ts';
import type { Language } from '../../src/messages/language.ts';
import type { Row } from '../../src/observe/fold.ts';
import type { TrackedTarget } from '../../src/observe/track.ts';
import { HEAD_LENGTH, isOwnOutput } from '../../src/read/own-output.ts';
import { DEFINITIONS, READ_UNIT, rowOf, sheetOf } from './rows.ts';

const tableOf = (rows: readonly Row[], language: Language = 'en'): string =>
  [
    ...tablePage({ rows, sheet: sheetOf(rows), definitions: DEFINITIONS, readUnit: READ_UNIT, language, unread: 0 }),
  ].join('');

const trackOf = (tracked: readonly TrackedTarget[], language: Language = 'en'): string =>
  [...trackPage({ tracked, definitions: DEFINITIONS, readUnit: READ_UNIT, language })].join('');

const target = (region: string, promised: number, came: number | null): TrackedTarget => ({
  target: rowOf(region, promised, { status: 'target', report: 'plan.txt' }),
  result: came === null ? null : rowOf(region, came),
  gap: came === null ? null : { number: (came - promised) * 1e8, promised: promised * 1e8, unit: '元' },
  verdict: came === null ? 'no-result' : came >= promised ? 'met' : 'missed',
  notes: [],
});

const ROWS = [rowOf('甲县', 120), rowOf('乙县', 90.5, { isConflict: true }), rowOf('丙县', 300)];
const TARGETS = [target('甲县', 100, 120), target('乙县', 100, 90.5), target('丙县', 100, null)];

/** What holds of every page: whole, of our own making, and with no way out. */
function sound(page: string) {
  const $ = load(page);
  const style = $('style').text();
  const policy = $('meta[http-equiv="Content-Security-Policy"]').attr('content') ?? '';
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/);
  expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
  expect($('script, link, img, iframe, object, embed, form, base').length).toBe(0);
  expect($('[style], [onclick], [onerror], [onload]').length).toBe(0);
  const ids = $('[id]')
    .map((_, element) => $(element).attr('id'))
    .get();
  expect(new Set(ids).size).toBe(ids.length);
  const targets = new Set(ids.map((id) => `#${id}`));
  const links = $('[href]')
    .map((_, element) => $(element).attr('href'))
    .get();
  expect(links.filter((href) => !targets.has(href))).toEqual([]);
  expect(isOwnOutput(new TextEncoder().encode(page).subarray(0, HEAD_LENGTH))).toBe(true);
  return $;
}

describe('a table', () => {
  test.each<[Language, string, string]>([
    ['zh', 'zh-CN', '地区生产总值'],
    ['en', 'en', 'Gross regional product'],
  ])('in %s', (language, lang, title) => {
    const $ = sound(tableOf(ROWS, language));
    expect($('html').attr('lang')).toBe(lang);
    expect($('.card h3').first().text()).toContain(title);
    expect($('.matrix .group').text()).toBe(title);
  });

  test('bars go from the greatest, in one unit, and lead to their sentences', () => {
    const $ = sound(tableOf([...ROWS, rowOf('丁县', 0.5, { text: '5000万元' })]));
    const bars = $('.card .chart a, .card .chart > g');
    expect(bars.map((_, bar) => $(bar).find('.label').text()).get()).toEqual(['丙县', '甲县', '乙县', '丁县']);
    expect(bars.map((_, bar) => $(bar).find('.number').text()).get()).toEqual(['300', '120', '90.5 ?', '0.5']);
    const chip = $(bars.eq(0).attr('href') ?? '');
    expect(chip.text()).toBe('丙县 Gross regional product 2025 300亿元');
    expect(chip.closest('.sentences > li').find('.words').html()).toBe('全年地区生产总值达到<mark>300亿元</mark>。');
    expect(chip.find('a').attr('href')).toBe(`#${$('.matrix td:contains("300")').attr('id')}`);
  });

  test('heat goes by column, from its least to its greatest', () => {
    const $ = sound(tableOf(ROWS));
    expect(
      $('.matrix td')
        .map((_, cell) => $(cell).attr('class'))
        .get(),
    ).toEqual(['h0', 'h0', 'h6']);
    expect($('.legend i').length).toBe(7);
  });

  test('lines of indicators say what they are in words, and are not coloured against each other', () => {
    const rows = [rowOf('甲县', 120), rowOf('甲县', 90, { status: 'target' }), rowOf('乙县', 300)];
    const sheet = sheetOf(rows, { rows: ['concept'], columns: ['region'] }, 'zh');
    const source = { rows, sheet, definitions: DEFINITIONS, readUnit: READ_UNIT, language: 'zh', unread: 0 } as const;
    const $ = sound([...tablePage(source)].join(''));
    expect($('.matrix tbody th').text()).toBe('地区生产总值');
    expect($('.matrix tbody td').last().text()).toMatch(/已完成.*目标/);
    expect($('.matrix tbody td').last().attr('title')).toBe('甲县');
    expect($('.matrix [class^="h"]').length).toBe(0);
  });

  test('few regions over years are lines', () => {
    const rows = [2023, 2024, 2025].map((year, i) => rowOf('甲县', 100 + i, { year }));
    const $ = sound(tableOf(rows));
    expect($('.lines polyline').attr('points')?.split(' ')).toHaveLength(3);
    expect($('.lines .name').text()).toBe('甲县 102');
  });

  test('growth stands beside what is promised of it', () => {
    const growth = { kind: 'change', basis: 'yoy', dimension: 'percent', unit: '%', canonicalUnit: null } as const;
    const rows = ['甲县', '乙县'].flatMap((region) => [
      rowOf(region, 100),
      rowOf(region, 5, { ...growth, number: 5.2, text: '5.2%' }),
      rowOf(region, 5, { ...growth, number: 6, text: '6%', year: 2026, status: 'target' }),
    ]);
    const $ = sound(tableOf(rows));
    expect(
      $('.card .dots .number')
        .map((_, each) => $(each).text())
        .get(),
    ).toEqual(['5.2 / 6', '5.2 / 6']);
    expect($('.card .caption').last().text()).toContain('result of 2025');
  });

  test('what reports disagree on is told with all they say', () => {
    const said = rowOf('甲县', 98);
    const other = { ...rowOf('甲县', 102), report: 'other.txt', line: 7 };
    const $ = sound(tableOf([{ ...said, isConflict: true, alternatives: [{ observation: other, rule: 'DIFFERS' }] }]));
    expect(
      $('.conflict li')
        .map((_, item) => $(item).find('b').text())
        .get(),
    ).toEqual(['98亿元', '102亿元']);
    expect($('.conflict').text()).toContain('says otherwise');
    expect($('.conflict bdi').last().attr('title')).toBe('other.txt');
  });

  test('figures that a sentence has twice are not lit', () => {
    const sentence = '去年120亿元，今年仍为120亿元。';
    expect(sound(tableOf([rowOf('甲县', 120, { sentence })]))('mark').length).toBe(0);
  });

  test('records without text have no sentences, and say so', () => {
    expect(sound(tableOf([rowOf('甲县', 120, { sentence: '' })]))('.sentences').text()).toContain('--include-text');
  });

  test('of what has no chart the head is no link', () => {
    const rank = rowOf('甲县', 3, { kind: 'rank', number: 3, text: '第3', dimension: 'rank', unit: '位' });
    const $ = sound(tableOf([rank]));
    expect($('.card, .group a').length).toBe(0);
  });

  test('several names that one name asks for have a chart each', () => {
    const rows = ['满意度', '评价'].map((end) => rowOf('甲县', 9, { concept: '营商环境', matter: `营商环境${end}` }));
    expect(sound(tableOf(rows))('.card').length).toBe(2);
  });

  test('what was added to an indicator has a chart of its own', () => {
    const $ = sound(tableOf([rowOf('甲县', 100), rowOf('甲县', 5, { matter: 'added' })]));
    expect(
      $('.card h3')
        .map((_, head) => $(head).text().trim())
        .get(),
    ).toEqual(['Gross regional product 亿元', 'Gross regional product · added 亿元']);
  });

  test('nothing observed is a page as well', () => {
    expect(sound(tableOf([]))('.card').length).toBe(0);
  });
});

describe('a track', () => {
  test.each<Language>(['zh', 'en'])('in %s', (language) => {
    const $ = sound(trackOf(TARGETS, language));
    expect(
      $('.verdict-legend b')
        .map((_, count) => $(count).text())
        .get(),
    ).toEqual(['1', '0', '1', '0', '1', '0']);
    expect($('.stack rect').length).toBe(3);
  });

  test('promise and result of each region, in the colour of the verdict, and their sentences', () => {
    const $ = sound(trackOf(TARGETS));
    const rows = $('.dots a');
    expect(rows.map((_, row) => $(row).find('.number').text()).get()).toEqual(['120 / 100', '90.5 / 100', '– / 100']);
    expect(rows.eq(1).find('circle.dot').attr('class')).toBe('dot missed');
    expect($(rows.eq(1).attr('href') ?? '').text()).toContain('100亿元');
    expect(
      $('.list tbody tr')
        .eq(1)
        .find('td')
        .map((_, cell) => $(cell).text().trim())
        .get(),
    ).toEqual(['2025', 'Gross regional product', '100亿元', '90.5亿元', '-9.5亿元', '✗missed']);
  });

  test('no verdict tells by its colour alone', () => {
    const $ = sound(trackOf(TARGETS));
    expect(
      $('.grid-of-verdicts .verdict')
        .map((_, each) => $(each).text())
        .get(),
    ).toEqual(['✓met', '✗missed', '–no result']);
  });
});

describe('hostile words stay words', () => {
  const EVIL = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>&lt;\u202e\u2066 \u0000\u001b[2J`;
  const evil = rowOf(EVIL, 120, {
    report: `javascript:alert(1)//${EVIL}`,
    sentence: `${EVIL}</style></title>120亿元${EVIL}`,
    matter: EVIL,
    concept: EVIL,
    isConflict: true,
    alternatives: [{ observation: rowOf(EVIL, 1, { sentence: EVIL }), rule: 'DIFFERS' }],
  });

  test.each([
    ['table', () => tableOf([evil, rowOf('甲县', 3, { matter: EVIL, concept: EVIL })])],
    ['track', () => trackOf([{ ...target('甲县', 1, 2), target: { ...evil, status: 'target' }, result: evil }])],
  ])('of a %s', (_what, pageOf) => {
    const $ = sound(pageOf());
    expect($('body').text()).toContain('<script>alert(1)</script>');
    expect(/(?![\t\n])\p{Cc}/u.test($.html())).toBe(false);
  });

  test('lone surrogates', () => {
    expect(() => sound(tableOf([rowOf('\ud800县', 1)]))).not.toThrow();
  });
});

describe('however many the reports', () => {
  const many = Array.from({ length: 60_000 }, (_, i) => rowOf(`第${i}县`, i, { isConflict: i % 3 === 0, start: i }));

  test('a table is bounded, and says what is left out', () => {
    const page = tableOf(many);
    expect(page.length).toBeLessThan(6_000_000);
    const $ = load(page);
    expect(
      $('.cut li')
        .map((_, item) => $(item).text())
        .get(),
    ).toEqual([
      'the table has 60000 rows, of which this page has the first 300',
      'reports disagree in 20000 places, of which this page has the first 200',
    ]);
    expect($('.matrix tbody tr').length).toBe(MOST.lines);
    expect($('.chip').length).toBe(MOST.lines + MOST.marks);
    expect($('.card .label').length).toBe(MOST.marks);
    expect($('.card .label').first().text()).toBe('第59999县');
    expect($('.card .caption').text()).toContain('60000 regions, of which the first 40 are drawn');
  });

  test('so is a track', () => {
    const page = trackOf(
      many.map((row, i) => ({
        ...target('', 1, 2),
        target: { ...row, status: 'target' as const, year: 2000 + (i % 9) },
      })),
    );
    expect(page.length).toBeLessThan(6_000_000);
    expect(load(page)('.cut').text()).toContain('there are 60000 targets, of which this page has the first 1500');
  });
});
