import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Corrections, Mark } from '../../src/corrections/schema.ts';
import type { GaigeRecord } from '../../src/model/record.ts';
import { correctionsOf, indicator, sha256, TEXT } from '../corrections/support.ts';
import { recordsOf, runBinary, runMain, workReport } from './support.ts';

let folder: string;

const path = (name: string): string => join(folder, name);

const write = (name: string, content: unknown): string => {
  writeFileSync(path(name), typeof content === 'string' ? content : JSON.stringify(content));
  return path(name);
};

const TARGET: Mark = { mark: 'change', ...indicator('63家'), field: 'status', from: 'achieved', to: 'target' };
const WRONG: Mark = { mark: 'wrong', ...indicator('5.4%') };
const MISSED: Mark = {
  mark: 'add',
  ...indicator('百余户'),
  fields: { name: { text: '搬入新居', span: null }, kind: 'level', status: 'target' },
};

const save = (name: string, marks: readonly Mark[], facts: Partial<Corrections> = {}) =>
  write(name, correctionsOf(TEXT, marks, { path: path('report.txt'), ...facts }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-corrections-'));
  write('report.txt', TEXT);
});

afterEach(() => rmSync(folder, { recursive: true }));

const run = (...argv: string[]) => runMain(['corrections', ...argv, '--lang', 'en']);
const apply = (...argv: string[]) => run('apply', path('report.txt'), '--corrections', ...argv);

const findingsOf = (stdout: string) => recordsOf(stdout) as unknown as GaigeRecord[];

const textsOf = (stdout: string) =>
  findingsOf(stdout).flatMap(({ indicators }) =>
    indicators.map(({ text, status, rule }) => `${text} ${status} ${rule}`),
  );

describe('apply', () => {
  const CORRECTED = [
    '12家 achieved accept/unit',
    '63家 target reader/changed',
    '3.5万人 achieved accept/unit',
    '*件 achieved accept/unit',
    '1.2万亩 target accept/unit',
    '百余户 target reader/added',
  ];

  test('a file, or a folder of them', async () => {
    const file = save('a.corrections.json', [TARGET, WRONG, MISSED]);
    const { code, stdout, stderr } = await apply(file);
    expect(code).toBe(0);
    expect(textsOf(stdout)).toEqual(CORRECTED);
    expect(stderr).toBe('reports 1 · corrected 1 · marks applied 3 · not applied 0\n');
    expect(textsOf((await apply(folder)).stdout)).toEqual(CORRECTED);
  });

  test('records that extract wrote, and a report of which nobody says anything', async () => {
    save('a.corrections.json', [TARGET, WRONG, MISSED]);
    const other = write('other.txt', '新增企业3家。');
    const records = path('records.ndjson');
    await runMain(['extract', path('report.txt'), other, '--include-text', '-o', records]);
    const { code, stdout } = await run('apply', records, '--corrections', folder);
    expect(code).toBe(0);
    expect(textsOf(stdout)).toEqual([...CORRECTED, '3家 achieved accept/unit']);
  });

  test('records without their text take what needs none', async () => {
    save('a.corrections.json', [TARGET, WRONG, MISSED]);
    const { stdout: records } = await runMain(['extract', path('report.txt')]);
    const { code, stdout, stderr } = await runMain(['corrections', 'apply', '--corrections', folder, '--lang', 'en'], {
      stdin: records,
    });
    expect(code).toBe(1);
    expect(textsOf(stdout)).toEqual(CORRECTED.slice(0, -1));
    expect(stderr).toMatch(
      /a\.corrections\.json: \/marks\/2 \(105–108 “百余户”\) was not applied: the record has no text/,
    );
  });

  test('table and track read what comes out', async () => {
    const text = workReport(2026, '地区生产总值103.4亿元，增长5.3%。', '地区生产总值增长5.5%。');
    write('report.txt', text);
    const marks: Mark[] = [
      {
        mark: 'change',
        ...indicator('103.4亿元', text),
        field: 'value',
        from: { number: 10340000000, min: null, max: null, bound: 'eq' },
        to: { number: 10430000000, min: null, max: null, bound: 'eq' },
      },
      { mark: 'wrong', ...indicator('5.5%', text) },
    ];
    const file = write('a.corrections.json', correctionsOf(text, marks));
    const records = path('corrected.ndjson');
    expect((await apply(file, '-o', records)).code).toBe(0);
    const table = await runMain(['table', records, '--long', '--format', 'ndjson', '--quiet']);
    expect(recordsOf(table.stdout).map(({ number, canonical_number }) => [number, canonical_number])).toEqual([
      [10430000000, 10430000000],
      [5.3, 5.3],
    ]);
    expect((await runMain(['track', records, '--format', 'csv'])).code).toBe(0);
  });

  test('every format of extract', async () => {
    const file = save('a.corrections.json', [TARGET]);
    expect((await apply(file, '-o', path('x.xlsx'))).code).toBe(0);
    const book = unzipSync(readFileSync(path('x.xlsx')));
    expect(Object.keys(book)).toContain('xl/worksheets/sheet1.xml');
    const csv = await apply(file, '--format', 'csv', '--select', 'indicators');
    expect(csv.stdout).toContain('reader/changed');
    expect(JSON.parse((await apply(file, '--format', 'json')).stdout)).toMatchObject({ summary: { indicators: 6 } });
    expect((await apply(file, '--format', 'parquet', '-o', `${folder}/out/`)).code).toBe(0);
    expect((await apply(file, '--format', 'summary')).stdout).toContain('target');
  });

  test('marks that fit no more are told with file and place, and the rest is applied', async () => {
    const file = save('a.corrections.json', [{ ...WRONG, text: '5.5%' }, TARGET]);
    const { code, stdout, stderr } = await apply(file);
    expect(code).toBe(1);
    expect(textsOf(stdout)).toContain('63家 target reader/changed');
    expect(stderr).toContain(`${file}: /marks/0 (51–55 “5.5%”) was not applied: the report has another text there`);
  });

  test('a report that was edited since', async () => {
    const file = save('a.corrections.json', [TARGET, WRONG]);
    write('report.txt', TEXT.replace('，增长5.4%', '，增加了。'));
    const { code, stdout, stderr } = await apply(file);
    expect(code).toBe(1);
    expect(textsOf(stdout)).toContain('63家 target reader/changed');
    expect(stderr).toContain('has changed since');
    expect(stderr).toMatch(/\/marks\/1 .* another text/);
  });

  test('another report', async () => {
    const file = write('a.corrections.json', correctionsOf('另一份报告', [TARGET], { path: 'elsewhere.txt' }));
    const { code, stdout, stderr } = await apply(file);
    expect(code).toBe(1);
    expect(textsOf(stdout)).toContain('63家 achieved accept/unit');
    expect(stderr).toContain('none of the reports given is the one it belongs to (elsewhere.txt)');
  });

  test('what stood there before is left where nothing can be done', async () => {
    const out = write('out.ndjson', 'earlier');
    expect((await apply(path('none.corrections.json'), '-o', out)).code).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('earlier');
  });

  test('the output is no file of corrections', async () => {
    const file = save('a.corrections.json', [TARGET]);
    const { code, stderr } = await apply(file, '-o', file);
    expect([code, stderr]).toEqual([2, expect.stringContaining('would replace the input')]);
  });

  test('in Chinese, by the binary', async () => {
    save('a.corrections.json', [TARGET, { ...WRONG, text: '5.5%' }]);
    const { code, stderr } = await runBinary(['corrections', 'apply', 'report.txt', '--corrections', '.'], {
      cwd: folder,
    });
    expect(code).toBe(1);
    expect(stderr).toContain('a.corrections.json: /marks/1（第 51–55 字“5.5%”）未能用上：报告此处的文字已不是这样');
    expect(stderr).toContain('报告 1 份 · 有更正 1 份 · 用上 1 条 · 未用上 1 条');
  });
});

describe('files that are none', () => {
  const good = () => save('good.corrections.json', [TARGET]);

  test.each<[what: string, content: unknown, place: RegExp]>([
    ['no JSON', '{"version": 1,', /bad\.corrections\.json is no file of corrections: JSON /],
    ['nothing', '', /JSON /],
    ['a list', [], /: \/ /],
    ['another version', { ...correctionsOf(TEXT, []), version: 2 }, /\/version /],
    ['another key', { ...correctionsOf(TEXT, []), extra: 1 }, /extra/],
    [
      'a key of prototypes',
      JSON.stringify(correctionsOf(TEXT, [])).replace('{', '{"__proto__":{"by":"x"},'),
      /__proto__/,
    ],
    [
      'a mark of another sort',
      correctionsOf(TEXT, [{ ...TARGET, mark: 'hasOwnProperty' } as never]),
      /\/marks\/0\/mark /,
    ],
    ['a value that is none', correctionsOf(TEXT, [{ ...TARGET, to: 'done' } as never]), /\/marks\/0\/to /],
    [
      'a number beyond numbers',
      JSON.stringify(correctionsOf(TEXT, [])).replace(/"chars":\d+/, '"chars":1e999'),
      /\/report\/chars /,
    ],
    ['a record of gaige', { schemaVersion: '2', tool: { name: 'gaige' } }, /\/version /],
    [
      'controls of terminals',
      correctionsOf(TEXT, [{ ...TARGET, ['\u001b[2J']: 1 } as never]),
      /\/marks\/0 Unrecognized key: "\\u001b\[2J"/,
    ],
  ])('%s: told with file and place, and the others are applied', async (_what, content, place) => {
    write('bad.corrections.json', content);
    const { code, stdout, stderr } = await apply(good(), path('bad.corrections.json'));
    expect(code).toBe(1);
    expect(textsOf(stdout)).toContain('63家 target reader/changed');
    expect(stderr).toMatch(place);
  });

  test('none but such: nothing is done', async () => {
    const { code, stdout } = await apply(write('bad.corrections.json', 'x'));
    expect([code, stdout]).toEqual([2, '']);
  });

  test('a folder without any', async () => {
    mkdirSync(path('empty'));
    const { code, stderr } = await apply(path('empty'));
    expect([code, stderr]).toEqual([2, expect.stringContaining('.corrections.json')]);
  });

  test('a great one', async () => {
    const many = Array.from(
      { length: 60_000 },
      (_, i): Mark => ({ mark: 'right', type: 'indicator', span: { start: i, end: i + 1 }, text: '**' }),
    );
    const file = save('great.corrections.json', [...many, TARGET]);
    const { code, stdout, stderr } = await apply(file, '--quiet');
    expect(code).toBe(1);
    expect(textsOf(stdout)).toContain('63家 target reader/changed');
    // Each is told: none is dropped in silence.
    expect(stderr.split('\n')).toHaveLength(60_001);
  });

  test('are no reports', async () => {
    good();
    const { stdout } = await runMain(['extract', folder, '--quiet']);
    expect(recordsOf(stdout)).toHaveLength(1);
  });
});

describe('gold', () => {
  const gold = (...argv: string[]) =>
    run('gold', path('report.txt'), '--corrections', folder, '-o', path('gold'), '--quiet', ...argv);
  const annotation = () => JSON.parse(readFileSync(path('gold/report.txt.json'), 'utf8'));
  const scores = async () => {
    const { code, stdout } = await runMain(['score', '--gold', path('gold'), '--format', 'json', '--misses', '9']);
    expect(code).toBe(0);
    return JSON.parse(stdout) as { scores: Record<string, number>; misses: { what: string; start: number }[] };
  };

  test('what was marked, and nothing else, is scored', async () => {
    save('a.corrections.json', [TARGET, WRONG, MISSED, { mark: 'right', ...indicator('12家') }]);
    expect((await gold()).code).toBe(0);
    expect(annotation()).toMatchObject({
      file: '../report.txt',
      within: [
        [34, 37],
        [45, 48],
        [51, 55],
        [105, 108],
      ],
      sections: null,
    });
    const { misses } = await scores();
    expect(misses.map(({ what, start }) => `${what} ${start}`)).toEqual(['status 45', 'spurious 51', 'missed 105']);
  });

  test('of what was read to its end all that is not marked is right', async () => {
    save('a.corrections.json', [TARGET], { reviewed: { start: 16, end: 78 } });
    await gold();
    expect(annotation().within).toEqual([[16, 78]]);
    expect(annotation().indicators.map(({ text }: { text: string }) => text)).toEqual([
      '12家',
      '63家',
      '5.4%',
      '3.5万人',
      '*件',
    ]);
    const { scores: percent, misses } = await scores();
    expect(percent).toMatchObject({ rows: 80, detect: 100, placeholders: 100 });
    expect(misses).toHaveLength(1);
  });

  test('with --accept-unmarked all of it', async () => {
    save('a.corrections.json', [TARGET]);
    await gold('--accept-unmarked');
    expect(annotation()).not.toHaveProperty('within');
    const { scores: percent } = await scores();
    expect(percent).toMatchObject({ detect: 100, placeholders: 100, sections: 100, domains: 100 });
    expect(percent['rows']).toBeCloseTo((100 * 5) / 6, 1);
  });

  test('a section by itself', async () => {
    const [record] = findingsOf((await runMain(['extract', path('report.txt')])).stdout);
    const [section] = record!.sections;
    const { span, title } = section!;
    save('a.corrections.json', [
      { mark: 'domains', type: 'section', span, text: title, from: ['innovation'], to: ['market'] },
    ]);
    await gold();
    expect((await scores()).misses.map(({ what }) => what)).toEqual(['domain']);
  });

  test('what readers differ on is not asked about', async () => {
    save('a.corrections.json', [TARGET], { reviewed: { start: 0, end: 114 } });
    save('b.corrections.json', [{ mark: 'right', ...indicator('63家') }], { by: '乙' });
    expect((await gold()).code).toBe(1);
    expect(annotation().within).toEqual([
      [0, 45],
      [48, 114],
    ]);
    expect((await scores()).misses).toEqual([]);
  });

  test('needs a folder', async () => {
    save('a.corrections.json', [TARGET]);
    const { code, stderr } = await run('gold', path('report.txt'), '--corrections', folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('-o gold/')]);
  });
});

describe('merge', () => {
  const files = () => [
    save('a.corrections.json', [TARGET, WRONG]),
    save('b.corrections.json', [{ mark: 'right', ...indicator('63家') }, WRONG], { by: '乙' }),
  ];

  test('where they differ, with how far they agree', async () => {
    const { code, stdout, stderr } = await run('merge', ...files(), '--format', 'pretty');
    expect(code).toBe(1);
    expect(stdout).toContain('45–48 “63家” indicator.status\n    甲: target\n    乙: as shown\n');
    expect(stdout).toMatch(/^ {2}indicator\.finding +1 +2 +2 +100\.0% +1\.00$/m);
    expect(stderr).toBe('files 2 · reports 1 · differences 1\n');
  });

  test('as data', async () => {
    const { stdout } = await run('merge', ...files());
    expect(JSON.parse(stdout).reports[0].differences).toEqual([
      {
        ...indicator('63家'),
        field: 'status',
        said: [
          { by: '甲', value: 'target' },
          { by: '乙', shown: true },
        ],
      },
    ]);
    const csv = await run('merge', ...files(), '--format', 'csv');
    expect(csv.stdout.split('\r\n').slice(1, 3)).toEqual([
      `${path('report.txt')},indicator,45,48,63家,status,甲,target`,
      `${path('report.txt')},indicator,45,48,63家,status,乙,as shown`,
    ]);
  });

  test('the union is a file that apply takes; where readers agree the exit code is 0', async () => {
    const [a] = files();
    save('b.corrections.json', [WRONG, MISSED], { by: '乙' });
    const { code } = await run('merge', a!, path('b.corrections.json'), '-o', path('all.corrections.json'));
    expect(code).toBe(0);
    const { stdout } = await apply(path('all.corrections.json'));
    expect(textsOf(stdout)).toEqual(
      expect.arrayContaining(['63家 target reader/changed', '百余户 target reader/added']),
    );
  });

  test('files of several reports go into a folder', async () => {
    files();
    write('c.corrections.json', correctionsOf('另一份', [], { path: 'x/other.txt' }));
    expect((await run('merge', folder, '-o', path('all.json'))).code).toBe(2);
    expect(existsSync(path('all.json'))).toBe(false);
    expect((await run('merge', folder, '-o', path('all/'))).code).toBe(1);
    expect(readdirSync(path('all')).sort()).toEqual(['other.txt.corrections.json', 'report.txt.corrections.json']);
  });

  test('a file that is none costs no other', async () => {
    const bad = write('bad.corrections.json', '[');
    const { code, stdout } = await run('merge', ...files(), bad);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).reports).toHaveLength(1);
    expect((await run('merge', bad)).code).toBe(2);
  });

  test('too many readers to be compared', async () => {
    const marks = Array.from({ length: 60 }, (_, i): Mark => ({ ...WRONG, by: `r${i}` }));
    expect((await run('merge', save('a.corrections.json', marks))).stderr).toContain('up to 50');
  });
});

test('of a lone surrogate both sides make the same', () => {
  expect(sha256('a\ud800')).toBe(sha256('a\ufffd'));
});
