import { describe, expect, test } from 'vitest';
import { decodeAll, decodeOne, encoder, outline } from './support.ts';

const gbk = encoder('gb18030');
const hex = (text: string): string => [...gbk(text)].map((byte) => `\\'${byte.toString(16)}`).join('');
const rtf = (body: string): Uint8Array => {
  const head =
    '{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}{\\f2\\fcharset136 MingLiU;}}{\\stylesheet{\\s1\\outlinelevel1 heading 2;}}';
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
