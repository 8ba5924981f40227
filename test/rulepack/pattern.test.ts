import { describe, expect, test } from 'vitest';
import { lex } from '../../src/lex/index.ts';
import { matchPattern } from '../../src/match/pattern.ts';
import { CharSet } from '../../src/model/char-set.ts';
import { Lexicon } from '../../src/model/lexicon.ts';
import { compilePattern, PatternError } from '../../src/rulepack/pattern.ts';
import { wordIndex } from '../../src/segment/word-index.ts';
import { pack, segment } from '../support/extract.ts';

const CLASSES = new Map([
  ['up', new Lexicon(['增长', '增', '提高'])],
  ['about', new Lexicon(['约', '大约'])],
]);

const compile = (source: string) => compilePattern(source, (name) => CLASSES.get(name)).patterns;

/** The stretch that a pattern matches around the last figure of a text, or null. */
function match(source: string, text: string): string | null {
  const lexed = lex(text, pack);
  const { quantities } = lexed;
  const subject = quantities.at(-1)!;
  const context = {
    text,
    window: { start: 0, end: text.length },
    style: 'arabic' as const,
    delimiters: new CharSet('，。；'),
    quantities: lexed,
    words: wordIndex(
      text,
      { start: 0, end: text.length },
      quantities.map(({ span }) => span),
      segment,
    ),
  };
  for (const pattern of compile(source)) {
    const found = matchPattern(pattern, subject, context);
    if (found) return text.slice(found.span.start, found.span.end);
  }
  return null;
}

describe('matching', () => {
  test.each([
    ['@up <percent>', '产量增长5%', '增长5%'],
    ['@up <percent>', '产量增长到5%', null],
    ['@up @about? <percent>', '产量增长约5%', '增长约5%'],
    ['@up .{0,3} <percent>', '产量增长超过5%', '增长超过5%'],
    ['@up .{0,3} <percent>', '产量增长，达5%', null],
    ['<percent> 以上', '达5%以上', '5%以上'],
    ['<percent> !以上', '达5%以上', null],
    ['!约 <percent>', '达约5%', null],
    ['!约 <percent>', '达5%', '5%'],
    ['从 {percent} 提高到 <percent>', '从5%提高到8%', '从5%提高到8%'],
    ['^ <count>', '新建，12个', '12个'],
    ['^ <count>', '新建12个', null],
    ['<count> $', '新建12个，', '12个'],
    ['<count number>=10 number<=20>', '新建12个', '12个'],
    ['<count number>=20>', '新建12个', null],
    ['<count> #n', '新建12个公园', '12个公园'],
    ['(增长 | 提高) <percent>', '提高3%', '提高3%'],
    ['甲 <percent> | 乙 <percent>', '乙3%', '乙3%'],
    ['增长 <percent>', '增长 5 %', '增长 5 %'],
    ['@up <percent>', '加增5%', '增5%'],
  ])('%s on %s', (source, text, expected) => {
    expect(match(source, text)).toBe(expected);
  });

  test('captures run in text order on both sides', () => {
    const [pattern] = compile('(?<name> 产量) 增长 <percent> (?<scope> 左右)');
    expect(pattern).toBeDefined();
    expect(match('(?<name> 产量) 增长 <percent> (?<scope> 左右)', '产量增长5%左右')).toBe('产量增长5%左右');
  });
});

describe('faults name the place', () => {
  test.each([
    ['@nothing <percent>', 'there is no class @nothing', 0],
    ['增长', 'a pattern judges exactly one figure', 0],
    ['<percent> <percent>', 'a pattern judges exactly one figure', 0],
    ['(增长 <percent>', 'this group is never closed', 0],
    ['增长* <percent>', 'repetition must be bounded', 2],
    ['增长{0,99} <percent>', 'repetition must lie within', 2],
    ['(?=增长) <percent>', 'only named groups', 1],
    ['<percents>', "unknown 'percents'", 1],
    ["'增长 <percent>", 'this quotation is never closed', 0],
    ['@up <percent', "'<' is never closed", 4],
    ['(<percent>)', 'must stand at the top', 1],
  ])('%s', (source, message, at) => {
    let fault: unknown;
    try {
      compile(source);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(PatternError);
    expect(fault).toMatchObject({ message: expect.stringContaining(message), at });
  });
});

test('a pattern that could blow up is matched in time proportional to its context', () => {
  const source = `${'(增 | 增增 | .)?'.repeat(30)} <percent>`;
  expect(match(source, `${'增'.repeat(150)}坏5%`)).not.toBeNull();
});
