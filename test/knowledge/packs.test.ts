import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { openRulePacks } from '../../src/knowledge/index.ts';
import type { RulePack } from '../../src/knowledge/rule-pack.ts';
import { readText } from '../../src/rule-tools/reading.ts';
import { codesOf, openTexts, writePack } from '../support/packs.ts';

const recordOf = async (pack: RulePack, text: string) => (await readText(text, createEngine(pack, {}).engine)).validate;

const RULE = (emit: string, more = '') =>
  `rules:\n  - { id: change/rise, pattern: '增长 <percent>', emit: { ${emit} }, priority: 50${more} }\n`;

describe('packs', () => {
  test('a rule with the id of an earlier one takes its place', async () => {
    const { pack } = openTexts(RULE('kind: share'));
    expect(pack!.rules.filter(({ id }) => id === 'change/rise')).toHaveLength(1);
    expect((await recordOf(pack!, '粮食产量增长3%')).indicators[0]).toMatchObject({
      kind: 'share',
      rule: 'change/rise',
    });
  });

  test('the later pack decides', async () => {
    const { pack } = openTexts(RULE('kind: share'), RULE('kind: rank'));
    expect((await recordOf(pack!, '粮食产量增长3%')).indicators[0]!.kind).toBe('rank');
  });

  test('within one pack an id is used once', () => {
    expect(codesOf(`${RULE('kind: share')}${RULE('kind: rank').replace('rules:\n', '')}`)).toEqual(['DUPLICATE_ID']);
  });

  test('what is said of a concept that no pack has is told to be of a new one, with the id that was meant', () => {
    const { faults } = openTexts('concepts: [{ id: gpd, names: [生产总值], dimensions: [money] }]\n');
    expect(faults.map(({ code, facts }) => [code, facts])).toEqual([
      ['NEW_CONCEPT', { id: 'gpd', keys: 'label, definition', near: 'gdp' }],
    ]);
    expect(
      codesOf('concepts: [{ id: gdp, names: [经济盘子], examples: { match: [全市经济盘子达到60亿元。] } }]\n'),
    ).toEqual([]);
  });

  test.each([
    ['rules: [accept/unit]', '新增企业3家', 1, 0],
    ['units: [篇]', '发表论文3篇', 1, 0],
  ])('off: { %s }', async (off, text, before, after) => {
    expect((await recordOf(openRulePacks().pack!, text)).indicators).toHaveLength(before);
    expect((await recordOf(openTexts(`off: { ${off} }`).pack!, text)).indicators).toHaveLength(after);
  });

  test('words, contexts, domains and lists of status are switched off too', () => {
    const { pack, faults } = openTexts(
      'off: { words: { rise: [攀升] }, contexts: [name/place], domains: [soe], status: { wishes: [力争] } }',
    );
    expect(faults).toEqual([]);
    expect(pack!.classes.get('rise')!.has('攀升')).toBe(false);
    expect(pack!.placeholders.contexts.map(({ id }) => id)).not.toContain('name/place');
    expect(pack!.domains.definitions.map(({ id }) => id)).not.toContain('soe');
    expect(pack!.status.wishes.has('力争')).toBe(false);
  });

  test('what rules still ask for is missed', () => {
    expect(new Set(codesOf('off: { classes: [fall-noun], masks: [circle] }'))).toEqual(
      new Set(['UNKNOWN_CLASS', 'UNKNOWN_MASK']),
    );
  });

  test('what is not there cannot be switched off', () => {
    expect(codesOf('off: { rules: [accept/unitt], units: [嘉], words: { rise: [增張] }, classes: [risen] }')).toEqual([
      'UNKNOWN_ID',
      'UNKNOWN_ID',
      'UNKNOWN_WORD',
      'UNKNOWN_ID',
    ]);
  });

  test('a pack adds words to classes, and classes of its own', async () => {
    const { pack } = openTexts("classes: { rise: [猛蹿], mine: ['@rise'] }");
    expect(pack!.classes.get('mine')!.has('猛蹿')).toBe(true);
    expect((await recordOf(pack!, '产量猛蹿8%')).indicators[0]).toMatchObject({ kind: 'change', direction: 'up' });
  });

  test('a dictionary belongs to its pack', async () => {
    const { pack } = openTexts('dictionary: { n: [青梧云仓] }');
    const { engine } = createEngine(pack!, {});
    expect(engine.segment('建设青梧云仓平台').map(({ text, tag }) => `${text}/${tag}`)).toContain('青梧云仓/n');
    const plain = createEngine(openRulePacks().pack!, {}).engine;
    expect(plain.segment('建设青梧云仓平台').map(({ text }) => text)).not.toContain('青梧云仓');
  });

  test('words of a dictionary are Han', () => {
    expect(codesOf('dictionary: { n: [PM2.5] }')).toEqual(['BAD_TERM']);
  });

  test('scope and period may be captured', async () => {
    const { pack } = openTexts(
      "rules:\n  - { id: my/scope, pattern: '(?<where> 全湾) (?<when> 本旬) 投递 <count>', emit: { scope: $where, period: $when, name: 投递量 } }\n",
    );
    expect((await recordOf(pack!, '全湾本旬投递3件')).indicators[0]).toMatchObject({
      name: '投递量',
      scope: '全湾',
      period: '本旬',
    });
  });

  test('a record names its packs in order, with version and hash', () => {
    const mine = openTexts('pack: { name: mine, version: 2.1.0 }').pack!;
    const { tool } = createEngine(mine, {}).engine;
    expect(tool.rules).toMatch(/^gaige@\d+\.\d+\.\d+\+[0-9a-f]{16} mine@2\.1\.0\+[0-9a-f]{16}$/);
  });

  test('the hash tells content and names of files, not where they lie', () => {
    const hashAt = (path: string) => openRulePacks([path]).packs[1]!.hash;
    const [a, b] = ['here/p.yaml', 'there/p.yaml'].map((path) => writePack(path, 'classes: { mine: [甲] }'));
    expect(hashAt(a!)).toBe(hashAt(b!));
    expect(hashAt(writePack('here/p.yaml', 'classes: { mine: [乙] }'))).not.toBe(hashAt(b!));
  });

  test('a pack that is named twice is loaded once', () => {
    const path = writePack('twice.yaml', RULE('kind: share'));
    expect(openRulePacks([path, path]).packs).toHaveLength(2);
  });
});
