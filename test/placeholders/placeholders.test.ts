import { describe, expect, test } from 'vitest';
import { extract } from '../support/extract.ts';

const found = async (text: string, path?: string): Promise<string[]> =>
  (await extract(text, path)).placeholders.map(({ text: mask, kind, expects }) =>
    [mask, kind, expects ?? '-'].join(' '),
  );

const table = (cases: readonly (readonly [text: string, ...expected: string[]])[]) =>
  test.each(cases.map(([text, ...expected]) => ({ text, expected })))('$text', async ({ text, expected }) => {
    expect(await found(text)).toEqual(expected);
  });

const none = (cases: readonly string[]) =>
  test.each(cases)('%s', async (text) => {
    expect(await found(text)).toEqual([]);
  });

describe('numbers', () => {
  table([
    ['培育企业*家，产值××亿元。', '* number 家', '×× number 亿元'],
    [
      '惠及**.*万户，增长x.x%，涨幅＊.＊％，占*·*%。',
      '**.* number 万户',
      'x.x number %',
      '＊.＊ number ％',
      '*·* number %',
    ],
    ['投资XXX万元，税收X.XX亿元，吸纳X人。', 'XXX number 万元', 'X.XX number 亿元', 'X number 人'],
    ['百分之*的农户，百分之××达标，千分之*。', '* number %', '×× number %', '* number ‰'],
    ['占百分之*点*。', '* number %', '* number %'],
    ['补贴xx458元，新建1**家，增收1*.*亿元。', 'xx number 元', '** number 家', '*.* number 亿元'],
    ['参训*余人次，覆盖**多家，近*万人。', '* number 人次', '** number 家', '* number 万人'],
    ['流转__亩、□□户、○○个、＿＿＿＿万元。', '__ number 亩', '□□ number 户', '○○ number 个', '＿＿＿＿ number 万元'],
    ['新增* 家，投入 ** 万元。', '* number 家', '** number 万元'],
    ['新增* *家，产值* * *万元。', '* number 家', '* number 家', ...Array(3).fill('* number 万元')],
    ['新增＊*家，完成*＊项。', '＊* number 家', '*＊ number 项'],
    ['由*%提高到*%，减少*至*个、*—*个。', ...Array(2).fill('* number %'), ...Array(4).fill('* number 个')],
    ['（*）家企业，（ ）个村，（　　）万元。', '* number 家', '（ ） number 个', '（　　） number 万元'],
    ['投资**亿多元，惠及*万余户。', '** number 亿元', '* number 万户'],
    ['增长XX倍，设立7×**小时服务区。', 'XX number 倍', '** number 小时'],
    ['完成项目标任务前，签约**项目标任务。', '** number 项'],
    ['气温*℃，流速*米/秒。', '* number ℃', '* number 米/秒'],
    ['总量达到**，超过*。', '** number -', '* number -'],
    ['“*区联动”格局。', '* number 区'],
  ]);
});

describe('ordinals and dates', () => {
  table([
    ['总量居全市第*位、全省第*。', '* ordinal 位', '* ordinal -'],
    ['第* 名，第××届，前*强，排名**。', '* ordinal 名', '×× ordinal 届', '* ordinal 强', '** ordinal -'],
    ['截至*月*日，202*年、20××年、202X年。', '* date 月', '* date 日', '* date 年', '×× date 年', 'X date 年'],
    [
      '20××—20××年，20**年至20**年，202*—202*年。',
      ...['××', '××', '**', '**', '*', '*'].map((mask) => `${mask} date 年`),
    ],
    ['定于20××-××-××召开。', '×× date -', '×× date -', '×× date -'],
    ['____年____月____日，__月__号。', ...['____ date 年', '____ date 月', '____ date 日', '__ date 月', '__ date 号']],
    ['“xx五”规划、“**五”时期、“十×五”期间。', 'xx date 五', '** date 五', '× date 五'],
    ['会议于*时*分开始，9时**分结束。', '* date 时', '* date 分', '** date 分'],
    ['见第X版，排名第（　　）位。', 'X ordinal -', '（　　） ordinal 位'],
    ['二〇二×年，二○××年。', '× date 年', '×× date 年'],
  ]);
});

describe('names', () => {
  table([
    ['**区委高度重视。', '** name 区'],
    ['××省××市××县××镇××村', ...['省', '市', '县', '镇', '村'].map((noun) => `×× name ${noun}`)],
    ['引进**新材料研究院，落户**科技。', '** name 新材料研究院', '** name 科技'],
    ['针对**、**等公司开展辅导。', '** name 公司', '** name 公司'],
    ['“**”“**”等品牌，“**”、“**”和“**”等一批企业。', '** name 品牌', '** name 品牌', ...Array(3).fill('** name 企业')],
    ['打造“**”服务热线，推出“**快贷”。', '** name 服务热线', '** name 快贷'],
    ['印发《**区关于**的意见》。', '** name 区', '** text 意见'],
    ['XX镇XX村，X区，×书记。', 'XX name 镇', 'XX name 村', 'X name 区', '× name 书记'],
    ['某某集团落户，某某某同志，王某某。', '某某 name 集团', '某某某 name 同志', '某某 name -'],
    ['○○公司、〇〇区、□□镇。', '○○ name 公司', '〇〇 name 区', '□□ name 镇'],
    ['区委书记**，联系人：***。', '** name -', '*** name -'],
    ['引进**项目*个。', '** name 项目', '* number 个'],
    ['**市场监管局、**大学合办。', '** name 市场监管局', '** name 大学'],
  ]);
});

describe('missing phrases', () => {
  table([
    ['传达**大会议精神。', '** text 大会议'],
    ['落实**部署要求，由**部牵头。', '** text -', '** name 部'],
    ['在**、**和**领域取得突破。', ...Array(3).fill('** text 领域')],
    ['《**实施方案》获评***称号。', '** text 实施方案', '*** text 称号'],
    ['附件（XX）。', 'XX text -'],
  ]);
});

describe('notes', () => {
  table([
    ['依托【待补充：企业名称】带动。', '【待补充：企业名称】 name -'],
    ['投资[TODO]亿元，另见（……）。', '[TODO] number 亿元', '（……） text -'],
    ['列第【待填】位，由【待补充】公司承建。', '【待填】 ordinal 位', '【待补充】 name 公司'],
    [
      '（此处填写金额）、（请补充）、（填写日期）、〔待填〕',
      ...['（此处填写金额） number -', '（请补充） text -', '（填写日期） date -', '〔待填〕 text -'],
    ],
    [
      '<待填>、〈待补充〉、[ ]、[...]、(。。。)',
      ...['<待填>', '〈待补充〉', '[ ]', '[...]', '(。。。)'].map((note) => `${note} text -`),
    ],
    ['由区统计局核定（待核实）。', '（待核实） text -'],
    ['金额TBD，投资TODO亿元。TODO：补数据', 'TBD text -', 'TODO number 亿元', 'TODO text -'],
  ]);
  none([
    '（企业只需填写一张表）、（表单由原来填写12份减为1份）、（推行免填写申报）',
    '（待核准项目12个）、（待补缴税款）、（待填埋垃圾）、（有待完善）、（待定级机构3家）',
    '【新华社】、（见附件）、（略）、[1]、（一）、〔2023〕、（注）',
    'Mastodon(mastodon)、TODOS、AUTODO',
    '打造TBD（旅游商务区）',
  ]);
});

describe('arithmetic is no mask', () => {
  none([
    '推行7×24小时服务，配备4×4越野车，场地3×5米，7 x 24值守，4×100米接力，２×２矩阵',
    '7天×24小时值班，全年365天×24小时，补助6000元×12个月，按0.5元×100亩计算',
    '长3米×宽5米，展板2米×3米，标牌10cm×20cm，广告位3米*5米',
    '达标率=（达标数÷总数）×100%，按（实际数÷计划数）×100计算',
    '得分＝完成率*0.6＋满意率*0.4，面积=长×宽，f(x)=2x+1',
    '放大10×，读数35.2*，x=3，(x,y)',
  ]);
  table([['2023年*2月，补贴*458元。', '* date 月', '* number 元']]);
});

describe('brands, codes and letters are no masks', () => {
  none([
    '“数据要素×”行动、“数据要素X”行动计划，“文旅×科技”融合，实施数据要素×行动',
    '构建1+3+N、双核+X、X+1、“1+N+X”格局，“415X”集群',
    'X射线、X光机、X型梁、X证书、第X染色体、维生素X通过审评、X系列',
    '学习C++，查看*.docx、/data/*和XX.com、https://www.xx.gov.cn/xx/index.html',
    '型号CTX-3、XX-300、XX3型，规格MAX，Model X工厂，iPhone X发布，PM_2.5，v1.x、3.x版',
    '138****5678、身份证号110101********1234、卡号6222 **** **** 1234',
    'P*值，A*搜索',
  ]);
});

describe('signs that are spoken of are no masks', () => {
  none([
    '带*的为约束性指标，标*号的为重点，加*者须报备，（*为约束性指标），“*”为必填项',
    '绿色贷款余额*增长。\n*注：口径有调整。',
    '粮食产量*、能耗*\n带*为约束性指标',
    '*本报告数据为初步统计数',
    '拨打*99#，按*键返回，按*号键确认',
    '正确打√、错误打×，√或×',
    '二○二三年、一九九○年、第一○○号、“〇〇后”青年',
  ]);
});

describe('typography is no mask', () => {
  none([
    '********\n————\n* * *\n_____',
    '*****附件*****',
    '**主要做法**：坚持问题导向。',
    '1. **强化组织领导**\n各级',
    '* 新增企业35家\n* 深化改革\n*全市一盘棋推进',
    '□是 □否，☐ 同意',
    '……',
  ]);
  test('nor are code and emphasis in markdown', async () => {
    const report = '# 报告\n\n**强化领导**，`a*b`。\n\n```sh\nrm *\necho __X__ 某某\n```\n\n* 新增企业*家\n';
    expect(await found(report, 'report.md')).toEqual(['* number 家']);
  });
});
