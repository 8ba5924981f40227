import { describe, expect, test } from 'vitest';
import { decodeAll, decodeOne, encoder, outline } from './support.ts';

const gbk = encoder('gb18030');
const hex = (text: string): string => [...gbk(text)].map((byte) => `\\'${byte.toString(16)}`).join('');
const rtf = (body: string): Uint8Array => {
  const head =
    '{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}{\\f2\\fcharset136 MingLiU;}{\\f3\\fcharset2{\\*\\panose 05}Symbol;}{\\f4\\fcharset2 Wingdings;}}' +
    "{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel1 heading 2;}{\\s2 Title;}{\\s3\\'c4\\'bf\\'c2\\'bc 1;}{\\s4\\sbasedon0 Heading 1;}{\\*\\cs9\\sbasedon2 Link;}{\\s5\\sbasedon4 Mine;}{\\s6\\sbasedon7 A;}{\\s7\\sbasedon6 B;}}";
  return Buffer.from(`${head}${body}}`, 'latin1');
};
const linesOf = async (body: string): Promise<string[]> => outline(await decodeOne('a.rtf', rtf(body)));

describe('.rtf', () => {
  test.each([
    ['bytes of the code page', `\\f0 ${hex('改革任务')}12${hex('项')}\\par ${hex('完')}\\par`, ['改革任务12项', '完']],
    ['bytes as they are', `\\f0 ${Buffer.from(gbk('改革')).toString('latin1')}\\par`, ['改革']],
    ['bytes of another font', "{\\f2 \\'a7\\'ef}\\f0 \\'b8\\'c4", ['改改']],
    [
      'Unicode with and without a substitute',
      "\\uc1\\u25913?\\u-26159 ?{\\uc2 \\u-25991\\'b1\\'b1}{\\uc0\\u25913}",
      ['改駑驹改'],
    ],
    [
      'signs',
      'A\\emdash B\\~C\\_D\\-E\\{F\\}\\\\\\ldblquote G\\rdblquote\\tab H\\line I',
      ['A—B C-DE{F}\\“G”\tH', 'I'],
    ],
    ['line ends mean nothing', 'A\r\nB\nC', ['ABC']],
    [
      'hidden and deleted text, instructions, headers',
      `A{\\v ${hex('隐')}}{\\deleted x}{\\header H}{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}{\\*\\unknown y}{\\info{\\title T}}{\\pict 0011}B`,
      ['A3B'],
    ],
    [
      'marks of notes and exponents',
      `860${hex('张')}{\\super [}{\\super 2}{\\super ]}, 36m{\\super 2}\\par 5\\super 3\\nosupersub ${hex('所')}{\\super th}`,
      ['860张, 36m²', '5所th'],
    ],
    ['powers of ten', `10{\\super 6}t, 110{\\super 6}t\\par 8${hex('所')}{\\super 12}`, ['10⁶t, 110t', '8所']],
    [
      'numbers of lists',
      `{\\listtext\\f0 ${hex('一、')}\\tab}${hex('甲')}\\par{\\pntext 1.\\tab}${hex('乙')}\\par{\\*\\pn\\pnlvlbody}`,
      ['一、甲', '1. 乙'],
    ],
    [
      'rows of tables',
      `\\trowd\\cellx1\\cellx2\\pard\\intbl ${hex('学校')}\\cell 5\\cell\\row\\trowd\\pard\\intbl ${hex('道路')}\\par x\\cell 6\\cell\\row\\pard ${hex('完')}\\par`,
      ['学校\t5', '道路 x\t6', '完'],
    ],
    [
      'notes and text boxes',
      `A{\\*\\footnote ${hex('注')}}B{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt ${hex('框')}\\par}}}\\par C`,
      ['AB', 'C', '注', '框'],
    ],
    [
      'headings',
      `\\pard\\outlinelevel0 ${hex('开局')}\\par\\pard\\s1 ${hex('破题')}\\par\\pard ${hex('正文')}\\par`,
      ['heading1:开局', 'heading2:破题', '正文'],
    ],
    [
      'bullets',
      `{\\listtext\\bullet\\tab}${hex('甲')}\\par{\\listtext\\f4\\'6c\\tab}${hex('乙')}\\par{\\pntext\\f3\\'b7\\tab}${hex('丙')}\\par{\\listtext o\\tab}${hex('丁')}\\par{\\listtext\\u9312?\\tab}${hex('戊')}`,
      ['甲', '乙', '丙', '丁', '① 戊'],
    ],
    [
      'signs in fonts of symbols',
      `{\\f3\\'b33.5%}${hex('合格')}{\\f4\\'fc\\u-3985?}{\\f3\\u25913?\\u-3919?}{\\f1\\u-3919?}x`,
      ['≥3.5%合格√□改±\uf0b1x'],
    ],
    [
      'what fields give, though it is marked as optional',
      'A{\\field{\\*\\fldinst HYPERLINK x}{\\*\\fldrslt{B}}}C',
      ['ABC'],
    ],
    ['ends of paragraphs in what is not printed', 'A{\\*\\annotation x\\par y}{\\header z\\par}B', ['AB']],
    [
      'styles by name, by what they are based on, and in a circle',
      [
        ['s2', '开局'],
        ['s2', '又是'],
        ['s3', '目录项'],
        ['s4', '破题'],
        ['s5', '承其'],
        ['s6', '绕圈'],
        ['s0', '正文'],
      ]
        .map(([style, text]) => `\\pard\\${style} ${hex(text ?? '')}\\par`)
        .join(''),
      ['title:开局', '又是', 'boilerplate:目录项', 'heading1:破题', 'heading1:承其', '绕圈', '正文'],
    ],
    ['binary data', 'A{\\pict\\bin5 }}{{\\}B\\bin3 }}}C', ['ABC']],
    ['more ends than beginnings', 'A}}}B', ['AB']],
  ])('%s', async (_, body, lines) => {
    expect(await linesOf(body)).toEqual(lines);
  });

  test('groups without end are refused', async () => {
    expect(await decodeAll('a.rtf', rtf('{'.repeat(100_000)))).toMatchObject([
      { error: { code: 'ARCHIVE_TOO_LARGE' } },
    ]);
  });

  test('cut off anywhere', async () => {
    const whole = rtf(`\\f0 ${hex('改革任务')}\\u25913?{\\footnote x}`);
    for (let end = 6; end < whole.length; end++) {
      expect(await decodeAll('a.rtf', whole.subarray(0, end))).toMatchObject([{ format: 'rtf' }]);
    }
  });
});
