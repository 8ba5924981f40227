/** The form that `rules/numerals.yaml` has: how numbers are written. */
import { z } from 'zod';
import { char, chars, part, word, words } from '../schema-parts.ts';

const numeralsSchema = z
  .strictObject({
    digits: z.record(char, z.int().min(0).max(9)).describe('Chinese digits and their values'),
    small: z.record(char, z.int().min(1).max(3)).describe('十 百 千: powers of ten that combine inside a section'),
    large: z.record(char, z.int().min(4).max(16)).describe('万 亿: powers of ten that close a section'),
    tens: z.record(char, z.int().min(10).max(90)).describe('Characters for two digits: 廿 卅'),
    decimalPoints: chars.describe('Between Arabic digits: 4·3'),
    stops: chars.describe('Decimal points before which the zero may be left out: .5'),
    chineseDecimalPoint: chars.describe('Between Chinese digits: 六点五'),
    minutes: chars.describe('Behind the digits they make a time of what looks like decimals: 十点二五分'),
    groupSeparators: chars.describe('Between groups of three digits'),
    wideSeparators: chars.describe('Those that are a comma of a sentence as well: $40，300美元 are two amounts'),
    listCommas: chars.describe('Those that part numbers of a list as well: 5,7条'),
    groupBlanks: chars.describe('Blanks between groups of three digits: 12 345件'),
    labels: words.describe('Before a digit they name a thing by its number: 标段3 120万元'),
    zeroSigns: chars.describe('What stands for zero among Chinese digits: 二0二四年'),
    lookalikes: chars.describe('What scans put for a digit: l60万元. Such a number is not known'),
    ellipsis: z.int().min(2).max(9).describe('So many points in a row are no decimal point'),
    minus: chars.describe('Signs of a negative number'),
    spokenMinus: chars.describe('Those after which a space may follow'),
    zeroAfter: chars.describe('After one of these 零 at the end of a clause is a number: 降至零'),
    minusNotAfter: chars.describe('After one of these 负 belongs to another word: 减负16亿元'),
    minusJoinsAfter: chars.describe('After one of these, as after a digit, the sign joins two numbers: 5%-8%'),
    yearUnit: char.describe('After four digits it makes a year: 3亿2025年'),
    monthUnit: char.describe('After a month: 1月8日'),
    dayUnit: char.describe('After a day: 1月8日'),
    twoAsUnit: char.describe('A digit as well as a unit of mass'),
    mixedFraction: char.describe('又 in 三又二分之一'),
    formal: chars.describe('Digits only beside other numeral characters: 伍 in 队伍 is none'),
    fraction: word.describe('分之'),
    percentPrefixes: z.record(word, word).describe('Words before a numeral and the unit they stand for: 百分之'),
    percentHundred: word.describe('百 in 百分之百'),
    slashes: chars.describe('Between the numbers of a fraction: 1/3'),
    ratioColons: chars.describe('Between the numbers of a ratio: 2.05:1'),
    half: char.describe('半'),
    halfWords: words.describe('Words for a half that stand alone: 一半'),
    tenths: z
      .strictObject({
        symbol: char.describe('The character after the numeral'),
        factor: z.number().describe('How many units one tenth is'),
        unit: word.describe('The unit it is shown in'),
        notBefore: words.describe('Words that make it part of another word: 成立'),
      })
      .describe('三成 is 30 %'),
    infixes: words.describe('余 多 几 between numeral and unit: the figure is at least this'),
    standaloneInfixes: words.describe('Those that may stand without a unit: 3000余'),
    vaguePrefixes: words.describe('数 几 before a multiplier: no number is given'),
    rangeJoiners: words.describe('Between the ends of a range: 2至3个'),
    rangeBreakers: chars.describe('从 由 before the first end: two values, not a range'),
    rankPrefixes: z
      .record(
        char,
        z.strictObject({
          notAfter: chars.describe('After one of these it belongs to another word'),
          certain: z
            .boolean()
            .default(false)
            .describe('It is nothing else, so that a note behind it needs no unit: 第【待补充】'),
        }),
      )
      .describe('第 前: what makes a numeral a rank'),
    rankUnits: words.describe('What a rank counts, where it is written: 位 名 强'),
    ordinalLists: z
      .strictObject({
        separators: chars.describe('Between the members'),
        units: words.describe('What the members are: 条'),
        notAfter: chars.describe('After one of these 第 is a place that was reached: 居全国第4，21项获奖'),
      })
      .describe('Lists of ordinals, of which the last member alone has a unit: 第2，4，6条'),
    rankSymbol: word.describe('The unit that ranks are shown with'),
    currencyPrefixes: z.record(word, word).describe('Currency signs before a numeral and their units'),
    wordsAfter: words.describe('Words that begin with a digit, before which a numeral is over: 十分之一二手房'),
    setPhrases: words.describe('Words that hold a Chinese digit which is no numeral: 统一 进一步'),
  })
  .describe('How numbers are written');

/** What one pack says: any part of it. */
export const numeralsPackSchema = part(numeralsSchema);

/** What all packs together say. */
export type NumeralsSource = z.infer<typeof numeralsSchema>;
