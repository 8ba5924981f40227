import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Baseline,
  type CheckOptions,
  checkReport,
  explainError,
  extractReport,
  extractReports,
  GaigeError,
  jsonSchema,
  lexQuantities,
  loadPack,
  type ReportInput,
  type ReportResult,
  recordSchema,
  STAGE_NAMES,
  stageRows,
  stages,
  VERSION,
} from '../src/index.ts';
import { runMain } from './cli/support.ts';

const PATH = 'seeds/press-release.txt';
const MASKED = 'seeds/masked-summary.txt';

const TABLE = `${JSON.stringify({ 全文: '新增企业3家。'.repeat(20) })}\n`.repeat(2);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaige-api-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The path of a file that holds this. */
function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const UNIT_PACK = 'units:\n  dimensions:\n    count:\n      units:\n        - { symbol: 戏台, words: [座戏台] }\n';

async function thrownBy(work: () => unknown): Promise<GaigeError> {
  const error = await (async () => work())().catch((thrown: unknown) => thrown);
  if (!(error instanceof GaigeError)) throw new Error('no GaigeError was thrown', { cause: error });
  return error;
}

async function all(inputs: readonly ReportInput[]): Promise<ReportResult[]> {
  const results: ReportResult[] = [];
  for await (const result of extractReports(inputs)) results.push(result);
  return results;
}

/** What the compiler refuses is refused in plain JavaScript too. */
test.each([
  // @ts-expect-error a path or a text?
  ['paths', () => extractReports(['report.txt']).next()],
  // @ts-expect-error a string is no list
  ['a path for a list', () => extractReports('report.txt').next()],
  // @ts-expect-error a path or a text?
  ['a string', () => extractReport('report.txt')],
  // @ts-expect-error a path or a text?
  ['a string to check', () => checkReport('report.txt')],
  // @ts-expect-error a path or a text?
  ['a string for stages', () => stages('report.txt')],
  // @ts-expect-error bytes may have a name
  ['bytes', () => extractReport(new Uint8Array())],
  // @ts-expect-error one of them
  ['a path and a text', () => extractReport({ path: 'report.txt', text: '新增企业3家。' })],
  // @ts-expect-error one of them
  ['rules and a pack', () => extractReport({ text: '新增企业3家。' }, { rules: [], pack: loadPack() })],
  // @ts-expect-error a list
  ['a path of rules', () => loadPack('pack.yaml')],
])('%s: an error of types and at run time', async (_, work) => {
  expect((await thrownBy(work)).code).toBe('USAGE');
});

describe('extractReports', () => {
  test('what becomes of each, one after the other', async () => {
    const results = await all([
      { path: PATH },
      { path: 'nope.txt' },
      { text: TABLE, name: 'a.jsonl' },
      { text: '{"a":1}\n', name: 'b.jsonl' },
      { text: '新增企业3家。' },
    ]);
    const told = results.map((result) => {
      const { status, path } = result;
      return [status, path, result.status === 'done' ? result.record.indicators.length > 0 : result.error.code];
    });
    expect(told).toEqual([
      ['done', PATH, true],
      ['failed', 'nope.txt', 'INPUT_UNREADABLE'],
      ['done', 'a.jsonl#1', true],
      ['done', 'a.jsonl#2', true],
      ['passed-over', 'b.jsonl', 'NO_TEXT_COLUMN'],
      ['done', '-', true],
    ]);
  });

  test('each is asked for when the one before is done', async () => {
    const asked: number[] = [];
    function* inputs(): Generator<ReportInput> {
      for (let i = 0; ; i++) {
        asked.push(i);
        yield { text: '新增企业3家。' };
      }
    }
    for await (const { status } of extractReports(inputs())) {
      expect(status).toBe('done');
      if (asked.length === 3) break;
    }
    expect(asked).toEqual([0, 1, 2]);
  });

  test.each([
    ['paths', ['report.txt'], /'report\.txt' may be a path or a text; write \{ path: 'report\.txt' \}/],
    ['a path', 'report.txt', /takes a list, and not 'report\.txt'/],
    ['one report', { path: PATH }, /takes a list, and not \{ path: string \}/],
    ['nothing', undefined, /takes a list, and not undefined/],
  ])('%s are refused', async (_, inputs, message) => {
    const error = await thrownBy(() => all(inputs as never));
    expect(error.code).toBe('USAGE');
    expect(error.message).toMatch(message);
  });
});

describe('extractReport', () => {
  test('the same findings from a path, bytes and text', async () => {
    const bytes = readFileSync(PATH);
    const byPath = await extractReport({ path: PATH });
    const inputs: ReportInput[] = [{ bytes }, { text: bytes.toString() }, { bytes, name: 'a.txt' }];
    for (const input of inputs) expect((await extractReport(input)).indicators).toEqual(byPath.indicators);
    expect(recordSchema.parse(byPath).report).toMatchObject({ path: PATH, format: 'txt' });
    expect(byPath.tool.version).toBe(VERSION);
  });

  test('the record that the command line writes', async () => {
    const { stdout } = await runMain(['extract', PATH, '--include-text']);
    expect(await extractReport({ path: PATH }, { includeText: true })).toEqual(JSON.parse(stdout));
  });

  test('the name tells the format', async () => {
    const { report } = await extractReport({ text: '# 总结\n\n新增企业3家。', name: 'in/总结.md' });
    expect(report).toMatchObject({ path: 'in/总结.md', name: '总结.md', format: 'md' });
  });

  test('with its text', async () => {
    const record = await extractReport({ text: '新增企业3家。' }, { includeText: true });
    expect(record).toMatchObject({ text: '新增企业3家。', indicators: [{ text: '3家' }] });
  });

  const [picture, text] = [{ bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) }, { text: '改革' }];

  test.each([
    ['a missing file', { path: 'nope.txt' }, {}, 'INPUT_UNREADABLE', /cannot read nope\.txt: no such file/],
    ['a folder', { path: 'seeds' }, {}, 'INPUT_UNREADABLE', /cannot read seeds: it is a folder/],
    ['a picture', picture, {}, 'BINARY_FILE', /not a text file \(png\)/],
    ['missing rules', text, { rules: ['nope.yaml'] }, 'RULES_NOT_FOUND', /no rules at: nope\.yaml/],
    ['several reports', { text: TABLE, name: 'a.jsonl' }, {}, 'MANY_REPORTS', /a\.jsonl holds more than one report/],
    ['no report', { text: '全文\n', name: 'a.csv' }, { textColumn: '全文' }, 'NO_INPUT', /nothing to read in: a\.csv/],
  ])('%s', async (_, input, options, code, message) => {
    const error = await thrownBy(() => extractReport(input, options));
    expect(error.code).toBe(code);
    expect(explainError(error).message).toMatch(message);
    expect(error.message).toMatch(message);
  });

  test.each([
    ['a string', 'report.txt', "'report.txt' may be a path or a text"],
    ['a long text', '新增企业3家。'.repeat(9), "'新增企业3家。新增企业3家。新增企业3家。新增企业3家。新增…' may be"],
    ['bytes', readFileSync(PATH), 'this is no report: Uint8Array; it takes one of { path }, { text, name? } and'],
    ['null', null, 'this is no report: null'],
    ['nothing', undefined, 'this is no report: undefined'],
    ['a number', 3, 'this is no report: number'],
    ['a list', [{ path: PATH }], 'this is no report: array'],
    ['an empty object', {}, 'this is no report: {}'],
    ['a path and a text', { path: PATH, text: '改革' }, 'this is no report: { path: string, text: string }'],
    ['a path and a name', { path: PATH, name: 'a.md' }, 'this is no report: { path: string, name: string }'],
    ['another key', { file: PATH }, 'this is no report: { file: string }'],
    ['a text of another type', { text: 3 }, 'this is no report: { text: number }'],
    ['bytes of another type', { bytes: 'abc' }, 'this is no report: { bytes: string }'],
  ])('%s is refused', async (_, input, message) => {
    for (const take of [extractReport, checkReport, stages] as ((input: never) => unknown)[]) {
      const error = await thrownBy(() => take(input as never));
      expect(error).toMatchObject({ code: 'USAGE', message: expect.stringContaining(message) });
    }
  });

  test('what is refused is told in Chinese too', async () => {
    const error = await thrownBy(() => extractReport('report.txt' as never));
    expect(explainError(error, 'zh')).toEqual({
      message: '“report.txt”可能是路径，也可能是文本',
      hint: "路径请写成 { path: 'report.txt' }，文本请写成 { text: '…' }",
    });
  });
});

describe('options', () => {
  test.each([
    ['a slip', { rule: ['a.yaml'] }, 'unknown option: rule; did you mean rules?'],
    ['an unknown one', { colour: true }, 'unknown option: colour; options are: rules, pack, '],
    ['a string', 'zh', "options does not take 'string'"],
    ['rules that are no list', { rules: 'a.yaml' }, "rules does not take 'a.yaml'; it takes: ['my-pack.yaml']"],
    ['a pack that is none', { pack: 'a.yaml' }, "pack does not take 'a.yaml'; it takes: loadPack(['my-pack.yaml'])"],
    ['rules and a pack', { rules: [], pack: loadPack() }, 'both rules and pack are given'],
    ['another segmenter', { segmenter: 'jieba' }, "segmenter does not take 'jieba'"],
    ['another encoding', { encoding: 'gbkk' }, "encoding does not take 'gbkk'"],
    ['a size in words', { maxFileSize: '50MB' }, "maxFileSize does not take '50MB'"],
  ])('%s is refused', async (_, options, message) => {
    const error = await thrownBy(() => extractReport({ text: '改革' }, options as never));
    expect(error).toMatchObject({ code: 'USAGE', message: expect.stringContaining(message) });
  });

  test('one object may serve all functions', async () => {
    const options = { failOn: 'never', includeText: true, rules: undefined } as const;
    expect((await extractReport({ text: '改革' }, options)).text).toBe('改革');
    expect((await checkReport({ text: '培育企业*家。' }, options)).failed).toBe(false);
  });
});

describe('checkReport', () => {
  const checkedBy = async (...argv: string[]) => {
    const { code, stdout } = await runMain(['check', '--format', 'json', ...argv]);
    const { reports, notices } = JSON.parse(stdout);
    return { ...reports[0], notices, failed: code === 1 };
  };

  test.each([MASKED, 'seeds/masked-speech.txt', PATH])('%s as gaige check tells it', async (path) => {
    expect(await checkReport({ path })).toEqual(await checkedBy(path, '--no-config'));
  });

  test('by a policy as in gaige.yaml', async () => {
    const path = fileOf(
      'a.md',
      '# 总结\n\n培育企业*家，由**局牵头。\n\n**区<!-- gaige-ignore -->增长5%。\n\n【待补充】\n',
    );
    const policy = {
      kinds: { text: 'warn' },
      allow: [
        { text: '**局', reason: '待定' },
        { section: '没有', reason: '无' },
      ],
      failOn: 'warn',
    } satisfies CheckOptions;
    const config = fileOf('policy.yaml', JSON.stringify({ check: policy }));
    const { notices, ...told } = await checkReport({ path }, policy);
    const { notices: told2, ...byCommand } = await checkedBy(path, '--config', config);
    expect(told).toEqual(byCommand);
    expect(told.counts).toEqual({
      errors: 1,
      warnings: 1,
      kinds: { number: 1, text: 1 },
      allowed: 1,
      ignored: 1,
      known: 0,
    });
    expect(notices).toEqual([{ ...told2[0], path: 'allow[1]', line: null }]);
  });

  test('an allowance holds until its day', async () => {
    const allow = [{ text: '*家', reason: '待定', until: '2027-06-30' }];
    const errorsOn = async (today: string) =>
      (await checkReport({ text: '培育企业*家。' }, { allow, today })).counts.errors;
    expect([await errorsOn('2027-06-30'), await errorsOn('2027-07-01')]).toEqual([0, 1]);
  });

  test('what is known already', async () => {
    const { findings } = await checkReport({ path: MASKED });
    const [first] = findings;
    const entry = (fingerprint: string) => ({ path: MASKED, fingerprint, kind: 'number', missing: '企业*家' }) as const;
    const entries = [entry(first?.fingerprint ?? ''), entry('0000000000000000:1')];
    const baseline: Baseline = { version: 1, entries };
    const again = await checkReport({ path: MASKED }, { baseline });
    expect(again.findings).toEqual(findings.slice(1));
    expect(again.counts.known).toBe(1);
    expect(again.notices.map(({ code, path }) => [code, path])).toEqual([['BASELINE_GONE', 'options.baseline']]);
  });

  test('no settings of the working directory', async () => {
    const before = process.cwd();
    fileOf('gaige.yaml', 'check: { kinds: { number: off } }\n');
    try {
      process.chdir(folder);
      expect((await checkReport({ text: '培育企业*家。' })).counts.errors).toBe(1);
    } finally {
      process.chdir(before);
    }
  });

  test.each([
    ['a level', { failOn: 'wran' }, 'CONFIG_INVALID', /'wran' is not known.*did you mean warn\?/s],
    ['a kind', { kinds: { nam: 'off' } }, 'CONFIG_INVALID', /nothing is called 'nam' here.*did you mean name\?/s],
    ['a list of kinds', { kinds: ['name'] }, 'CONFIG_INVALID', /expected a mapping, found a list/],
    ['a form', { forms: { squar: 'off' } }, 'CONFIG_INVALID', /did you mean square\?/],
    ['no reason', { allow: [{ text: '**区' }] }, 'CONFIG_INVALID', /'reason' is missing/],
    ['a baseline', { baseline: 'known.json' }, 'BASELINE_INVALID', /expected object, received string/],
    ['a day', { today: '30.6.2027' }, 'USAGE', /today does not take '30\.6\.2027'/],
  ])('%s at fault', async (_, options, code, message) => {
    const error = await thrownBy(() => checkReport({ text: '改革' }, options as never));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });
});

describe('stages', () => {
  describe.each([MASKED, 'seeds/news-page.html'])('%s', (path) => {
    test.each(STAGE_NAMES)('%s: the rows that inspect prints', async (name) => {
      const made = await stages({ path });
      const rows = stageRows(made, name);
      const { stdout } = await runMain(['inspect', path, '--stage', name, '--format', 'ndjson']);
      expect(rows.map((row) => `${JSON.stringify(row)}\n`).join('')).toBe(stdout);
      expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
      for (const { span, text } of rows)
        if (span && text !== null) expect(made.document.text.slice(span.start, span.end)).toBe(text);
    });
  });

  test('end in the record', async () => {
    expect((await stages({ path: PATH })).validate).toEqual(await extractReport({ path: PATH }));
  });

  test('a stage of another name', async () => {
    const made = await stages({ text: '改革' });
    const error = await thrownBy(() => stageRows(made, 'Lex' as never));
    expect(error.message).toMatch(/^USAGE: stageRows does not take 'Lex'; it takes: decode, normalize, structure, lex/);
  });
});

describe('loadPack', () => {
  test('one pack for all functions', async () => {
    const path = fileOf('units.yaml', UNIT_PACK);
    const pack = loadPack([path]);
    const input = { text: '建成3座戏台。' };
    const record = await extractReport(input, { pack });
    expect(record.indicators[0]?.unit.symbol).toBe('戏台');
    expect(record).toEqual(await extractReport(input, { rules: [path] }));
    expect(record.tool.rules).toBe(pack.packs.map(({ name, version, hash }) => `${name}@${version}+${hash}`).join(' '));
    expect(pack.packs.map(({ name }) => name)).toEqual(['gaige', 'units']);
    for await (const result of extractReports([input], { pack }))
      expect(result).toEqual({ status: 'done', path: '-', record });
    expect((await stages(input, { pack })).validate).toEqual(record);
    expect(lexQuantities(input.text, { pack })[0]?.unit?.symbol).toBe('戏台');
    expect((await checkReport({ text: '建成*座戏台。' }, { pack })).findings).toHaveLength(1);
  });

  test('reads the files anew', () => {
    const before = loadPack([fileOf('units.yaml', UNIT_PACK)]);
    const after = loadPack([fileOf('units.yaml', `${UNIT_PACK}        - { symbol: 碑亭, words: [座碑亭] }\n`)]);
    expect(after.packs[1]?.hash).not.toBe(before.packs[1]?.hash);
  });

  test('faults are told with their place', async () => {
    const path = fileOf('wrong.yaml', 'unit:\n  dimensions: {}\n');
    const error = await thrownBy(() => loadPack([path]));
    expect(error).toMatchObject({ code: 'RULES_INVALID', facts: { path, line: 1, column: 1, more: 0 } });
    expect(error.message).toMatch(/wrong\.yaml:1:1: nothing is called 'unit' here/);
  });

  test('a path that stands in no list', async () => {
    const error = await thrownBy(() => loadPack('units.yaml' as never));
    expect(error.message).toBe("USAGE: loadPack does not take 'units.yaml'; it takes: ['my-pack.yaml']");
  });
});

test('lexQuantities', async () => {
  expect(lexQuantities('增长5.4%').map(({ text }) => text)).toEqual(['5.4%']);
  expect((await thrownBy(() => lexQuantities({ path: PATH } as never))).code).toBe('USAGE');
});

test.each(['record', 'envelope', 'pack', 'config', 'check', 'baseline', 'corrections'] as const)(
  'schema of a %s',
  (name) => {
    expect(jsonSchema(name)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
  },
);

test('a schema of another name', async () => {
  expect((await thrownBy(() => jsonSchema('reports' as never))).message).toMatch(/it takes: record, envelope/);
});
