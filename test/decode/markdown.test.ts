import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileOffsetAt } from '../../src/text/positions.ts';
import { decodeOne, outline, placeOf } from './support.ts';

const decodeText = async (file: string): Promise<string> => (await decodeOne('a.md', file)).text;

describe('emphasis is no mask', () => {
  test.each([
    ['**一、强化统筹**', '一、强化统筹'],
    ['**坚持高位推动。**全区上下一盘棋。', '坚持高位推动。全区上下一盘棋。'],
    ['**一是**健全机制，**二是**压实责任。', '一是健全机制，二是压实责任。'],
    ['全市**市场主体**达30万户', '全市市场主体达30万户'],
    ['新建学校**12**所，引进企业**3.5万**家', '新建学校12所，引进企业3.5万家'],
    ['完成投资**6.5亿元**，增长*8%*。', '完成投资6.5亿元，增长8%。'],
    ['突出**党建引领**、**创新驱动**、**民生为本**三条主线', '突出党建引领、创新驱动、民生为本三条主线'],
    ['***十分重要***', '十分重要'],
    ['**推进*数字*改革**。', '推进数字改革。'],
    ['**区委统筹**，各部门落实', '区委统筹，各部门落实'],
    ['**坚持党建引领，夯实基础**。', '坚持党建引领，夯实基础。'],
    ['__重点任务__：~~旧~~新办法', '重点任务：旧新办法'],
    ['**新增**就业', '新增就业'],
    ['（**试点**）“*样板*”', '（试点）“样板”'],
  ])('%s', async (file, text) => {
    expect(await decodeText(file)).toBe(text);
  });
});

describe('a mask is no emphasis', () => {
  test.each([
    '**区认真落实，**区委多次研究',
    '**区坚持高位推动。**区委书记带头',
    '完成*项、基本完成*项，办结率*%，另有*项跨年度',
    '与**大学、**实验室合办',
    '在**区召开**会议，印发**文件',
    '**区与**区联动发展',
    '较202*年提高*.*个百分点，*月*日揭牌',
    '建成**.*万亩，达到**%、**%',
    '推出**快贷，授信**亿元',
    '位列全市第*，比上年前进*位',
    '引进**项目**个',
    '为__家企业减负____万元',
    '任务数*****个',
    '贯彻**大会议精神和**全会精神',
    '**、**等公司落户',
  ])('%s', async (line) => {
    expect(await decodeText(line)).toBe(line);
  });

  test.each([
    ['**全年完成*项任务。**群众满意', '全年完成*项任务。群众满意'],
    ['## **区改革总结', '**区改革总结'],
    ['- **区完成*项', '**区完成*项'],
    ['\\*\\*区完成\\*项', '**区完成*项'],
    ['| 任务 | 完成 |\n|---|:-:|\n| 改革 | **项 |\n| 投资 | *亿元 |', '任务\t完成\n\n改革\t**项\n投资\t*亿元'],
    ['**牵头部门：**区委改革办、**局', '牵头部门：区委改革办、**局'],
  ])('%s', async (file, text) => {
    expect(await decodeText(file)).toBe(text);
  });
});

describe('signs of markdown', () => {
  test.each([
    ['headings', '# 总结\n##一、开局\n### 1. 产业 ###\n#改革', '总结\n一、开局\n1. 产业\n#改革'],
    ['underlined headings', '总结\n===\n\n开局\n---\n正文。\n---', '总结\n\n\n开局\n\n正文。\n'],
    ['bullets', '- 甲\n* 乙\n  + 丙\n- [x] 丁\n- [ ] 戊\n-己', '甲\n乙\n丙\n丁\n戊\n-己'],
    ['ordered numbers stay', '1. 甲\n2) 乙\n1\\. 丙', '1. 甲\n2) 乙\n1. 丙'],
    ['quotes', '> 甲\n> > - 乙', '甲\n乙'],
    ['rules', '甲\n\n---\n***\n* * *\n___\n乙', '甲\n\n\n\n\n\n乙'],
    ['links', '见[全文](https://a.cn/x_y_z*b*?q=1 "题")和![图1](a/b.png)', '见全文和图1'],
    ['references', '见[全文][1]。\n\n[1]: https://a.cn/x', '见全文。\n\n'],
    ['addresses and notes', '<https://a.cn/x>说[^1]', 'https://a.cn/x说'],
    ['notes to be filled in are no links', '投资[待填](万元)，[TODO]、[ ]项', '投资[待填](万元)，[TODO]、[ ]项'],
    ['code stays', '运行 `*.docx` 与 ``a*b`` 和 `未完', '运行 `*.docx` 与 ``a*b`` 和 `未完'],
    ['tables without outer bars', '项目 | 数量\n--- | ---\n学校 | 5所\n\n甲|乙', '项目\t数量\n\n学校\t5所\n\n甲|乙'],
    ['HTML', '<p>甲</p><br>乙&nbsp;丙<!-- 丁 -->', '\n甲\n\n乙 丙'],
  ])('%s', async (_, file, text) => {
    expect(await decodeText(file)).toBe(text);
  });

  test('roles', async () => {
    const file = '# 总结\n\n## 一、开局\n\n正文。\n\n**重点**\n\n# 附录\n\n```js\nlet a = 5;\n```\n来源：云岭日报';
    expect(outline(await decodeOne('a.md', file))).toEqual([
      'title1:总结',
      'heading2:一、开局',
      '正文。',
      'heading:重点',
      'heading1:附录',
      'boilerplate:let a = 5;',
      'boilerplate:来源：云岭日报',
    ]);
  });

  test('fences around text, and fences that never close, hide nothing', async () => {
    expect(outline(await decodeOne('a.md', '```markdown\n# 总结\n- 完成5项\n```'))).toEqual(['title1:总结', '完成5项']);
    expect(outline(await decodeOne('a.md', '```\n完成5项'))).toEqual(['```', '完成5项']);
  });

  test('places are those of the file', async () => {
    const document = await decodeOne(
      'a.md',
      '\ufeff---\ntitle: 题\n---\r\n# **总结**\r\n\r\n- [全文](http://a.cn)完成&nbsp;**5**项，*区',
    );
    expect(document.text).toBe('总结\n\n全文完成 5项，*区');
    expect([
      placeOf(document, '总结'),
      placeOf(document, '完成'),
      placeOf(document, '5项'),
      placeOf(document, '*区'),
    ]).toEqual(['4:5', '6:20', '6:30', '6:35']);
  });
});

describe('front matter', () => {
  test('states facts and is no text', async () => {
    const file =
      '---\n标题: 云岭区改革总结\ndate: 2024年3月5日\nsource: 云岭日报\nyear: 2023\nregion: 云岭区\n---\n正文。';
    expect(await decodeOne('a.md', file)).toMatchObject({
      text: '正文。',
      metadata: { title: '云岭区改革总结', date: '2024-03-05', publisher: '云岭日报', year: 2023, region: '云岭区' },
    });
  });

  test.each(['---\n云岭区改革\n---\n正文', '---\n正文', '---\n: [\n---\n正文'])(
    'other text between rules is kept: %j',
    async (file) => {
      const { text, metadata } = await decodeOne('a.md', file);
      expect(text).toContain('正文');
      expect(metadata).toEqual({});
    },
  );
});

test('no Han character is lost, and every one knows its place', async () => {
  const piece = fc.constantFrom(
    '改革',
    '完成',
    '**',
    '*',
    '_',
    '~~',
    '`',
    '[',
    '](http://a.cn)',
    '# ',
    '- ',
    '> ',
    '|',
    '\n',
    '---',
    ' ',
    '区',
    '，',
    '\\',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const file = pieces.join('');
      const { text, positions } = await decodeOne('a.md', file);
      const han = (s: string) => s.replace(/\P{Script=Han}/gu, '');
      expect(han(text)).toBe(han(file));
      for (let i = 0; i < text.length; i++) if (han(text[i]!)) expect(file[fileOffsetAt(positions, i)]).toBe(text[i]);
    }),
    { numRuns: 500 },
  );
});
