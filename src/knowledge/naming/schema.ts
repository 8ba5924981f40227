/** What bounds names: the word classes that naming asks for, most of them in `rules/naming.yaml`, and the form of `naming` there. */
import { z } from 'zod';
import { part, tags, word } from '../schema-parts.ts';

/** What the words of each class do. */
export const namingClasses = {
  'figure-tail': 'Go with the figure before them: 突破1000亿元|大关',
  'name-tail': 'Taken from the end of the words left of a figure, until nothing more can be: 粮食产量|稳定在',
  'name-tail-kept': 'Never taken from there, though a shorter word of name-tail ends so: 工业增加值',
  'name-lead': 'Taken from the start of a phrase: time, place, manner, and what links clauses: 全市累计|培训人数',
  'name-verb-strong': 'Verbs that go, for the noun after them says it all: 实现|旅游总收入',
  'name-verb-cut':
    'Of these the ones that are never part of a noun phrase: in mid-phrase the name begins after them: 全年完成|货运量',
  'name-verb-weak':
    'Verbs that go where a name of three characters or more is left that is no general head: 举办|招聘会',
  'name-verb-kept': 'Verbs that stay at the start of a name: 新增就业',
  'name-verb-bare': 'Verbs that alone are no name; the topic before them follows: 改造 after 农贸市场',
  'name-action': 'With 的, what is done to the thing counted; taken from its end: 78个点位|的全覆盖',
  'general-head': 'Heads too general to be a name alone, to which the topic before is added: 数量, 增速',
  'topic-head': 'Heads in whose place the topic before stands alone: 总数 after 注册企业',
  'added-head': 'Heads that are put after the topic before: 占比 after 绿色贷款',
  'replaced-head': 'Heads that take the place of the measure that the topic before ends in: 产量 after 棉花播种面积',
  'measure-head': 'What a measure ends in, which completes the short members of a list: 港口货物和集装箱|吞吐量',
  'whole-head': 'General heads before which a verb goes all the same: 建设|总投资',
  'field-head': 'Fields of work of which a measure takes the place: 水稻|种植 before 总产',
  'rank-head': 'Heads of a rank, which is that of the topic before: 排名',
  'name-right-end': 'End the words right of a figure, for what follows is said of the thing counted: 32家企业|获评',
  'name-right-kept': 'Never end them, though a word of name-right-end begins so: 5个在建项目',
  'noun-though-verb': 'Nouns that the dictionary takes for verbs; they do not end the words right of a figure: 3处仓储',
  'right-general': 'Right of an amount these say what it is for and not what it is: 植树50万株|任务',
  'attribute-verb': 'Begin an attribute of what is counted where 的 follows their object: 持有证书的技工',
  'role-noun': 'End a noun whose first part is a verb, so that the verb is no predicate: 农业|引导|基金',
  'name-dangling': 'Open the predicate of what is counted, and are no part of its name: 4个粮库|新|建成',
  'verb-before-noun': 'Before a noun for whom or what does it these are its attribute: 5户|停产|企业',
  'agent-verb': 'With 的, what those who are counted do; it is no part of their name: 4个示范村|承担的22项任务',
  'verb-complement': 'Behind a verb these make it a predicate: 代销点|恢复|起来',
  'time-attribute': 'After a length of time these make it an attribute: 六年|制小学',
  'rank-verb': 'Lead from what is ranked to its place: 增速|排|全市第2',
  'locative-opener': 'With a locative at the end, open the words that say among whom: 在|全市医院中',
  'change-noun': 'Nouns that say how much something moved, which may be ranked: 收入|增幅|列第4位',
  'new-mark': 'Makes the verb behind it an attribute: 新|设立企业',
  nation: 'Says where of a measure, and of what is counted which it is: 全国|文明村镇5个',
  'goal-noun': 'Behind a figure and 的 these say that it is a goal: 40%的|要求',
  'rest-mark': 'With a noun behind them these tell one thing from another, alone they go: 其余|水面',
  'age-unit': 'Units of age, which bounds who is meant: 7至12岁|学生近视率',
  exists: 'Alone before a count these say that it is of those counted before: 58个问题，|仍有|7个未整改',
  pronoun: 'Open no noun phrase right of a figure: 6个村，其|集体收入',
  person: 'People counted, whose state a figure is about and not the words after it: 3万|居民',
  'person-suffix': 'Say which of them they are: 居民|代表',
  'person-unit': 'Units of people: 人, 名',
  'shared-prefix': 'Open a list whose members share what stands before the first head: 人均|消费支出、可支配收入',
  'list-count': 'Counts of the members of a list, dropped when the figures are given out: 客运量、货运量两|项指标',
  joint: 'Join the members of a list: 进口|和|出口',
  among: 'Open parts of what was named before: 其中',
  respectively: 'Figures after them go to the members of the list before, one by one: 分别',
  'new-prefix': 'Say that only new ones are counted, and go where all are: 新增 of 新增民宿, with 总数 after it',
  grade: 'Alone these lack what they are attributes of: 评定|省级|4个、市级9个示范村',
  comparison: 'From here on a phrase left of a figure compares: 物流成本|低于全国',
  'not-comparison': 'With one of these after it, 比 is part of a name: 性别比|由',
  'point-comparison': 'Open what a figure in percentage points is compared with: 超过|预期目标1.2个百分点',
  'multiple-of': 'What stands before them is multiplied: 专利数|是五年前的3倍',
  'share-verb': 'Between a part and the whole it is a share of: 民营经济|占|全市税收',
  'not-share-verb': 'Begin as a share-verb does and tell of no share: 占地',
  'share-tail': 'Follow the whole in a share and go: 占全市税收的比例|保持',
  denominator: 'Open a name that is a ratio: 每|千人床位',
  moved: 'Stand between a word of change and its figure: 增长|了|6%',
  'change-word': 'A subject ends before them: 服务业增加值|增速加快',
  'change-first': 'At the start of a name these say how the figure moved, and go: 增加|绿地面积',
  'move-from': 'Say where a move begins: 由|12家发展到35家',
  'move-to': 'The verb that leads to the end of a move ends so: 发展|到',
  'more-after': 'After a figure these say at least so much; an age with one says who is meant: 70岁|以上居民',
  'time-tail': 'Go with the length of time before them: 三年|来, 6月|底前',
  locative: 'Close what was counted to say among whom the next figure holds: 在12个市|中排名第3',
  'place-suffix': 'End a masked place at the start of a phrase: **|县流转土地',
  disposal: 'What follows them is what the figure is about: 把|审批时限压缩',
  beneficiary: 'Open a phrase that says for whom, and go with it: 为|小微企业减税',
  attributive: 'Makes what stands before it an attribute of what follows: 通过评审|的|方案',
  'and-others': 'Closes a list after which what is counted follows: 甲、乙|等|街道',
} as const;

const tagsSchema = z
  .strictObject({
    noun: tags.describe('Left of a figure one of these is what the figure measures: 总投资130亿元的公路'),
    plainNoun: tags.describe('After one of these right of a figure a predicate may begin: 企业|建有|机构'),
    attribute: tags.describe('Stand before nouns only, and are never a predicate: 主导行业'),
    verb: tags.describe('Verbs that are no nouns: they say what is done with what a figure before them measures'),
    verbal: tags.describe('Verbs of any sort: 为群众|解决|问题; after another verb a noun: 开发|建设指挥部'),
    predicate: tags.describe('May begin a predicate after what is counted'),
    adverb: tags.describe('Of these, those that may as well stand in an attribute: 设施比较完备的园区'),
    subjectEnd: tags.describe('End the subject of a clause without a figure: 养老金标准|连涨九年'),
    object: tags.describe('A verb of one character is a predicate before one of these: 居民|推窗见绿'),
    said: tags.describe('After people who are counted these are said of them: 21万群众|居住环境改善'),
    listed: tags.describe('After one of these 、 parts the members of one attribute: 首违不罚、轻微不罚的清单'),
    move: tags.describe('Begin what stands between the ends of a move: 由12家|发展到|35家'),
    function: tags.describe('Nothing counted begins with one of these'),
    preposition: tags.describe('Nor with one of these, if it is of one character'),
  })
  .describe('Parts of speech that decide: v is that one alone, n* all that begin with n');

const namingSchema = z
  .strictObject({
    shareWord: word.describe('Between subject and whole in the name of a share: 税收占一般公共预算收入'),
    tags: tagsSchema,
  })
  .describe('What bounds names besides words');

/** What one pack says: any part of it. */
export const namingPackSchema = part(namingSchema, { tags: part(tagsSchema) });

/** What all packs together say. */
export type NamingSource = z.infer<typeof namingSchema>;
