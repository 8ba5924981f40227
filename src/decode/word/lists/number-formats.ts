/** How Word writes the numbers of lists: ECMA-376 part 1, 17.18.59, as far as lists of reports use it. */
import { own } from '../../../text/own.ts';

type NumberFormat = (n: number) => string;

const DIGITS = '零一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_DIGITS_TRADITIONAL = '零壹貳參肆伍陸柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

type Counting = {
  digits: string;
  /** Of thousands, hundreds and tens. */
  units: string;
  tenThousand: string;
  bareTen: boolean;
};

const PLAIN: Counting = { digits: DIGITS, units: '千百十', tenThousand: '万', bareTen: true };
const LEGAL: Counting = { digits: LEGAL_DIGITS, units: '仟佰拾', tenThousand: '万', bareTen: false };
const LEGAL_TRADITIONAL: Counting = { ...LEGAL, digits: LEGAL_DIGITS_TRADITIONAL, tenThousand: '萬' };

/** 12 → 十二, 105 → 一百零五, 20000 → 二万. */
const counting =
  (how: Counting): NumberFormat =>
  (n) => {
    const zero = how.digits.charAt(0);
    if (n <= 0) return zero;
    const high = Math.floor(n / 10_000);
    if (high > 0) {
      const low = n % 10_000;
      const gap = low > 0 && low < 1000 ? zero : '';
      return counting(how)(high) + how.tenThousand + gap + (low > 0 ? counting({ ...how, bareTen: false })(low) : '');
    }
    let words = '';
    let gap = false;
    for (let place = 0; place < 4; place++) {
      const digit = Math.floor(n / 10 ** (3 - place)) % 10;
      if (digit === 0) {
        gap = words !== '';
        continue;
      }
      words += (gap ? zero : '') + how.digits.charAt(digit) + how.units.charAt(place);
      gap = false;
    }
    // 十二 and not 一十二, but 一百一十二.
    return how.bareTen && n >= 10 && n < 20 ? words.slice(1) : words;
  };

const digitByDigit =
  (digits: string): NumberFormat =>
  (n) =>
    String(n).replace(/\d/g, (digit) => digits.charAt(Number(digit)));

/** A, B … Z, AA, BB …: Word repeats the letter. */
const letters =
  (first: string): NumberFormat =>
  (n) =>
    n > 0 ? String.fromCharCode(first.charCodeAt(0) + ((n - 1) % 26)).repeat(Math.min(Math.ceil(n / 26), 100)) : '';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(n: number): string {
  let left = Math.min(n, 32_767);
  let words = '';
  for (const [value, sign] of ROMAN) {
    for (; left >= value; left -= value) words += sign;
  }
  return words;
}

/** Signs that stand in a row in Unicode; beyond them, and before, the plain number. */
const signs =
  (first: number, count: number): NumberFormat =>
  (n) =>
    n >= 1 && n <= count ? String.fromCharCode(first + n - 1) : String(n);

const circled: NumberFormat = (n) => {
  if (n === 0) return '⓪';
  if (n <= 20) return signs(0x2460, 20)(n);
  return n <= 35 ? signs(0x3251, 15)(n - 20) : n <= 50 ? signs(0x32b1, 15)(n - 35) : String(n);
};

const cyclic =
  (row: string): NumberFormat =>
  (n) =>
    n > 0 ? row.charAt((n - 1) % row.length) : '';

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: digitByDigit('０１２３４５６７８９'),
  decimalFullWidth2: digitByDigit('０１２３４５６７８９'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: signs(0x2474, 20),
  decimalEnclosedFullstop: signs(0x2488, 20),
  ideographEnclosedCircle: signs(0x3280, 10),
  numberInDash: (n) => `- ${n} -`,
  upperLetter: letters('A'),
  lowerLetter: letters('a'),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  chineseCounting: counting(PLAIN),
  chineseCountingThousand: counting(PLAIN),
  taiwaneseCounting: counting(PLAIN),
  taiwaneseCountingThousand: counting({ ...PLAIN, tenThousand: '萬' }),
  japaneseCounting: counting(PLAIN),
  ideographDigital: digitByDigit('〇一二三四五六七八九'),
  japaneseDigitalTenThousand: digitByDigit('〇一二三四五六七八九'),
  taiwaneseDigital: digitByDigit('○一二三四五六七八九'),
  chineseLegalSimplified: counting(LEGAL),
  ideographLegalTraditional: counting(LEGAL_TRADITIONAL),
  japaneseLegal: counting(LEGAL_TRADITIONAL),
  ideographTraditional: cyclic(STEMS),
  ideographZodiac: cyclic(BRANCHES),
  ideographZodiacTraditional: (n) => cyclic(STEMS)(n) + cyclic(BRANCHES)(n),
  ordinal: (n) => `${n}${ordinalSuffix(n)}`,
  none: () => '',
};

function ordinalSuffix(n: number): string {
  if (n % 100 >= 11 && n % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
}

/** A list's number as its format writes it; formats of other languages fall back to digits. */
export const formatNumber = (n: number, format: string): string => (own(FORMATS, format) ?? String)(n);
