import { describe, expect, test } from 'vitest';
import { BUILT } from '../../src/built/places.ts';
import { runApart } from '../../src/decode/apart/index.ts';
import { ofdOf } from './office.ts';
import { pdfOf, type Words } from './pdfs.ts';
import { decodeAll, decodeOne, outline } from './support.ts';

/** Lines of a column, from the top; each 12 points high, 18 apart. */
const lines = (texts: readonly string[], x = 72, top = 750): Words[] =>
  texts.map((text, i) => ({ text, x, y: top - 18 * i }));

const linesOf = async (pages: readonly (readonly Words[])[]): Promise<string[]> =>
  outline(await decodeOne('a.pdf', pdfOf(pages)));

const FULL = '全区完成改革任务新建学校群众办事更加方便企业服务更加贴心各项'; // 30 characters, 360 points

describe('.pdf', () => {
  test('lines join into paragraphs, without a blank', async () => {
    expect(await linesOf([lines([FULL, FULL, '到此为止。', `　　${FULL.slice(2)}`, '结束。'])])).toEqual([
      `${FULL}${FULL}到此为止。`,
      `${FULL.slice(2)}结束。`,
    ]);
  });

  test('what could not be broken leaves a line short', async () => {
    expect(await linesOf([lines([FULL, FULL.slice(0, 26), '12345.6万亩，', FULL, '完。'])])).toEqual([
      `${FULL}${FULL.slice(0, 26)}12345.6万亩，`,
      `${FULL}完。`,
    ]);
  });

  test('signs that hang out over the edge leave the other lines full', async () => {
    expect(await linesOf([lines([`${FULL}，`, FULL.slice(0, 29), `${FULL}、`, FULL, '完。'])])).toEqual([
      `${FULL}，${FULL.slice(0, 29)}${FULL}、${FULL}完。`,
    ]);
  });

  test('an indented line, a wide gap, a numbered heading begin a paragraph', async () => {
    const [first, second, third] = lines([FULL, FULL, FULL]) as [Words, Words, Words];
    expect(await linesOf([[first, { ...second, x: 96 }, { ...third, y: third.y - 40 }]])).toEqual([FULL, FULL, FULL]);
    expect(await linesOf([lines([`${FULL.slice(1)}。`, `一、${FULL.slice(2)}`, FULL])])).toEqual([
      `${FULL.slice(1)}。`,
      `一、${FULL.slice(2)}${FULL}`,
    ]);
  });

  test('words of other scripts keep their blank, and lose a hyphen that only parted them', async () => {
    const latin = 'Reform and opening up in the new era of the old town by the inter-';
    expect(await linesOf([lines([latin, 'national community and', 'beyond'])])).toEqual([
      'Reform and opening up in the new era of the old town by the international community and',
      'beyond',
    ]);
  });

  test('marks of notes go, exponents stay', async () => {
    const line = (before: string, x: number, mark: Words, after: string): Words[] => [
      { text: before, x: 72, y: 700 },
      { ...mark, x },
      { text: after, x: x + 4, y: 700 },
    ];
    const raised = (text: string): Words => ({ text, x: 0, y: 704, size: 7 });
    expect(await linesOf([line('完成投资120', 138, raised('1'), '亿元')])).toEqual(['完成投资120亿元']);
    expect(await linesOf([line('新增绿地30m', 138, raised('2'), '以上')])).toEqual(['新增绿地30m²以上']);
    expect(await linesOf([line('新增发电=10', 138, raised('6'), '千瓦时')])).toEqual(['新增发电=10⁶千瓦时']);
    expect(await linesOf([line('完成投资120', 138, raised('[1]'), '亿元')])).toEqual(['完成投资120亿元']);
    // Small print on the line, and subscripts, are no marks.
    expect(await linesOf([line('完成投资120', 138, { ...raised('1'), y: 700 }, '亿元')])).toEqual(['完成投资1201亿元']);
    expect(await linesOf([line('减排二氧化碳CO', 150, { ...raised('2'), y: 697 }, '三成')])).toEqual([
      '减排二氧化碳CO2三成',
    ]);
    // Nor is what stands beside a large initial.
    expect(
      await linesOf([
        [
          { text: '全', x: 72, y: 700, size: 36 },
          { text: '12', x: 109, y: 716 },
        ],
      ]),
    ).toEqual(['全12']);
  });

  test('paragraphs go on over pages; page numbers and running heads go', async () => {
    const page = (texts: string[], number: number): Words[] => [
      { text: '云岭区改革工作综述', x: 220, y: 800, size: 9 },
      ...lines(texts),
      { text: `— ${number} —`, x: 280, y: 40 },
    ];
    expect(
      await linesOf([
        page([FULL, FULL], 1),
        page([`二${FULL.slice(1)}`, FULL], 2),
        page([`三${FULL.slice(1)}`, '完。'], 3),
      ]),
    ).toEqual([`${FULL}${FULL}二${FULL.slice(1)}${FULL}三${FULL.slice(1)}完。`]);
    for (const number of ['3', '- 3 -', '第3页', '第 3 页 共 10 页', '3/10', '－３－'.normalize('NFKC')]) {
      expect(await linesOf([[...lines([FULL]), { text: number, x: 280, y: 40 }]]), number).toEqual([FULL]);
    }
    expect(await linesOf([[...lines([FULL]), { text: '2023年2月3日', x: 280, y: 400 }]])).toHaveLength(2);
  });

  test('two columns, one after the other, below a title across', async () => {
    const column = FULL.slice(0, 18);
    const title: Words = { text: '云岭区全面深化改革工作情况综述', x: 120, y: 790, size: 22 };
    const left = lines(
      Array.from({ length: 8 }, (_, i) => (i < 7 ? column : '左栏完。')),
      60,
    );
    const right = lines(
      Array.from({ length: 8 }, (_, i) => (i < 7 ? column : '右栏完。')),
      310,
    );
    const mixed = left.flatMap((words, i) => [right[i]!, words]);
    expect(await linesOf([[title, ...mixed]])).toEqual([
      'title:云岭区全面深化改革工作情况综述',
      `${column.repeat(7)}左栏完。`,
      `${column.repeat(7)}右栏完。`,
    ]);
  });

  test('tables stay in their rows', async () => {
    const row = (cells: string[], i: number): Words[] =>
      cells.map((text, c) => ({ text, x: 72 + 150 * c, y: 700 - 20 * i }));
    const cells = [
      ['指标', '单位', '数量'],
      ['新建学校', '所', '5'],
      ['改造道路', '公里', '12'],
      ['引进企业', '家', '30'],
      ['完成任务', '项', '8'],
      ['培训', '人次', '900'],
    ];
    expect(await linesOf([cells.flatMap(row)])).toEqual(cells.map((each) => each.join('\t')));
  });

  test('headings are set larger than the text', async () => {
    const heading = { text: '一、聚焦产业升级', x: 72, y: 780, size: 16 };
    expect(await linesOf([[heading, ...lines([FULL, FULL, FULL, '完。'])]])).toEqual([
      'title:一、聚焦产业升级',
      `${FULL.repeat(3)}完。`,
    ]);
  });

  test('spaced characters are words, wide blanks are blanks', async () => {
    const spaced: Words[] = [...'改革综述'].map((text, i) => ({ text, x: 200 + 40 * i, y: 790 }));
    const sign: Words[] = [
      { text: '区长', x: 72, y: 700 },
      { text: '林某', x: 102, y: 700 },
    ];
    expect(await linesOf([[...spaced, ...sign]])).toEqual(['改革综述', '区长 林某']);
  });

  test('what is printed twice, and over gaps of a line, is read once and in place', async () => {
    const bold: Words[] = [
      { text: '改革', x: 72, y: 700 },
      { text: '改革', x: 72.4, y: 700 },
    ];
    expect(await linesOf([bold])).toEqual(['改革']);
  });

  test('a page printed sideways is turned', async () => {
    const pdf = pdfOf([lines([FULL, FULL, '完。'])], { turn: 90 });
    expect((await decodeOne('a.pdf', pdf)).text).toBe(`${FULL}${FULL}完。`);
  });

  test('a scan says that it is one, and a page of it too', async () => {
    expect(await decodeOne('a.pdf', pdfOf([[], [], [], [], []], { picture: true }))).toMatchObject({
      text: '',
      diagnostics: [{ code: 'SCANNED_DOCUMENT', facts: { count: 5 } }, { code: 'EMPTY_TEXT' }],
    });
    expect(await decodeOne('a.pdf', pdfOf([lines([FULL]), []], { picture: true }))).toMatchObject({
      diagnostics: [{ code: 'PAGES_WITHOUT_TEXT', facts: { count: 1, total: 2 } }],
    });
    expect((await decodeOne('a.pdf', pdfOf([lines([FULL]), []]))).diagnostics).toEqual([]);
  });

  test('the title of the properties counts where the text bears it out', async () => {
    const info = (title: string) => ({ objects: { 30: `<</Title(${title})>>` }, trailer: '/Info 30 0 R' });
    const page = lines(['GDP Report', FULL]);
    expect((await decodeOne('a.pdf', pdfOf([page], info('GDP Report')))).metadata).toEqual({ title: 'GDP Report' });
    expect((await decodeOne('a.pdf', pdfOf([page], info('Microsoft Word - x.doc')))).metadata).toEqual({});
  });

  test.each([
    [
      'a password',
      pdfOf([lines([FULL])], {
        trailer: `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`,
      }),
      'ENCRYPTED',
    ],
    ['nothing but a head', new TextEncoder().encode('%PDF-1.4\n'), 'DAMAGED'],
    [
      'pages that lead back to themselves',
      pdfOf([[]], { objects: { 2: '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>' } }),
      'DAMAGED',
    ],
  ])('%s: refused', async (_, bytes, code) => {
    expect(await decodeAll('a.pdf', bytes)).toMatchObject([{ error: { code } }]);
  });

  test('pages that are counted a thousand million times are refused', async () => {
    const kids = (object: number): string => `<</Type/Pages/Kids[${`${object} 0 R `.repeat(10)}]/Count 1000000000>>`;
    const objects = Object.fromEntries(
      [2, ...Array.from({ length: 8 }, (_, i) => 20 + i)].map((number, i) => [number, kids(20 + i)]),
    );
    const bytes = pdfOf([[]], {
      objects: { ...objects, 28: '<</Type/Page/MediaBox[0 0 9 9]/Contents 8 0 R/Parent 2 0 R>>' },
    });
    expect(await decodeAll('a.pdf', bytes)).toMatchObject([{ error: { code: 'DAMAGED' } }]);
  });

  test('too many pages are refused before the first is read', async () => {
    const bytes = pdfOf(Array.from({ length: 5001 }, () => []));
    expect(await decodeAll('a.pdf', bytes)).toMatchObject([{ error: { code: 'ARCHIVE_TOO_LARGE' } }]);
  });

  test('a file that takes too long is given up, and the next is read', async () => {
    const bytes = pdfOf(Array.from({ length: 3000 }, () => lines([FULL])));
    const limits = { page: 60, file: 0.1, memory: 1e12 };
    const settings = { cMapUrl: BUILT.cmaps, maxPages: 9999 };
    await expect(runApart('pdf', bytes, settings, limits)).rejects.toMatchObject({ code: 'TIME_LIMIT' });
    expect(await linesOf([lines([FULL])])).toEqual([FULL]);
  });

  test('a form that draws itself ends', async () => {
    const form =
      '<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</I 6 0 R>>>>/Length 5>>\nstream\n/I Do\nendstream';
    const results = await decodeAll('a.pdf', pdfOf([lines([FULL])], { picture: true, objects: { 6: form } }));
    expect(results).toHaveLength(1);
  });
});

describe('.ofd', () => {
  test('lines join into paragraphs as in a PDF', async () => {
    const page = (texts: string[]) => texts.map((text, i) => ({ text, x: 30, y: 40 + 8 * i }));
    const document = await decodeOne('a.ofd', ofdOf([page([FULL, FULL, '完。']), page(['第二页。'])]));
    expect(outline(document)).toEqual([`${FULL}${FULL}完。`, '第二页。']);
    expect(document).toMatchObject({ format: 'ofd', metadata: {}, diagnostics: [] });
  });
});
