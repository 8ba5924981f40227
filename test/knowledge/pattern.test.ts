import { describe, expect, test } from 'vitest';
import { matchPattern } from '../../src/judge/walk.ts';
import { compilePattern, PatternError } from '../../src/knowledge/pattern/compile.ts';
import { lex } from '../../src/lex/index.ts';
import { segmentSentences } from '../../src/segment/word-index.ts';
import { CharSet } from '../../src/text/char-set.ts';
import { Lexicon } from '../../src/text/lexicon.ts';
import { pack, segment } from '../support/extract.ts';

const CLASSES = new Map([
  ['up', new Lexicon(['增长', '增', '提高'])],
  ['about', new Lexicon(['约', '大约'])],
]);

const { byWord } = pack.units;
const UNITS = { symbols: new Set([...byWord.values()].map(({ symbol }) => symbol)), words: new Set(byWord.keys()) };

const compile = (source: string) => compilePattern(source, { classes: CLASSES, units: UNITS }).patterns;

/** The stretch that a pattern matches around the last figure of a text, or null. */
function match(source: string, text: string): string | null {
  const lexed = lex(text, pack);
  const { quantities } = lexed;
  const subject = quantities.at(-1)!;
  const sentence = { span: { start: 0, end: text.length }, heading: -1 };
  const context = {
    text,
    window: { start: 0, end: text.length },
    style: 'arabic' as const,
    delimiters: new CharSet('，。；'),
    quantities: lexed,
    words: segmentSentences({ text, sentences: [sentence] }, { quantities }, segment)[0]!.words,
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

describe('faults name the place and what was meant', () => {
  test.each([
    ['@upp <percent>', 'UNKNOWN_CLASS', 0, '@up'],
    ['增长', 'ONE_FIGURE', 0],
    ['<percent> <percent>', 'ONE_FIGURE', 10],
    ['(增长 <percent>', 'OPEN_GROUP', 0],
    ['增长* <percent>', 'UNBOUNDED', 2],
    ['增长{0,99} <percent>', 'REPEAT_RANGE', 2],
    ['(!增长){0,2}!^{0,2} <percent>', 'REPEATED_TEST', 10],
    ['(?=增长) <percent>', 'LOOKAROUND', 1],
    ['(?<!增长) <percent>', 'LOOKAROUND', 1],
    ['(?i:增长) <percent>', 'GROUP_FLAG', 1],
    ['(?<a> 增) \\k<a> <percent>', 'BACK_REFERENCE', 9],
    ['(增) \\1 <percent>', 'BACK_REFERENCE', 4],
    ['\\d <percent>', 'ESCAPE', 0],
    ['[增长] <percent>', 'CHARACTER_SET', 0],
    ['<percents>', 'UNKNOWN_TEST', 1, 'percent'],
    ['<!>', 'UNKNOWN_TEST', 2],
    ['<|>', 'UNKNOWN_TEST', 1],
    ['<count form=ranges>', 'UNKNOWN_TEST', 12, 'range'],
    ['<count unti=个>', 'UNKNOWN_TEST', 7],
    ['<any raw=个,平方公哩>', 'UNKNOWN_UNIT', 11, '平方公尺'],
    ["'增长 <percent>", 'OPEN_QUOTE', 0],
    ["'' <percent>", 'EMPTY_TEXT', 0],
    ['@up <percent', 'OPEN_FIGURE', 4],
    ['(<percent>)', 'NESTED_FIGURE', 1],
    ['@ <percent>', 'NO_NAME', 1],
    ['增长) <percent>', 'UNEXPECTED', 2],
    ['(.{0,40}){0,40} <percent>', 'TOO_COMPLEX', 1],
  ])('%s', (source, code, at, near = undefined) => {
    let fault: unknown;
    try {
      compile(source);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(PatternError);
    expect(fault).toMatchObject({ code, at, facts: near === undefined ? {} : { near } });
  });
});

describe('a pattern that could blow up is matched in time proportional to its context', () => {
  test.each([
    ['nested quantifiers', `${'(增 | 增增 | .)?'.repeat(30)} <percent>`, true],
    ['tests inside tests', `${'!(.{0,9} '.repeat(40)}坏${')'.repeat(40)} 好 <percent>`, false],
    ['many ways to take nothing', `好 ${'(!甲 | !乙)'.repeat(60)} <percent>`, false],
  ])('%s', (_name, source, matches) => {
    expect(match(source, `${'增'.repeat(150)}坏5%`) !== null).toBe(matches);
  });
});
