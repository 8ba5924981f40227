import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileOffsetAt, positionAt } from '../../src/text/positions.ts';
import { decodeAll, decodeOne, outline, placeOf, textOf, utf8 } from './support.ts';

const decodeText = async (file: string): Promise<string> => (await decodeOne('a.txt', file)).text;

describe('text of .txt', () => {
  test.each([
    [
      'stays as it is',
      '一、开局　良好。  新增3家，<待填>、[TODO]。\n',
      '一、开局　良好。  新增3家，<待填>、[TODO]。\n',
    ],
    ['mark dropped', '\ufeff改革', '改革'],
    ['line ends', '甲\r\n乙\r丙\r\r\n丁', '甲\n乙\n丙\n丁'],
    ['separators and controls', '甲\u2028乙\f丙\0丁', '甲\n乙\n丙 丁'],
    ['radical signs', '⾯向群众⻓效改⾰，⺠⽣⼾均', '面向群众长效改革，民生户均'],
    ['comments', '前<!-- 网页\n代码 -->后<!---->尾', '前后尾'],
    ['a comment without an end', '前<!-- 后', '前<!-- 后'],
    ['characters that R could not show', '<U+00A0><U+00A0>甲<U+2014>乙<U+D800><U+ZZ>', '  甲—乙<U+D800><U+ZZ>'],
    ['entities', '&ldquo;甲&rdquo;&nbsp;&#8220;乙&#x201D;&middot;&amp;&nbsp丙', '“甲” “乙”·& 丙'],
    ['entities encoded twice', '甲&amp;nbsp;乙&amp;amp;丙', '甲 乙&丙'],
    ['what is no entity', 'R&D 甲&乙;&bogus; &#0; &#xD800; &#1114112;', 'R&D 甲&乙;&bogus; &#0; &#xD800; &#1114112;'],
    ['tags', '<p class="x">甲<b>乙</b><br/>丙</p><待填>', '\n甲乙\n丙\n<待填>'],
    ['cells', '<tr><td>甲</td><td>乙</td></tr>', '\n甲\t乙\t\n'],
    ['programs', '甲</div><script>var a = "<p>";</SCRIPT><style>p{}</style>乙', '甲\n乙'],
    ['a program without an end', '甲<br><script>乙', '甲\n乙'],
    ['angles without tags', '5<b 且 a>3，<p', '5<b 且 a>3，<p'],
    ['lone halves of characters', '甲\ud83d乙', '甲\ufffd乙'],
  ])('%s', async (_, file, text) => {
    expect(await decodeText(file)).toBe(text);
  });

  test('clean text is the file itself, but for line ends', async () => {
    const clean = fc
      .string({ unit: fc.constantFrom(...'改革 　，。*×\n\r<>&;【】3%区"\'') })
      .filter((text) => !/&\w|<!--/.test(text));
    await fc.assert(
      fc.asyncProperty(clean, async (file) => {
        expect(await decodeText(file)).toBe(file.replace(/\r+\n/g, '\n').replace(/\r/g, '\n'));
      }),
    );
  });

  test('offsets of the file never go back, and kept characters are those of the file', async () => {
    const piece = fc.constantFrom(
      '改革',
      '新增3家，',
      '\r\n',
      '\n',
      '<!-- x -->',
      '&nbsp;',
      '&#8220;',
      '<U+00A0>',
      '<br>',
      '</p>',
      '⾯',
      '<',
      '&',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const file = pieces.join('');
        const { text, positions } = await decodeOne('a.txt', file);
        let last = 0;
        for (let i = 0; i < text.length; i++) {
          const at = fileOffsetAt(positions, i);
          expect(at).toBeGreaterThanOrEqual(last);
          if (/[改革新增家，]/.test(text[i]!)) expect(file[at]).toBe(text[i]);
          last = at;
        }
      }),
    );
  });
});

describe('places', () => {
  test('line and column are those of the file', async () => {
    const document = await decodeOne('a.txt', '\ufeff<!-- 甲\r\n乙 -->\r\n&nbsp;&nbsp;完成5项\r\n<U+00A0>新建3所');
    expect([placeOf(document, '完成'), placeOf(document, '5项'), placeOf(document, '新建')]).toEqual([
      '3:13',
      '3:15',
      '4:9',
    ]);
  });

  test('an empty text has a first place', async () => {
    expect(positionAt((await decodeOne('a.txt', '')).positions, 0)).toEqual({ line: 1, column: 1 });
  });
});

describe('document', () => {
  test('facts of the file', async () => {
    const document = await decodeOne('b.txt', '改革');
    expect(document).toMatchObject({
      path: 'in/b.txt',
      name: 'b.txt',
      format: 'txt',
      encoding: 'utf-8',
      bytes: 6,
      sha256: '1a36529523b06901400a0f756ffc6ce37c9a430868e0f59a1ba1e588aae8b05b',
      metadata: {},
      diagnostics: [],
    });
  });

  test('an empty file is told', async () => {
    for (const file of ['', ' \n\u3000\n', '<!-- x -->']) {
      expect((await decodeOne('a.txt', file)).diagnostics).toMatchObject([{ code: 'EMPTY_TEXT' }]);
    }
  });

  test('lost characters are told, a trace is not', async () => {
    const { diagnostics } = await decodeOne('a.txt', '改\ufffd革\ufffd开放');
    expect(diagnostics).toMatchObject([{ code: 'LOSSY_DECODING', span: { start: 1, end: 2 }, facts: { count: 2 } }]);
    expect((await decodeOne('a.txt', '改革开放\ufffd')).diagnostics).toEqual([]);
  });

  test('what cannot be decoded is a failure with its path', async () => {
    const [failure] = await decodeAll('a.txt', utf8('GIF89a'));
    expect(failure).toMatchObject({
      path: 'in/a.txt',
      error: { code: 'BINARY_FILE', facts: { path: 'in/a.txt', kind: 'gif' } },
    });
  });

  test('any other name is tried as text', async () => {
    expect(await decodeOne('报告', '改革')).toMatchObject({ format: 'txt', text: '改革' });
  });
});

describe('blocks', () => {
  test('one for every line that is not blank', async () => {
    const document = await decodeOne('a.txt', '\n  甲 \r\n\r\n　　乙\n');
    expect(document.blocks).toEqual([
      { span: { start: 3, end: 4 }, role: 'text', level: null },
      { span: { start: 9, end: 10 }, role: 'text', level: null },
    ]);
  });

  const boilerplateOf = async (file: string): Promise<string[]> => {
    const document = await decodeOne('a.txt', file);
    return document.blocks.filter((block) => block.role === 'boilerplate').map((block) => textOf(document, block));
  };

  test.each([
    '您的位置:首页 >要闻 >',
    '当前位置 > 首页 > 公开',
    '下载 打印 全屏 收藏 【字号： 加大 还原 减小 】',
    '【字体：大 中 小】',
    '[ 关闭窗口 ]  [ 打印本页 ]',
    '上一页  1  2  3  下一页',
    '上一篇：云岭区召开座谈会',
    '免责声明：本站文章来自网络，侵权请联系删除。',
    '主办单位：云岭区人民政府办公室 技术支持：云岭大数据中心',
    '岭ICP备12345678号-1',
    '时间:2023-01-02 08:00 | 来源:云岭网',
    '来源：云岭日报  浏览次数：1280次',
    '云岭新闻网 2023年1月2日 来源：云岭日报',
    '2023-01-02 15:50:48',
    '2023年1月2日',
    '责任编辑：小林',
    'function turn(page){ show(page); }',
    '广告',
    '您是第23456位访客',
    '阅读 2345  在看 12  点赞（9）',
    '点击上方蓝字关注我们',
    '原创 云岭发布 2023-01-02 18:30',
  ])('boilerplate: %s', async (line) => {
    expect(await boilerplateOf(`改革综述\n${line}\n全年完成改革任务12项。`)).toEqual([line]);
  });

  test.each([
    '当前位置在河东，全区把改革摆在首位，新建学校5所，引进企业30家，群众满意度达到98%，比上年提高两个百分点，位居全市第一，并在全省推广。大家说好。又新增就业3000人，成效十分明显。',
    '资金来源：财政拨款3000万元',
    '大中小学幼儿园共120所',
    '打印机产业产值3亿元',
    '下载量突破100万次',
    '2023年1月2日，全区召开大会。',
    '一、时间紧、任务重，改革再出发',
    '首页改版后访问量增长20%',
    '中。',
    '120条',
    '阅读推广活动12场',
  ])('no boilerplate: %s', async (line) => {
    expect(await boilerplateOf(`改革综述\n${line}`)).toEqual([]);
  });

  test('all after a heading of related articles is boilerplate', async () => {
    const body = '全区完成改革任务12项。\n'.repeat(5);
    expect(await boilerplateOf(`${body}猜你喜欢\n云岭区引进企业30家\n云岭区新建学校5所`)).toHaveLength(3);
    expect(await boilerplateOf(`改革\n【相关阅读】\n另一篇\n${body}`)).toEqual(['【相关阅读】']);
  });

  test('one long line is never boilerplate', async () => {
    const line = `当前位置：首页 ${'全区完成改革任务12项。'.repeat(50)}`;
    expect(outline(await decodeOne('a.txt', line))).toEqual([line]);
  });
});
