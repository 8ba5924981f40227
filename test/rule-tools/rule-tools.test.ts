import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { openRulePacks } from '../../src/knowledge/index.ts';
import type { Document } from '../../src/model/document.ts';
import { benchRules } from '../../src/rule-tools/bench.ts';
import { findGaps } from '../../src/rule-tools/gaps.ts';
import { formatJunit } from '../../src/rule-tools/junit.ts';
import { advise } from '../../src/rule-tools/lint.ts';
import { testRules } from '../../src/rule-tools/test.ts';
import { withUpdates } from '../../src/rule-tools/update.ts';
import { documentOf, engine, extract } from '../support/extract.ts';
import { openTexts } from '../support/packs.ts';

const builtIn = openRulePacks();
const own = (opened: ReturnType<typeof openTexts>) => new Set(opened.packs.slice(1));

async function tested(text: string) {
  const opened = openTexts(text);
  return testRules(opened, own(opened), createEngine(opened.pack!, {}).engine);
}

describe('the built-in pack', () => {
  test('has no rule without an example, and all examples hold', { timeout: 60_000 }, async () => {
    const { outcomes, coverage } = await testRules(builtIn, new Set(builtIn.packs), engine);
    expect(outcomes.flatMap(({ fault }) => fault ?? [])).toEqual([]);
    expect(coverage.gaps).toEqual([]);
    expect(coverage.covered).toBe(coverage.all);
  });

  test('has no class that nothing asks for, and none asked for in vain', async () => {
    const advice = await advise(builtIn, new Set(builtIn.packs), engine);
    expect(advice.filter(({ code }) => code === 'UNUSED_CLASS' || code === 'EMPTY_CLASS')).toEqual([]);
  });
});

const RULE = (examples: string, more = '') =>
  `pack: { name: mine, version: 1.0.0 }\nrules:\n  - id: my/rule\n    pattern: '投递 <count unit=件>'\n    emit: { kind: level, name: 投递量 }\n    examples: ${examples}\n${more}`;

describe('examples', () => {
  test.each([
    ['{ match: [投递3件] }', []],
    ['{ match: [{ text: 投递3件, number: 3, name: 投递量 }], skip: [送出3件] }', []],
    ['{ match: [送出3件] }', ['EXAMPLE_NOT_FIRED']],
    ['{ skip: [投递3件] }', ['EXAMPLE_FIRED']],
    ['{ match: [{ text: 投递3件, number: 4 }] }', ['EXAMPLE_DIFFERS']],
    ['{ match: [{ text: 投递3件, kind: share }] }', ['EXAMPLE_DIFFERS']],
  ])('%s', async (examples, codes) => {
    const { outcomes } = await tested(RULE(examples));
    expect(outcomes.flatMap(({ fault }) => fault?.code ?? [])).toEqual(codes);
  });

  test.each([
    ['indicators: [{ number: 3, unit: 件 }]', []],
    ['indicators: []', ['EXAMPLE_DIFFERS']],
    ['indicators: [{ number: 3 }, { number: 4 }]', ['EXAMPLE_DIFFERS']],
    ['placeholders: []', []],
    ['domains: []', []],
  ])('of a whole text: %s', async (expected, codes) => {
    const { outcomes } = await tested(`examples:\n  - text: 投递3件\n    ${expected}\n`);
    expect(outcomes.flatMap(({ fault }) => fault?.code ?? [])).toEqual(codes);
  });

  test('a rule that nothing fires is told', async () => {
    const { coverage } = await tested(RULE('{ skip: [送出3件] }'));
    expect(coverage).toMatchObject({ all: 1, covered: 0, gaps: [{ code: 'NO_EXAMPLES' }] });
  });
});

describe('--update', () => {
  test.each([
    ['{ match: [{ text: 投递3件, number: 4 }] }', '{ match: [{ text: 投递3件, number: 3 }] }'],
    [
      '{ match: [{ text: 投递3件, name: 送出量, unit: 项 }] }',
      '{ match: [{ text: 投递3件, name: 投递量, unit: 件 }] }',
    ],
  ])('%s', async (before, after) => {
    const text = RULE(before, '# kept\n');
    const { outcomes } = await tested(text);
    const updates = outcomes.flatMap((outcome) => outcome.updates);
    expect(withUpdates('mine.yaml', text, updates)).toBe(RULE(after, '# kept\n'));
  });

  test('an example without expectations is given what was found', async () => {
    const text = 'examples:\n  - text: 投递3件\n# kept\n';
    const updates = (await tested(text)).outcomes.flatMap((outcome) => outcome.updates);
    const updated = withUpdates('mine.yaml', text, updates);
    expect(updated).toMatch(/^examples:\n {2}- text: 投递3件\n {4}indicators: \[\{ name: .*number: 3.*\}\]\n# kept\n$/);
    expect((await tested(updated)).outcomes.flatMap(({ fault }) => fault ?? [])).toEqual([]);
  });
});

test('JUnit tells each example, and what is wrong with it', async () => {
  const { outcomes } = await tested(RULE('{ match: [{ text: "投递3件 <&>", number: 4 }], skip: [送出3件] }'));
  const xml = formatJunit(outcomes, 'en');
  expect(xml).toMatch(/^<\?xml.*\n<testsuites name="gaige rules test" tests="2" failures="1">/);
  expect(xml).toContain('name="match: 投递3件 &lt;&amp;&gt;" classname="my/rule"');
  expect(xml).toMatch(/<failure message="[^"]*expected number: 4, found number: 3"/);
});

/** A concept that counts. */
const CONCEPT = (names: string, examples = 'match: [包裹量3万件]'): string =>
  `pack: { name: a, version: 1.0.0 }\nconcepts:\n  - { id: parcels, label: { zh: 包裹量, en: Parcels }, definition: 收寄的包裹数, dimensions: [count], ${names}, examples: { ${examples} } }\n`;

describe('lint', () => {
  const adviceOn = async (text: string) => {
    const opened = openTexts(text);
    const faults = await advise(opened, own(opened), createEngine(opened.pack!, {}).engine);
    return faults.map(({ code, severity }) => `${severity} ${code}`);
  };

  test.each([
    [RULE('{ match: [投递3件] }'), []],
    [RULE('{ match: [] }'), ['warning NO_EXAMPLES']],
    ['classes: { mine: [甲] }', ['warning NO_PACK_NAME', 'warning UNUSED_CLASS']],
    ["pack: { name: a, version: 1.0.0 }\nclasses: { mine: [甲], grade: ['@mine'] }", []],
    ['pack: { name: a, version: 1.0.0 }\noff: { words: { among: [其中] } }', ['warning EMPTY_CLASS']],
    ['pack: { name: a, version: 1.0.0 }\noff: { classes: [grade] }\nclasses: { grade: [] }', ['warning EMPTY_CLASS']],
    [
      'pack: { name: a, version: 1.0.0 }\nunits: { dimensions: { count: { units: [{ symbol: 甲, words: [家] }] } } }',
      ['warning UNIT_TAKEN'],
    ],
    [
      "pack: { name: a, version: 1.0.0 }\nrules:\n  - { id: my/late, pattern: '增长 <percent>', emit: { kind: share }, priority: -9, examples: { match: [产量增长3%] } }\n",
      ['warning SHADOWED'],
    ],
    [CONCEPT('names: [包裹量, 跨境包裹量], not: [跨境]'), ['warning CONCEPT_EXCLUDES']],
    [CONCEPT('names: []', 'match: []'), ['warning CONCEPT_NAMELESS', 'warning NO_EXAMPLES']],
    [CONCEPT('names: [包裹量, 上市公司]'), ['warning CONCEPT_TAKEN']],
    [CONCEPT('names: [包裹量, 地区生产总值]'), []],
  ])('%#', async (text, expected) => {
    expect((await adviceOn(text)).sort()).toEqual(expected);
  });
});

async function* documents(...texts: string[]): AsyncGenerator<Document> {
  for (const text of texts) yield await documentOf(text);
}

test('gaps: units and cue words that no rule knows, with counts and places', async () => {
  const gaps = await findGaps(documents('发运家禽40笼、活鱼3笼。', '产量劲蹿5%。企业3家。'), engine);
  expect(gaps.reports).toBe(2);
  expect(gaps.units).toEqual([
    { words: '笼', count: 2, contexts: [expect.stringContaining('家禽40笼'), expect.any(String)] },
  ]);
  expect(gaps.cues.map(({ words }) => words)).toEqual([expect.stringMatching(/蹿$/)]);
});

test('a record tells the units that no rule knows, once, with their counts', async () => {
  const { diagnostics } = await extract('发运家禽40笼、活鱼3笼，建成2尊塑像，全长G12线，第“90后”。');
  expect(diagnostics.filter(({ code }) => code === 'UNKNOWN_UNIT')).toEqual([
    { severity: 'info', code: 'UNKNOWN_UNIT', message: expect.stringContaining('笼 ×2'), span: { start: 6, end: 7 } },
  ]);
  expect((await extract('新增企业3家，增长5%，2024年达到13亿。')).diagnostics).toEqual([]);
});

test('a record tells each broken number with its place', async () => {
  const { indicators, diagnostics } = await extract('拨付补助l70万元，新建水窖5口，改水O.4万户。');
  expect(indicators.map(({ text }) => text)).toEqual(['5口']);
  expect(diagnostics).toEqual([
    {
      severity: 'warning',
      code: 'BROKEN_NUMBER',
      message: expect.stringContaining('l70万元'),
      span: { start: 4, end: 9 },
    },
    {
      severity: 'warning',
      code: 'BROKEN_NUMBER',
      message: expect.stringContaining('O.4万户'),
      span: { start: 19, end: 24 },
    },
  ]);
});

test('bench counts what fires and what decides', async () => {
  let clock = 0;
  const bench = await benchRules(documents('粮食产量增长3%，企业3家。'), engine, () => clock++);
  expect(bench).toMatchObject({ reports: 1, figures: 2 });
  const rise = bench.rules.find(({ id }) => id === 'accept/unit')!;
  expect(rise).toMatchObject({ fired: 2, decided: 2, milliseconds: 1 });
});
