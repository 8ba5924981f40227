/** The workbook of `table`, as other programs read it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runs } from '../support/programs.ts';
import { runMain } from './support.ts';

const report = (region: string, review: string, plan: string): string =>
  [`2026年${region}政府工作报告`, '一、2025年工作回顾', review, '二、2026年工作安排', plan].join('\n\n');

const REPORTS = {
  'a.txt': report('青禾县', '地区生产总值达到98.2亿元，增长4.6%，粮食产量1.2万吨以上。', '地区生产总值增长5%左右。'),
  'b.txt': report(
    '白石县',
    '地区生产总值达到1.05万亿元，下降0.3%。地区生产总值突破9000亿元。粮食产量1500吨，粮食产量1800吨。',
    '地区生产总值增长4%至5%。',
  ),
  'c.txt': report('南浦县', '地区生产总值达到77亿元。', '地区生产总值增长6%以上。'),
};

let folder: string;
let book: WorkBook;

const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-book-'));
  for (const [name, text] of Object.entries(REPORTS)) writeFileSync(at(name), text);
  writeFileSync(at('picture.txt'), Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'latin1'));
  const { code } = await runMain(['table', folder, '-o', at('book.xlsx'), '--header', 'zh', '--quiet']);
  expect(code).toBe(1);
  book = read(readFileSync(at('book.xlsx')), { cellNF: true });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

const sheet = (name: string): WorkSheet => book.Sheets[name]!;

const rowsOf = (name: string): Record<string, unknown>[] => utils.sheet_to_json(sheet(name), { defval: null });

/** The cells of a column of the wide sheet, by region. */
function column(title: string, year: number): Record<string, CellObject | undefined> {
  const wide = sheet('宽表');
  const [head = [], ...rows] = utils.sheet_to_json<unknown[]>(wide, { header: 1 });
  const c = head.indexOf(title);
  return Object.fromEntries(
    rows.flatMap((row, r) => (row[1] === year ? [[row[0], wide[utils.encode_cell({ r: r + 1, c })]]] : [])),
  );
}

test('four sheets, each with a filter', () => {
  expect(book.SheetNames).toEqual(['宽表', '长表', '说法不一', '报告']);
  for (const name of book.SheetNames) expect(sheet(name)['!autofilter']).toEqual({ ref: sheet(name)['!ref'] });
});

test('figures are numbers in the unit that the column has most', () => {
  expect(column('地区生产总值', 2025)).toMatchObject({
    青禾县: { t: 'n', v: 98.2, z: 'General"亿元"' },
    白石县: { t: 'n', v: 10_500, z: 'General"亿元"' },
    南浦县: { t: 'n', v: 77, z: 'General"亿元"' },
  });
  expect(column('地区生产总值:变化', 2025)).toMatchObject({
    青禾县: { t: 'n', v: 4.6, z: 'General"%"' },
    白石县: { t: 'n', v: -0.3, z: 'General"%"' },
  });
});

test('bounds, disagreements and ranges are told', () => {
  expect(column('粮食产量', 2025)).toMatchObject({
    青禾县: { t: 'n', z: expect.stringMatching(/^"≥"General"[^"]+";"≥-"General/) },
    白石县: { t: 'n', z: expect.stringMatching(/ \?"$/) },
  });
  const targets = column('地区生产总值:变化:目标', 2026);
  expect(targets).toMatchObject({
    青禾县: { v: 5, w: '≈5%' },
    白石县: { t: 's', v: '4%至5%' },
    南浦县: { v: 6, w: '≥6%' },
  });
});

test('each cell leads to the row that it is made of', () => {
  const wide = sheet('宽表');
  const long = rowsOf('长表');
  const [head = []] = utils.sheet_to_json<string[]>(wide, { header: 1 });
  const linked = Object.entries(wide).filter(([, cell]) => (cell as CellObject).l !== undefined);
  expect(linked.length).toBeGreaterThan(8);
  for (const [place, { l }] of linked as [string, CellObject][]) {
    const row = long[Number(/^#'长表'!A(\d+)$/.exec(l!.Target)?.[1]) - 2];
    const { r, c } = utils.decode_cell(place);
    expect([row?.['地区'], row?.['年份']]).toEqual([0, 1].map((i) => wide[utils.encode_cell({ r, c: i })].v));
    expect(head[c]?.split(':')[0]).toBe(row?.['指标名称']);
    expect(row?.['句子']).toContain(row?.['原文']);
  }
});

test('codes are in Chinese, conflicts stand by themselves', () => {
  const [conflict] = rowsOf('说法不一');
  expect(conflict).toMatchObject({ 地区: '白石县', 指标名称: '粮食产量', 类型: '总量', 状态: '已完成', 矛盾: true });
});

test('a line a report, and why one could not be read', () => {
  const lines = rowsOf('报告');
  expect(lines.map((line) => line['地区'])).toEqual(['青禾县', '白石县', '南浦县', null]);
  expect(lines[0]).toMatchObject({ 报告: at('a.txt'), 年份: 2025, 计划年份: 2026, 类型: '工作报告', 占位符数: 0 });
  expect(lines[3]).toMatchObject({ 报告: at('picture.txt'), 指标数: null });
  expect(lines[3]?.['未能读取的原因']).toContain('不是文本文件');
});

test('a text that no cell holds is cut, which is told with its place', async () => {
  const often = Array.from({ length: 1200 }, () => '地区生产总值达到98.2亿元。').join('');
  writeFileSync(at('often.md'), report('青禾县', often, ''));
  const { stderr } = await runMain(['table', at('often.md'), '-o', at('often.xlsx'), '--lang', 'en']);
  const [, count, place] = /texts cut at 32,767 characters.*: (\d+), the first in long!([A-Z]+\d+);/.exec(stderr) ?? [];
  expect(count).toBe('1');
  const { long } = read(readFileSync(at('often.xlsx'))).Sheets;
  expect(long?.[place!]?.v).toMatch(/^98\.2亿元 \(SAME, .{32700,}…$/);
});

test.skipIf(!runs('soffice', '--version'))(
  'LibreOffice, skipped where soffice is missing',
  () => {
    const profile = `-env:UserInstallation=file://${at('profile')}`;
    const given = [profile, '--headless', '--convert-to', 'fods', '--outdir', folder, at('book.xlsx')];
    execFileSync('soffice', given, { stdio: 'pipe' });
    const sheets = readFileSync(at('book.fods'), 'utf8');
    expect(sheets).toMatch(/office:value-type="float" office:value="98\.2"[^>]*>\s*<text:p>98\.2亿元</);
    expect(sheets).toMatch(/office:value-type="float" office:value="5"[^>]*>\s*<text:p>≈5%</);
    expect(sheets).toContain('xlink:href="#&apos;长表&apos;.A2"');
  },
  60_000,
);
