import { AlignmentType, Document as DocxDocument, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../src/decode/word/lists/number-formats.ts';
import { zipOf } from './archives.ts';
import { docxOf, p } from './office.ts';
import { decodeAll, decodeOne, outline } from './support.ts';

const linesOf = async (bytes: Uint8Array): Promise<string[]> => outline(await decodeOne('a.docx', bytes));
const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const SUPER = '<w:vertAlign w:val="superscript"/>';
const para = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;

describe('text', () => {
  test.each([
    ['paragraphs', p('甲') + p('') + p('乙'), ['甲', '乙']],
    ['runs, tabs, breaks', para(r('甲'), '<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>'), ['甲\t乙', '丙']],
    ['hyphens and signs', para('<w:r><w:t>A</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>B</w:t></w:r>'), ['A-B']],
    [
      'symbols of fonts',
      para('<w:r><w:t>5</w:t><w:sym w:font="Symbol" w:char="F0B4"/><w:sym w:font="Wingdings" w:char="F06C"/></w:r>'),
      ['5×'],
    ],
    [
      'symbols typed in their fonts',
      para(r('\uf0b3', '<w:rFonts w:ascii="Symbol"/>'), r('5'), r('\uf0b3', '<w:rFonts w:ascii="Arial"/>')),
      ['≥5\uf0b3'],
    ],
    [
      'changes as accepted',
      para(r('完成'), `<w:del>${r('4')}</w:del>`, `<w:ins>${r('5')}</w:ins>`, r('项')),
      ['完成5项'],
    ],
    [
      'what was moved',
      `<w:p><w:moveFrom>${r('甲')}</w:moveFrom></w:p>` + `<w:p><w:moveTo>${r('甲')}</w:moveTo></w:p>`,
      ['甲'],
    ],
    [
      'marks of notes and exponents',
      para(r('绿地20m'), r('2', SUPER), r('，新建学校3所'), r('[1]', SUPER), r('、桥5座'), r('①', SUPER), r('。')),
      ['绿地20m²，新建学校3所、桥5座①。'],
    ],
    [
      'powers of ten',
      para(r('发电1'), r('0'), r('6', SUPER), r('千瓦时，新建学校110'), r('12', SUPER), r('所')),
      ['发电10⁶千瓦时，新建学校110所'],
    ],
    ['a deleted paragraph mark', p('甲', '<w:rPr><w:del/></w:rPr>') + p('乙'), ['甲乙']],
    ['hidden text', para(r('甲'), r('隐', '<w:vanish/>'), r('乙', '<w:vanish w:val="0"/>')), ['甲乙']],
    [
      'fields by their results',
      para(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:instrText>PAGEREF x</w:instrText></w:r>',
        r('无'),
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        r('12'),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        r('处'),
      ),
      ['12处'],
    ],
    ['a field that never ends', `${para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r('甲'))}${p('乙')}`, ['乙']],
    [
      'links, controls, readings',
      para(
        `<w:hyperlink>${r('甲')}</w:hyperlink>`,
        `<w:sdt><w:sdtPr/><w:sdtContent>${r('乙')}</w:sdtContent></w:sdt>`,
        `<w:ruby><w:rt>${r('bǐng')}</w:rt><w:rubyBase>${r('丙')}</w:rubyBase></w:ruby>`,
      ),
      ['甲乙丙'],
    ],
    [
      'a text box once, after its paragraph',
      para(
        r('甲'),
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:posOffset>100</wp:posOffset><wps:txbx><w:txbxContent>${p('框')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
          `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('框')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        r('乙'),
      ),
      ['甲乙', '框'],
    ],
    ['radical signs', p('⾯向⺠⽣'), ['面向民生']],
    [
      'tables by rows, merged cells once, deleted rows not',
      `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p('学校')}</w:tc><w:tc>${p('5')}${p('所')}</w:tc></w:tr>` +
        `<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${p('旧')}</w:tc><w:tc>${p('6')}</w:tc><w:tc>${p('')}</w:tc></w:tr>` +
        `<w:tr><w:trPr><w:del/></w:trPr><w:tc>${p('删')}</w:tc></w:tr></w:tbl>`,
      ['学校\t5 所', '6'],
    ],
    [
      'tables that lay out the page',
      `<w:tbl><w:tr><w:tc>${p('全区完成改革任务，新建学校，群众办事更加方便。'.repeat(20))}${p('乙')}</w:tc></w:tr></w:tbl>`,
      ['全区完成改革任务，新建学校，群众办事更加方便。'.repeat(20), '乙'],
    ],
  ])('%s', async (_, body, lines) => {
    expect(await linesOf(docxOf(body))).toEqual(lines);
  });

  test('headings, title and table of contents by their styles', async () => {
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="小标题"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="h"/><w:basedOn w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const styled = (text: string, id: string, more = '') => p(text, `<w:pStyle w:val="${id}"/>${more}`);
    const body =
      styled('云岭区改革综述', 'T') +
      styled('一、开局 1', '11') +
      styled('一、开局', '1') +
      styled('（一）破题', 'x') +
      styled('正文', '1', '<w:outlineLvl w:val="9"/>') +
      styled('隐藏', 'h') +
      p('直接', '<w:outlineLvl w:val="2"/>');
    expect(await linesOf(docxOf(body, { styles }))).toEqual([
      'title:云岭区改革综述',
      'boilerplate:一、开局 1',
      'heading1:一、开局',
      'heading2:（一）破题',
      '正文',
      'heading3:直接',
    ]);
  });

  test('notes at the end, each once, in the order of their references', async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p('—')}</w:footnote><w:footnote w:id="2">${p('注二')}</w:footnote><w:footnote w:id="3">${p('注三')}</w:footnote>`;
    const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const body = para(r('甲'), reference(3), r('乙'), reference(2)) + p('丙');
    expect(await linesOf(docxOf(body, { footnotes }))).toEqual(['甲乙', '丙', '注三', '注二']);
  });

  test('the title of the properties counts where the text bears it out', async () => {
    const titled = async (title: string) =>
      (
        await decodeOne(
          'a.docx',
          docxOf(p('云岭区改革综述') + p('正文'), {
            core: `<dc:title>${title}</dc:title><dc:creator>王某</dc:creator>`,
          }),
        )
      ).metadata;
    expect(await titled('云岭区 改革综述')).toEqual({ title: '云岭区改革综述' });
    expect(await titled('PowerPoint 演示文稿')).toEqual({});
  });
});

describe('numbers of lists', () => {
  const level = (ilvl: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const list = (id: number, ...levels: string[]): string =>
    `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
  const use = (id: number, abstract: number, more = ''): string =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
  const item = (text: string, num: number, ilvl = 0): string =>
    p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${num}"/></w:numPr>`);

  const THREE = list(
    0,
    level(0, 'chineseCounting', '%1、'),
    level(1, 'chineseCountingThousand', '（%2）'),
    level(2, 'decimal', '%3.'),
    level(3, 'decimal', '%3.%4'),
  );

  test.each([
    [
      'levels begin anew',
      THREE + use(1, 0),
      item('甲', 1) + item('乙', 1, 1) + item('丙', 1, 1) + item('2024年', 1, 2) + item('丁', 1) + item('戊', 1, 1),
      ['一、甲', '（一）乙', '（二）丙', '1. 2024年', '二、丁', '（一）戊'],
    ],
    ['a level within one that was not used', THREE + use(1, 0), item('甲', 1, 3), ['1.1 甲']],
    [
      'lists of one definition go on',
      THREE + use(1, 0) + use(2, 0),
      item('甲', 1) + item('乙', 2),
      ['一、甲', '二、乙'],
    ],
    [
      'a list that starts again',
      THREE + use(1, 0) + use(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
      item('甲', 1) + item('乙', 2) + item('丙', 2),
      ['一、甲', '五、乙', '六、丙'],
    ],
    [
      'a level that is replaced',
      THREE + use(1, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1)')}</w:lvlOverride>`),
      item('甲', 1) + item('乙', 1),
      ['A) 甲', 'B) 乙'],
    ],
    [
      'never begun anew',
      list(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>')) + use(1, 0),
      item('甲', 1) + item('乙', 1, 1) + item('丙', 1) + item('丁', 1, 1),
      ['1. 甲', '1) 乙', '2. 丙', '2) 丁'],
    ],
    [
      'digits throughout, no gap',
      list(
        0,
        level(0, 'chineseCounting', '%1、'),
        level(1, 'decimal', '%1.%2', '<w:isLgl/><w:suff w:val="nothing"/>'),
      ) + use(1, 0),
      item('甲', 1) + item('乙', 1, 1),
      ['一、甲', '1.1乙'],
    ],
    [
      'bullets and lists that are not there',
      list(0, level(0, 'bullet', '')) + use(1, 0),
      item('甲', 1) + item('乙', 9) + item('丙', 0),
      ['甲', '乙', '丙'],
    ],
    [
      'paragraphs without text count',
      THREE + use(1, 0),
      item('甲', 1) + item('', 1) + item('乙', 1),
      ['一、甲', '三、乙'],
    ],
  ])('%s', async (_, numbering, body, lines) => {
    expect(await linesOf(docxOf(body, { numbering }))).toEqual(lines);
  });

  test('by style, and by a style of lists', async () => {
    const numbering =
      list(
        0,
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'),
        level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
      ) +
      `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="L"/>${level(0, 'decimalEnclosedCircle', '%1')}</w:abstractNum>` +
      use(1, 0) +
      use(2, 1) +
      use(3, 2);
    const style = (id: string, name: string, properties: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${properties}</w:pPr></w:style>`;
    const styles =
      style('H1', 'heading 1', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
      style('H2', 'heading 2', '<w:numPr><w:numId w:val="1"/></w:numPr>');
    const styled = (text: string, id: string, more = '') => p(text, `<w:pStyle w:val="${id}"/>${more}`);
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const body =
      styled('甲', 'H1') + styled('乙', 'H2') + styled('丙', 'H1', none) + styled('丁', 'H2') + item('戊', 2);
    expect(await linesOf(docxOf(body, { numbering, styles }))).toEqual([
      'heading1:一、甲',
      'heading2:（一）乙',
      'heading1:丙',
      'heading2:（二）丁',
      '① 戊',
    ]);
  });

  test('deleted paragraphs are not counted', async () => {
    const gone = item('乙', 1)
      .replace('<w:r>', '<w:del><w:r>')
      .replace('</w:r>', '</w:r></w:del>')
      .replace('</w:numPr>', '</w:numPr><w:rPr><w:del/></w:rPr>');
    expect(await linesOf(docxOf(item('甲', 1) + gone + item('丙', 1), { numbering: THREE + use(1, 0) }))).toEqual([
      '一、甲',
      '二、丙',
    ]);
  });

  test('as the docx package writes them', async () => {
    const config = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, depth: number) => ({
      level: depth,
      format,
      text,
      alignment: AlignmentType.START,
    });
    const document = new DocxDocument({
      numbering: {
        config: [
          {
            reference: 'report',
            levels: [
              config(LevelFormat.CHINESE_COUNTING, '%1、', 0),
              config(LevelFormat.CHINESE_COUNTING_THOUSAND, '（%2）', 1),
              config(LevelFormat.DECIMAL, '%3.', 2),
            ],
          },
        ],
      },
      sections: [
        {
          children: [
            ['聚焦产业升级', 0],
            ['创新驱动', 1],
            ['新建平台5个', 2],
            ['引进人才30名', 2],
            ['金融赋能', 1],
            ['聚焦民生改善', 0],
          ].map(
            ([text, depth]) =>
              new Paragraph({
                children: [new TextRun(String(text))],
                numbering: { reference: 'report', level: Number(depth) },
              }),
          ),
        },
      ],
    });
    expect(await linesOf(new Uint8Array(await Packer.toBuffer(document)))).toEqual([
      '一、聚焦产业升级',
      '（一）创新驱动',
      '1. 新建平台5个',
      '2. 引进人才30名',
      '（二）金融赋能',
      '二、聚焦民生改善',
    ]);
  });

  test.each([
    [
      'chineseCounting',
      [1, 10, 11, 20, 99, 100, 105, 110, 1001],
      ['一', '十', '十一', '二十', '九十九', '一百', '一百零五', '一百一十', '一千零一'],
    ],
    ['chineseCountingThousand', [10_000, 20_010, 100_000], ['一万', '二万零一十', '十万']],
    ['chineseLegalSimplified', [10, 21], ['壹拾', '贰拾壹']],
    ['ideographTraditional', [1, 10, 11], ['甲', '癸', '甲']],
    ['ideographDigital', [0, 12], ['〇', '一二']],
    ['decimalEnclosedCircle', [1, 20, 21, 50, 51], ['①', '⑳', '㉑', '㊿', '51']],
    ['decimalFullWidth', [12], ['１２']],
    ['decimalZero', [3, 12], ['03', '12']],
    ['upperLetter', [1, 26, 27, 52], ['A', 'Z', 'AA', 'ZZ']],
    ['lowerRoman', [4, 1999], ['iv', 'mcmxcix']],
    ['ordinal', [1, 12, 22], ['1st', '12th', '22nd']],
    ['none', [1], ['']],
    ['hebrew1', [3], ['3']],
  ])('%s', (format, numbers, words) => {
    expect(numbers.map((n) => formatNumber(n, format))).toEqual(words);
  });
});

describe('files', () => {
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

  test.each([
    ['no relationships', `<w:document xmlns:w="${W}"><w:body>${p('甲')}</w:body></w:document>`],
    [
      'strict names',
      `<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>${p('甲')}</w:body></w:document>`,
    ],
    [
      'other prefixes',
      `<ns0:document xmlns:ns0="${W}"><ns0:body>${p('甲').replaceAll('w:', 'ns0:')}</ns0:body></ns0:document>`,
    ],
  ])('%s', async (_, document) => {
    expect(await decodeOne('a.docx', zipOf({ 'word/document.xml': document }))).toMatchObject({
      text: '甲',
      format: 'docx',
    });
  });

  test('a .docx by any other name', async () => {
    expect(await decodeOne('a.doc', docxOf(p('甲')))).toMatchObject({ text: '甲', format: 'docx' });
  });

  test.each([
    ['XML cut off', { 'word/document.xml': `<w:document xmlns:w="${W}"><w:body><w:p>` }, 'DAMAGED'],
    [
      'entities',
      {
        'word/document.xml': `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="${W}">&b;</w:document>`,
      },
      'XML_ENTITIES',
    ],
    ['nesting without end', { 'word/document.xml': '<a>'.repeat(5000) }, 'ARCHIVE_TOO_LARGE'],
    ['a missing document', { 'word/styles.xml': '<x/>' }, 'DAMAGED'],
  ])('%s is refused', async (_, parts, code) => {
    expect(await decodeAll('a.docx', zipOf(parts))).toMatchObject([{ error: { code } }]);
  });

  test('elements without end are refused', async () => {
    const document = `<w:document xmlns:w="${W}">${'<w:p/>'.repeat(2_100_000)}</w:document>`;
    expect(await decodeAll('a.docx', zipOf([{ name: 'word/document.xml', data: document, method: 0 }]))).toMatchObject([
      { error: { code: 'ARCHIVE_TOO_LARGE', facts: { problem: 'elements' } } },
    ]);
  });
});
