/** The text as rules look at it, and the way back to the report's own. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as OpenCC from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { extractReport, type GaigeRecord, stages } from '../../src/index.ts';
import { placedInReport } from '../../src/normalize/index.ts';

const normalOf = async (text: string) => (await stages({ text })).normalize;
const linesOf = async (text: string) => {
  const { blocks, text: normal } = await normalOf(text);
  return blocks.map(({ span }) => normal.slice(span.start, span.end));
};

describe('lines of a paragraph', () => {
  const PARAGRAPH =
    '今年以来，全县上下攻坚克难，新修渠道二十六公里，改造老旧小区十四个，新增就业三千二百人，群众办事少跑了路，企业开办少等了天，改革的成效看得见、摸得着。';
  const chop = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}`, 'gs'))?.join('\n') ?? '';

  test('cut at a fixed number of characters', async () => {
    expect(await linesOf(`青禾县工作总结\n${chop(PARAGRAPH, 24)}\n${chop(PARAGRAPH, 24)}`)).toEqual([
      '青禾县工作总结',
      PARAGRAPH,
      PARAGRAPH,
    ]);
  });

  test('indented, with a page number and blank lines amid a sentence', async () => {
    const lines = chop(`　　${PARAGRAPH}`, 24).split('\n');
    const text = [...lines.slice(0, 2), '', '— 3 —', '', ...lines.slice(2), ...lines].join('\n');
    expect(await linesOf(text)).toEqual([PARAGRAPH, PARAGRAPH]);
  });

  test('pages with a number and a head between them', async () => {
    const paragraphs = ['', '开春', '入夏之后', '全省动员会后', '按照全年的安排', '在各方面支持之下'].map(
      (lead) => `${lead}${PARAGRAPH.replace('个，', '个。').replace('路，', '路。')}`,
    );
    const lines = paragraphs.flatMap((paragraph) => chop(`　　${paragraph}`, 24).split('\n'));
    const furniture = (page: number) => ['', `— ${page} —`, '青禾县改革资料汇编', ''];
    for (const [first, second] of [
      [1, 9],
      [6, 14],
      [8, 16],
    ] as const) {
      const pages = [...lines.slice(0, first), ...furniture(1), ...lines.slice(first, second), ...furniture(2)];
      const found = await linesOf([...pages, ...lines.slice(second)].join('\n'));
      expect(found.filter((line) => line.length > 20)).toEqual(paragraphs);
    }
  });

  test('a heading ends before its paragraph, whatever its length', async () => {
    const text = [
      '一、办事更近更省',
      ...chop(PARAGRAPH, 24).split('\n'),
      '二、企业更稳更强',
      ...chop(PARAGRAPH, 24).split('\n'),
    ];
    expect(await linesOf(text.join('\n'))).toEqual(['一、办事更近更省', PARAGRAPH, '二、企业更稳更强', PARAGRAPH]);
  });

  test('a member of a list begins a line of its own', async () => {
    const member = `●${PARAGRAPH.slice(0, 47)}。`;
    const text = [PARAGRAPH, member, member].map((line) => chop(line, 24)).join('\n');
    expect(await linesOf(text)).toEqual([PARAGRAPH, member, member]);
  });

  test('the end of many paragraphs is not the head of a page, nor a word of a web page', async () => {
    for (const end of ['展。', '中。', '条。']) {
      const paragraph = PARAGRAPH.slice(0, 48).replace('，摸', '摸') + end;
      const text = Array.from({ length: 4 }, () => chop(paragraph, 24)).join('\n');
      expect(await linesOf(text)).toEqual(Array.from({ length: 4 }, () => paragraph));
    }
  });

  test('a title as long as a line, or longer', async () => {
    const title = '青禾县水利局二〇二四年工作总结和二〇二五年工作打算';
    for (const width of [title.length, title.length - 4]) {
      const lines = [title, `${PARAGRAPH.slice(0, 37)}。`, PARAGRAPH];
      expect(await linesOf(lines.map((line) => chop(line, width)).join('\n'))).toEqual(lines);
    }
  });

  test('headings as long as a line, and longer ones', async () => {
    const headings = ['（一）办事更近更省群众满意更多', '（二）企业更稳更强产业加快成链成群', '（三）城乡更绿'];
    const text = headings.flatMap((heading) => [heading, PARAGRAPH].map((line) => chop(line, 15))).join('\n');
    expect(await linesOf(text)).toEqual(headings.flatMap((heading) => [heading, PARAGRAPH]));
  });

  test('a heading behind a paragraph that ends with its line', async () => {
    const paragraph = `${PARAGRAPH.slice(0, 47)}。`;
    const text = [PARAGRAPH, paragraph, '下一步打算', PARAGRAPH].map((line) => chop(line, 24)).join('\n');
    expect(await linesOf(text)).toEqual([PARAGRAPH, paragraph, '下一步打算', PARAGRAPH]);
  });

  test('rows of a table', async () => {
    const rows = [
      '指标\t2023年\t2024年\t增长',
      '农村居民人均可支配收入\t17842元\t19680元\t10.3%',
      '第一产业增加值\t38.6亿元\t41.9亿元\t8.5%',
      '规模以上工业企业\t118家\t126家\t6.8%',
    ];
    const text = [PARAGRAPH, ...rows, PARAGRAPH].map((line) => chop(line, 24)).join('\n');
    expect(await linesOf(text)).toEqual([PARAGRAPH, ...rows, PARAGRAPH]);
  });

  test('the last cell of a row', async () => {
    const rows = [
      '指标　2020年　2025年',
      '用水总量　2.86亿立方米　2.75亿立方米以内',
      '每万元产值用水　68.3立方米　比2020年下降16%',
      '灌溉水有效利用系数　0.512　0.545',
    ];
    const cut = rows.join('\n').replace('下降16%', '下降\n16%');
    const text = [chop(PARAGRAPH, 20), cut, chop(PARAGRAPH, 20)].join('\n');
    expect(await linesOf(text)).toEqual([PARAGRAPH, ...rows, PARAGRAPH]);
  });

  test('members of a list behind headings of the same kind', async () => {
    const members = [
      '一、对主要食品定量供应的部分要给职工适当补贴，各地按当地的物价确定；',
      '二、加强物价管理和工商行政管理力量，建立健全社会监督的各项制度；',
    ];
    const text = ['一、办事更近更省', PARAGRAPH, '二、企业更稳更强', PARAGRAPH, ...members, PARAGRAPH];
    expect(await linesOf(text.map((line) => chop(line, 20)).join('\n'))).toEqual(text);
  });

  test('all in one line under a title', async () => {
    const parts = ['一、办事更近更省。', '二、企业更稳更强。', '三、城乡更绿更美。', '四、百姓更富更安。'];
    const line = parts.map((heading) => heading + PARAGRAPH).join('');
    for (const width of [22, 33, 47])
      expect(await linesOf(`青禾县工作总结\n${chop(line, width)}`)).toEqual(['青禾县工作总结', line]);
  });

  test('a byline', async () => {
    const byline = '发布时间：2024-06-12　来源：青禾县融媒体中心　浏览次数：125';
    const { report } = await extractReport({
      text: ['青禾县晒出半年账', byline, PARAGRAPH].map((line) => chop(line, 24)).join('\n'),
    });
    expect(report).toMatchObject({ title: '青禾县晒出半年账', date: '2024-06-12', publisher: '青禾县融媒体中心' });
  });

  test('a number that ends with a line before its point, its unit or its sign', async () => {
    for (const lines of [
      ['增长8', '.5%'],
      ['增长8.', '5%'],
      ['增长8.5', '%'],
    ]) {
      const [first = '', second = ''] = lines;
      const text = `${'甲'.repeat(24 - first.length)}${first}\n${second}，${PARAGRAPH.slice(0, 10)}。`;
      expect((await normalOf(`${chop(PARAGRAPH, 24)}\n${text}`)).text).toContain('增长8.5%');
    }
  });

  test.each([
    ['a list', '主要指标\n新增企业12家\n新建学校3所\n改造厕所8座'],
    ['a table', '指标\t2024年\t2025年\n新增企业\t12\t15\n新建学校\t3\t4'],
    ['a heading and its paragraph', '全县农业情况\n今年以来，全县推广良种8万亩。'],
    ['a year and a number', '各乡镇报送时间为2024\n15家企业按期报送，其余补报。'],
    ['paragraphs', `${PARAGRAPH}\n${PARAGRAPH}\n${PARAGRAPH}`],
  ])('%s stays as it is', async (_, text) => {
    const normal = await normalOf(text);
    expect(normal.text).toBe(text);
    expect(normal.blocks).toBe(normal.document.blocks);
  });

  test.each([
    ['an address', 'abc5.cn'],
    ['an address with a path', 'http://www.abc5.cn/a?b=1'],
    ['a counter', '浏览次数：1023'],
    ['a button', '【打印本页】'],
  ])('%s behind the last statement of a line joins nothing to it', async (_, residue) => {
    const lines = [
      '青禾县改革工作情况',
      `全县新修渠道26公里，增长20%。${residue}`,
      '一、办事更近更省',
      '新增窗口135个，增长12%。',
    ];
    expect(await linesOf(lines.join('\n'))).toEqual(lines);
    expect(await linesOf(lines.slice(1).join('\n'))).toEqual(lines.slice(1));
    const cut = `全县改造老旧小区十四个。共新修渠道1\n26公里，增长20%。\n${lines.join('\n')}`;
    expect((await normalOf(cut)).text).toContain('共新修渠道126公里');
  });

  test('the words of a link on a line of their own, and the sign behind it', async () => {
    const [before, link, after] = [
      '县政府根据群众的要求，',
      '修订了青禾县集体林地管理办法',
      '，去年办证320本，增长8%。',
    ];
    expect(await linesOf([before, link, after].join('\n'))).toEqual([`${before}${link}${after}`]);
    expect(await linesOf(['林地改革', `${before}${link}。`, '水利改革', after].join('\n'))).toEqual([
      '林地改革',
      `${before}${link}。`,
      `水利改革${after}`,
    ]);
    const apart = ['林地改革', '', `${before}${link}。`];
    expect(await linesOf(apart.join('\n'))).toEqual(['林地改革', `${before}${link}。`]);
  });

  test('a word or a number cut in a short text', async () => {
    expect(await linesOf('全年新增就业1\n240人，增长2.4%。')).toEqual(['全年新增就业1240人，增长2.4%。']);
    expect(await linesOf('全县新造水源\n林地3.2万亩，增长4%。')).toEqual(['全县新造水源', '林地3.2万亩，增长4%。']);
    expect(await linesOf('全县完成植树造\n林3.2万亩，增长4%。')).toEqual(['全县完成植树造林3.2万亩，增长4%。']);
  });

  test('numerals, ranges and units cut in a short text', async () => {
    for (const [first, second] of [
      ['全县新修渠道二十', '六公里，增长4%。'],
      ['到二〇二', '四年末，全县新修渠道26公里。'],
      ['全县新修渠道26', '公里，增长4%。'],
      ['全县新修渠道1.2万', '米，增长4%。'],
      ['入学率提高0.9个百', '分点，达到98%。'],
      ['新修渠道26', '至30公里，增长4%。'],
      ['覆盖率由12%提高到', '20%，高于全市。'],
    ] as const)
      expect(await linesOf(`${first}\n${second}`)).toEqual([first + second]);
    for (const lines of [
      ['全县名列前十', '三、下一步打算，继续推进改革。'],
      ['全县满意度排名第一', '百姓出行更方便，增长4%。'],
      ['项目编号12', '个体工商户新增30家，增长4%。'],
      ['12', '2024年，全县新建学校3所。'],
    ])
      expect(await linesOf(lines.join('\n'))).toEqual(lines);
  });

  test('a title in brackets on a line of its own', async () => {
    expect(await linesOf('全县制定了《\n河道管理办法\n》，新修渠道26公里。')).toEqual([
      '全县制定了《河道管理办法》，新修渠道26公里。',
    ]);
  });

  test('cut once more at a lesser width', async () => {
    const paragraph = PARAGRAPH.replace('个，', '个。').replace('路，', '路。');
    const twice = [paragraph, paragraph, paragraph].map((each) => chop(`　　${each}`, 32)).join('\n');
    const again = twice
      .split('\n')
      .map((line) => chop(line, 20))
      .join('\n');
    expect(await linesOf(again)).toEqual([paragraph, paragraph, paragraph]);
  });

  test('cut once more, at any lesser width', async () => {
    const paragraph = `　　${PARAGRAPH.replace('个，', '个。').replace('路，', '路。')}`;
    for (let width = 20; width < 30; width++) {
      const twice = [paragraph, paragraph, paragraph, paragraph].flatMap((each) =>
        chop(each, 30)
          .split('\n')
          .map((line) => chop(line, width)),
      );
      expect(await linesOf(twice.join('\n')), `at ${width}`).toEqual(Array(4).fill(paragraph.trim()));
    }
  });

  test('the text of a finding covers what broke it', async () => {
    const text = '全年新增就业1\n240人，增长2.4%。';
    const [first] = (await extractReport({ text })).indicators;
    expect(first).toMatchObject({ text: '1\n240人', name: '新增就业', value: { number: 1240, raw: '1240' }, line: 1 });
    expect(first && text.slice(first.span.start, first.span.end)).toBe('1\n240人');
  });
});

describe('characters of no width', () => {
  test('are passed over', async () => {
    const text = '新\u00ad建学校1\u200b2所，\u2060增长5.\u200d2%。';
    expect((await normalOf(text)).text).toBe('新建学校12所，增长5.2%。');
    const { indicators } = await extractReport({ text });
    expect(indicators.map((each) => [each.text, each.name, each.value.number])).toEqual([
      ['1\u200b2所', '新建学校', 12],
      ['5.\u200d2%', '新建学校', 5.2],
    ]);
  });
});

describe('traditional script', () => {
  test('is read as simplified script is, and shown as written', async () => {
    const text = '一、推進產業轉型\n全縣實現工業總產值26.4億元，增長6.8%；建成標準廠房*萬平方米。';
    const { indicators, sections, placeholders } = await extractReport({ text });
    expect(indicators.map((each) => [each.text, each.name, each.unit.symbol, each.value.number, each.kind])).toEqual([
      ['26.4億元', '工業總產值', '元', 2_640_000_000, 'level'],
      ['6.8%', '工業總產值', '%', 6.8, 'change'],
      ['*萬平方米', '標準廠房', '平方米', null, 'level'],
    ]);
    expect(indicators.map(({ unit }) => unit.raw)).toEqual(['元', '%', '平方米']);
    expect(sections.map(({ title }) => title)).toEqual(['推進產業轉型']);
    expect(sections[0]?.domains.map(({ id }) => id)).toContain('industry');
    expect(placeholders.map((each) => [each.text, each.expects])).toEqual([['*', '萬平方米']]);
  });

  test('a character of both scripts is itself in a simplified text', async () => {
    expect((await normalOf('乾县新建学校3所。')).text).toBe('乾县新建学校3所。');
    expect((await normalOf('乾縣新建學校3所，發放補貼。')).text).toBe('干县新建学校3所，发放补贴。');
  });
});

test('spans within plain data lead back, and nothing else is touched', async () => {
  const normal = await normalOf('新建学校1\u200b2所。');
  const value = { span: { start: 4, end: 6 }, start: 4, deep: [{ at: { start: 0, end: 1 } }, null, 'x'] };
  expect(placedInReport(value, normal)).toEqual({ ...value, span: { start: 4, end: 7 } });
});

/** What a finding says, breaks in it left aside. */
const rowsOf = ({ indicators }: GaigeRecord, written = (words: string) => words): string[] =>
  indicators.map(({ text, value, name, kind, status }) =>
    written([text, value.number, value.min, name, kind, status].join('|').replace(/\s/g, '')),
  );

const textsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8').replace(/\r\n?/g, '\n'));

const SEEDS = textsIn('seeds');

/** Annotated reports, where they are at hand. */
const GOLD = '../shared/gold/text';
const texts = (): string[] => (existsSync(GOLD) ? [...SEEDS, ...textsIn(GOLD)] : SEEDS);

const widthOf = (char: string) => (char.charCodeAt(0) >= 0x2010 ? 2 : 1);

const WORD = /[\u0021-\u007e]/;
const NEVER_FIRST = /[，。、；：！？,.;:!?）)”’》」】%％…—]/;
const NEVER_LAST = /[（(“‘《「【]/;

/** What no line end parts: words and numbers, and signs from what they open or close. */
function unitsOf(line: string): string[] {
  const units: string[] = [];
  let isOpen = false;
  for (const char of line) {
    const last = units.at(-1);
    const isWord = last !== undefined && WORD.test(char) && WORD.test(last.slice(-1));
    if (last !== undefined && (isOpen || isWord || NEVER_FIRST.test(char))) units[units.length - 1] = last + char;
    else units.push(char);
    isOpen = NEVER_LAST.test(char);
  }
  return units;
}

const inColumns = (units: Iterable<string>, width: number): string => {
  let [wrapped, column] = ['', 0];
  for (const unit of units) {
    const own = [...unit].reduce((sum, char) => sum + widthOf(char), 0);
    if (column > 0 && column + own > 2 * width) [wrapped, column] = [`${wrapped}\n`, 0];
    wrapped += unit;
    column += own;
  }
  return wrapped;
};

/** Lines end at a number of characters, of columns, or where the next word or number has no room. */
const WRAPPERS = {
  characters: (line: string, width: number) => line.match(new RegExp(`.{1,${width}}`, 'gs'))?.join('\n') ?? '',
  columns: (line: string, width: number) => inColumns(line, width),
  words: (line: string, width: number) => inColumns(unitsOf(line), width),
};

/** A text with its lines ended, and the lines of the text beside which nothing tells where a paragraph ends: it fills the last line that it was cut into. */
function cutAt(text: string, width: number, wrap: (line: string, width: number) => string) {
  const lines = text.split('\n');
  const cut = lines.map((line) => wrap(line, width));
  const isFull = cut.map((parts) => {
    const last = parts.slice(parts.lastIndexOf('\n') + 1).trimEnd();
    const columns = [...last].reduce((sum, char) => sum + widthOf(char), 0);
    // Where words are not parted, a line that lacks a few columns is full.
    return last.length >= width || columns >= 2 * width - (wrap === WRAPPERS.words ? LONGEST_WORD : 0);
  });
  const isUntold = (line: number): boolean => {
    const before = lines.findLastIndex((each, i) => i < line && each.trim() !== '');
    return isFull[line] === true || isFull[before] === true;
  };
  return { wrapped: cut.join('\n'), isUntold };
}

/** In columns. */
const LONGEST_WORD = 5;

/** Rows of a report, but for those on some of the lines of its text. */
function rowsBut(record: GaigeRecord, text: string, isLeftOut: (line: number) => boolean): string[] {
  const rows = rowsOf(record);
  const lineOf = (at: number) => text.slice(0, at).split('\n').length - 1;
  return rows.filter((_, i) => !isLeftOut(lineOf(record.indicators[i]?.span.start ?? 0)));
}

describe('a report gives the same rows', () => {
  const width = fc.integer({ min: 20, max: 60 });
  const wrapper = fc.constantFrom(...Object.values(WRAPPERS));

  test('with its lines ended at any width', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SEEDS), width, wrapper, async (text, width, wrap) => {
        const { wrapped, isUntold } = cutAt(text, width, wrap);
        const [plain, again] = [await extractReport({ text }), await extractReport({ text: wrapped })];
        for (const { span, text: found } of again.indicators) expect(wrapped.slice(span.start, span.end)).toBe(found);
        expect(rowsOf(again)).toEqual(expect.arrayContaining(rowsBut(plain, text, isUntold)));
        expect(again.indicators).toHaveLength(plain.indicators.length);
        expect(again.sections.map(({ level, marker }) => [level, marker])).toEqual(
          plain.sections.map(({ level, marker }) => [level, marker]),
        );
      }),
      { numRuns: 40, interruptAfterTimeLimit: 30_000 },
    );
  });

  /** Each text at nine of the widths, each width for some of the texts: those too that are cut at a width already, or stand on one line. */
  test.runIf(existsSync(GOLD))('annotated ones too', { timeout: 240_000 }, async () => {
    for (const [i, text] of textsIn(GOLD).entries()) {
      const plain = await extractReport({ text });
      for (let k = 0; k < 9; k++) {
        const width = 20 + ((7 * i + 14 * k) % 41);
        const { wrapped, isUntold } = cutAt(text, width, Object.values(WRAPPERS)[k % 3] ?? WRAPPERS.words);
        const again = await extractReport({ text: wrapped });
        const told = `text ${i} at ${width}, ${k % 3}`;
        expect(rowsOf(again), told).toEqual(expect.arrayContaining(rowsBut(plain, text, isUntold)));
        expect(again.indicators.length, told).toBe(plain.indicators.length);
      }
    }
  });

  test.each(['t', 'tw', 'hk'] as const)('in traditional script (%s)', { timeout: 60_000 }, async (to) => {
    const [traditional, simplified] = [OpenCC.Converter({ from: 'cn', to }), OpenCC.Converter({ from: to, to: 'cn' })];
    // What a character becomes may hang on words beside it, which a row leaves out.
    const folded = (words: string) => simplified(traditional(words));
    for (const text of texts()) {
      const [plain, again] = [await extractReport({ text }), await extractReport({ text: traditional(text) })];
      expect(rowsOf(again, folded)).toEqual(rowsOf(plain, folded));
      expect(again.sections.map(({ span, domains }) => [span, domains])).toEqual(
        plain.sections.map(({ span, domains }) => [span, domains]),
      );
      expect(again.placeholders.map(({ span, kind }) => [span, kind])).toEqual(
        plain.placeholders.map(({ span, kind }) => [span, kind]),
      );
    }
  });
});
