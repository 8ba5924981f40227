/** The form that `rules/time.yaml` has: the words that date a figure, and those that tell what a change is counted from. */
import { z } from 'zod';
import { part, words } from '../schema-parts.ts';

const year = z.int().min(1000).max(9999);
const month = z.int().min(1).max(12);
/** The words of an entry. */
const said = words.describe('Words for it; blanks part words');
const years = z.int().min(1).max(100);

const timeSchema = z
  .strictObject({
    years: z
      .array(
        z.strictObject({
          offset: z.int().min(-100).max(100).describe('How many years later; before 0, earlier'),
          of: z
            .enum(['given', 'spoken'])
            .default('given')
            .describe('Than the year in which the report is given, or that is spoken of'),
          words: said,
        }),
      )
      .describe(
        'Years, by how many they lie behind the one in which the report is given (去年) or that is spoken of (上年)',
      ),
    wholeYears: words.describe('The year that is spoken of, whole: 全年'),
    goals: words.describe('Before one of these the whole year is a measure, no time: 全年|目标'),
    visions: words.describe('Any time before one of these is that of a goal farther off: 2035年|远景目标'),
    notTimes: words.describe('Set phrases that hold a time and name none: 结转下年'),
    months: z
      .array(z.strictObject({ from: month.describe('The first of them'), to: month.describe('The last'), words: said }))
      .describe('Months of the year that is spoken of: 上半年'),
    periods: z
      .array(
        z.strictObject({
          of: z.enum(['month', 'quarter']).describe('What is counted'),
          offset: z.int().min(-100).max(100).describe('How many of them later; before 0, earlier'),
          words: said,
        }),
      )
      .describe('Months and quarters, counted from the last that the report covers or was given in: 下季度'),
    ends: words.describe('The end of a year, a month or a plan, behind it or alone: 年末'),
    beginnings: words.describe('Its beginning: 年初'),
    befores: words.describe('Before what the report tells of, in the year before: 改革前'),
    nows: words.describe('The time of the report: 目前'),
    vague: words.describe('Times of which no year is told: 近年来'),
    plans: z
      .array(z.strictObject({ from: year.describe('Its first year'), words: said }))
      .describe('Plans, by their first year: “十四五”'),
    planYears: years.describe('How many years a plan has'),
    events: z
      .array(z.strictObject({ year: year.describe('In which it was'), words: said }))
      .describe('Events, by their year: 党的十八大'),
    terms: z
      .strictObject({
        words: said,
        first: year.describe('First year of one of them'),
        years: years.describe('Its years'),
      })
      .describe('The term of a government, up to the year reported on: 本届政府'),
    past: words.describe('Before a number of years, those up to the year reported on: 过去|五年'),
    coming: words.describe('Before a number of years, those from the year planned on: 未来|三年'),
    ago: words.describe('Behind a number of years, so long before the year reported on: 五年|前'),
    lengthTails: words.describe('Behind a number of years, the same as `past` before it: 五年|来'),
    firstMonths: words.describe('Before a number of months, the first of the year: 前|8个月'),
    monthCounts: words.describe('Unit of that number: 个月'),
    partsOfPlan: words.describe('Behind a plan, before a number of its years, the first of them: “十四五”|前|四年'),
    lengthWithin: words.describe('Behind a number of years, those before or, for targets, those to come: 五年|内'),
    lengthBefore: words.describe('Behind a number of years, likewise: 五年|累计'),
    averaged: words.describe(
      'Behind a number of years, those up to the year that is spoken of, in their clause: 两年|平均',
    ),
    lengthNotAfter: words.describe('Behind one of these a number of years is none of those: 连续|五年'),
    listJoints: words.describe('Between the last two years of a list: 2021年、2022年|和|2023年'),
    respectively: words.describe('Behind a list of years: each of as many figures behind is of one of them'),
    yearOpens: words.describe(
      'Behind the year at the start of a paragraph, beside a comma: it opens a part that tells of the year',
    ),
    headingLengths: words.describe('The same in headings: 五年|改革成效'),
    clauseSince: words.describe(
      'At the end of a clause that begins with a time, the same as `since`: 去年3月列入试点|以来',
    ),
    since: words.describe('Behind a time, from there to the year reported on: 2012年|以来'),
    during: words.describe('Behind a plan or a year, part of the time: “十四五”|期间'),
    notYears: words.describe('Before one of these a year is none: 1990年|代'),
    samePeriod: words.describe('Behind a year, the months reported on: 上年|同期'),
    fiscalYear: words.describe('Behind a year, which is then that calendar year: 2024|财年'),
    schoolYear: words.describe('Behind a year, from September on: 2024—2025|学年'),
    until: words.describe('Before a time that is a point: 截至|9月底'),
    from: words.describe('Before the first of two times, or one with 以来: 自|2019年'),
    joints: words.describe('Between two times: 2022年7月|至|2023年6月'),
    comparedBefore: words.describe('A time after one of these is only compared with: 比|去年'),
    notComparedBefore: words.describe('Words that end so and compare nothing: 占比|从2020年的9.3%'),
    comparedWith: words.describe(
      'So is one between these and `attributive`, unless a move comes to it: 恢复到|2019年|的112%',
    ),
    yardsticks: words.describe(
      'A time before one of these is only compared with, and one behind `comparedWith` in a clause that ends so: 是2010年到2014年的|总和',
    ),
    decided: words.describe(
      'In the clause of a month or a day, these tell when something was decided, not what came of it: 9月26日会议|部署的|政策',
    ),
    attributive: words.describe('Behind a time, the figure that follows is of that time alone: 2019年|的21%'),
    comparedAfter: words.describe('A time before one of these likewise: 同2020年|相比'),
    records: words.describe('So is one of several years before one of these: 近十年来|最大降幅'),
    reached: words.describe('Before a level, it is that of the last year of a span: 五年来|达到|3万亿元'),
    flows: words.describe(
      'In a name, or between it and the figure: what came together in all the years, whatever it reached: 新增就业|超|700万人',
    ),
    steps: words.describe(
      'Before levels that were passed one by one; the last of a list in the last year: 连跨|7亿元、8亿元',
    ),
    yearly: words.describe('In a name, a level of each of several years: 年产量'),
    sums: words.describe('In the clause of such a name: the figure is of all the years together'),
    stocks: words.describe('A name that ends in one of these is of a point of time: 余额'),
  })
  .describe('Times');

const basisSchema = z
  .strictObject({
    average: words.describe('Say that a change is that of an average year: 年均'),
    yoy: words.describe('Say that it is counted from the year before: 同比'),
    period: words.describe('Say that it is counted from the period before: 环比'),
    since: words.describe('Say that it is counted over several years: 五年累计'),
    target: words.describe('Say that it is counted from a target: 超收'),
    leads: words.describe('Before a comma, what is compared with holds for what follows: 与全省平均水平|相比'),
    listed: words.describe('Of those, which join as well: 与'),
    gaps: words.describe('Behind those which join as well, they compare: 与全国的|差距'),
    notCompares: words.describe('Words that begin so and say nothing of a basis: 比例, 年平均浓度'),
    compares: words.describe('Begin what a change is counted from: 比'),
    holdsAgainst: words.describe('Of those, which hold a figure against a place or a target, not a time: 高于'),
    targets: words.describe('Targets behind those: 比|计划'),
    places: words.describe('Yardsticks of places behind those, beside the class scope: 高于|平均水平'),
    differs: words.describe('Verbs that hold a thing against another, where others tell how it moved since: 比散户|高'),
    moveAdverbs: words.describe('Between what is compared with and the verb: 比高峰期|累计|减少'),
    earlier: words.describe('Earlier times behind those that have no year: 比|改革前'),
    periods: words.describe('Periods behind those: 比|上月'),
  })
  .describe('What a change is counted from');

/** What one pack says: any part of it. */
export const timePackSchema = part(timeSchema);
export const basisPackSchema = part(basisSchema);

/** What all packs together say. */
export type TimeSource = z.infer<typeof timeSchema>;
export type BasisSource = z.infer<typeof basisSchema>;
