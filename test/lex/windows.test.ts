/** What is passed over without being read holds no mask: `mayHoldMask` is asked before anything else looks at a text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayHoldMask } from '../../src/lex/index.ts';
import { runTogether } from '../../src/normalize/index.ts';
import { pack } from '../support/extract.ts';

const { masks } = pack;
const mayHold = (text: string) => mayHoldMask(text, () => runTogether(text), pack);

/** What `mayHoldMask` looks for in a text that is made dense, by the same patterns. */
function holdsTrace(text: string): boolean {
  const { sign, blank, words } = masks.traces;
  return [text, runTogether(text)].some(
    (each) => new RegExp(sign, 'g').test(each) || new RegExp(blank, 'g').test(each) || words.isIn(each),
  );
}

const passing = fc.constantFrom('', '', '', ' ', '\n', '\n\n', '　', '\u200b', '\ufeff', '\u00ad', ' \n\u2060');
const character = fc.constantFrom(...'某待填补充請請此處处入写寫录錄TOtobd（【<(…·。._改革开放1');
const word = fc.constantFrom(
  ...masks.traces.words.words,
  '待補充',
  '請填寫',
  '此處填',
  '**',
  '□□',
  '（…',
  '（\n…',
  '【 ',
);
const text = fc
  .array(fc.tuple(fc.oneof(character, word), passing), { maxLength: 12 })
  .map((pieces) => pieces.flat().join(''));

test('a text that is passed over holds nothing of a mask', () => {
  fc.assert(
    fc.property(text, (each) => {
      if (!mayHold(each)) {
        const alone = [...each].filter((char) => masks.byChar.has(char));
        // A sign that is too short for a mask, and stands alone, is none.
        if (alone.length === 0) expect(holdsTrace(each)).toBe(false);
      }
    }),
    { numRuns: 20_000 },
  );
});

test.each([...masks.traces.words.words])('%s is seen, broken or not', (each) => {
  for (const between of ['', ' ', '\n', '\u200b', '　\n'])
    expect(mayHold(`进度${[...each].join(between)}。`)).toBe(true);
});

test.each(['待補充', '請填寫具體數字'])('%s is seen in traditional script', (each) => {
  expect(mayHold(`本縣經濟發展情況：${each}`)).toBe(true);
});

test.each(['入库待入账', '填补空白', '（\n一）', '二〇二五年', '（见附表）'])('%s is passed over', (each) => {
  expect(mayHold(each)).toBe(false);
});
