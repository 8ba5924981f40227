/** Ten places: five where something is found, five where nothing is. What is said of each must be the true reason. */
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { originsOf } from '../../src/resolve/index.ts';
import { type Explanation, explainPlace } from '../../src/rule-tools/explain.ts';
import { readText } from '../../src/rule-tools/reading.ts';
import { engine } from '../support/extract.ts';
import { openTexts } from '../support/packs.ts';

/** Of the place that `mark` begins at. */
async function explained(text: string, mark: string): Promise<Explanation> {
  const made = await readText(text, engine);
  return explainPlace(made, made.document.text.indexOf(mark), engine);
}

const stepOf = ({ steps }: Explanation, field: string) => steps.find((step) => step.field === field);

describe('hits', () => {
  test('a change: which rules fired and lost, and why', async () => {
    const told = await explained('全年粮食产量增长3.1%。', '3.1');
    expect(told.found).toBe('indicator');
    expect(stepOf(told, 'kind')).toMatchObject({ value: 'change', by: expect.stringMatching(/^change\//) });
    expect(stepOf(told, 'name')).toMatchObject({ value: '粮食产量', by: 'LEFT' });
    expect(told.fired.flatMap(({ decides }) => decides)).toContain('kind');
    expect(told.tokens).toContainEqual({ text: '3.1%', tag: 'quantity' });
  });

  test('a bound and a canonical value', async () => {
    const told = await explained('完成投资超过120亿元。', '120');
    expect(stepOf(told, 'bound')).toMatchObject({ value: 'gte', by: expect.stringMatching(/^bound\//) });
    expect(stepOf(told, 'canonical')).toMatchObject({ by: 'FACTOR' });
  });

  test('a name carried over, and a status by a cue', async () => {
    const told = await explained('力争粮食产量达到40万吨，增长5%。', '5%');
    expect(stepOf(told, 'name')).toMatchObject({ value: '粮食产量', by: 'CARRIED' });
    expect(stepOf(told, 'status')).toMatchObject({ value: 'target', by: 'CUE', facts: { cue: '力争' } });
  });

  test('a name on the right', async () => {
    expect(stepOf(await explained('新建了12个充电站。', '12'), 'name')).toMatchObject({
      value: '新建充电站',
      by: 'RIGHT',
    });
  });

  test('a placeholder, by its context', async () => {
    const told = await explained('引进**研究院。', '**');
    expect(told).toMatchObject({ found: 'placeholder', context: { id: 'name/noun' } });
    expect(stepOf(told, 'kind')).toMatchObject({ value: 'name', by: 'name/noun' });
  });
});

describe('misses', () => {
  test('a figure that a rule takes for structure', async () => {
    const told = await explained('建立了3个方面的机制。', '3');
    expect(told.found).toBe('figure');
    expect(stepOf(told, 'accept')).toMatchObject({ value: false, by: 'reject/structural' });
    expect(told.fired.find(({ rule }) => rule === 'accept/unit')!.loses).toEqual([
      { field: 'accept', to: 'reject/structural', by: 'priority' },
    ]);
  });

  test('a unit that no rule knows', async () => {
    expect(stepOf(await explained('发运家禽40笼。', '40'), 'accept')).toMatchObject({
      by: 'UNKNOWN_UNIT',
      facts: { unit: '笼' },
    });
  });

  test('a broken number: all of it, and why none is read', async () => {
    const told = await explained('拨付补助l70万元。', '70');
    expect(told).toMatchObject({ found: 'nothing', text: 'l70万元' });
    expect(stepOf(told, 'found')).toMatchObject({ by: 'BROKEN_NUMBER', facts: { text: 'l70万元' } });
  });

  test('a bare number: the rule that came closest, and at which atom it stopped', async () => {
    const told = await explained('收入比缩窄到1.8。', '1.8');
    expect(told.found).toBe('figure');
    const [first] = told.near;
    expect(first!.rule).toMatch(/^accept\//);
    expect(first!.side).toBe('left');
    expect(told.near.some(({ expected }) => expected.some((atom) => first!.pattern.includes(atom)))).toBe(true);
  });

  test('a set phrase that holds a digit', async () => {
    expect(stepOf(await explained('统一部署。', '一'), 'found')).toMatchObject({
      by: 'SET_PHRASE',
      facts: { word: '统一' },
    });
  });

  test('a sign that only looks like a mask', async () => {
    const told = await explained('查看*.docx文件。', '*');
    expect(told).toMatchObject({ found: 'mask', context: { id: 'none/file' } });
  });
});

test('where nothing stands, that is said', async () => {
  expect(stepOf(await explained('深化改革。', '改革'), 'found')).toMatchObject({ by: 'NO_NUMBER' });
});

describe('what is told is what was recorded', () => {
  test.each([
    ['全年粮食产量增长3.1%。', '3.1'],
    ['力争粮食产量达到40万吨，增长5%。', '5%'],
    ['新建了12个充电站。', '12'],
    ['小麦和玉米单产分别增长2.6%、3.9%。', '3.9'],
    ['森林覆盖率由41%提高到43%，居全省第2位。', '第2'],
    ['2024年，全县接待游客120万人次。其中过夜游客30万人次。', '30'],
  ])('%s', async (text, mark) => {
    const made = await readText(text, engine);
    const draft = made.resolve.find(({ span }) => span.start === text.indexOf(mark));
    const { steps } = explainPlace(made, text.indexOf(mark), engine);
    expect(draft).toBeDefined();
    const origins = originsOf(draft!);
    for (const { field, by } of steps) expect([field, by]).toEqual([field, origins[field as 'kind'].by]);
    expect(made.validate.indicators).toContainEqual(expect.objectContaining({ span: draft?.span, kind: draft?.kind }));
  });

  test('a rule is flipped, and what is told follows', async () => {
    const flipped = openTexts(
      `rules:\n  - { id: change/flipped, pattern: '增长 <percent>', emit: { kind: level, status: target }, priority: 90 }\n`,
    ).pack;
    if (!flipped) throw new Error('a pack without faults');
    const [before, after] = await Promise.all(
      [engine.pack, flipped].map(async (pack) => {
        const own = createEngine(pack, {}).engine;
        const made = await readText('全年粮食产量增长3.1%。', own);
        return explainPlace(made, made.document.text.indexOf('3.1'), own);
      }),
    );
    expect(stepOf(before!, 'kind')).toMatchObject({ value: 'change', by: 'change/rise' });
    expect(stepOf(before!, 'status')).toMatchObject({ value: 'achieved' });
    expect(stepOf(after!, 'kind')).toMatchObject({ value: 'level', by: 'change/flipped' });
    expect(stepOf(after!, 'status')).toMatchObject({ value: 'target', by: 'change/flipped' });
    const beaten = after!.fired.find(({ rule }) => rule === 'change/rise');
    expect(beaten?.loses).toContainEqual({ field: 'kind', to: 'change/flipped', by: 'priority' });
  });
});
