/**
 * PDF printers (Chromium's among them) write 改革 with radical signs that look the same: ⾯ for 面, ⼾ for 户. No word would match.
 * Each is mapped to its ordinary character, one to one, so that offsets stay. NFKC of a whole text is no way: it also turns ，％（） to ASCII.
 */

/** U+2E80–U+2EFF after Unicode's EquivalentUnifiedIdeograph.txt: sign, character, sign, character … */
const SUPPLEMENT =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟' +
  '⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾' +
  '⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

/** Kangxi radicals whose compatibility character is not the one mainland texts use. */
const MAINLAND = '⼾户⾭青';

const ORDINARY = new Map<string, string>();
for (const pairs of [SUPPLEMENT, MAINLAND]) {
  for (let i = 0; i < pairs.length; i += 2) ORDINARY.set(pairs.charAt(i), pairs.charAt(i + 1));
}

const RADICALS = /[\u2e80-\u2fdf]/g;

/** The text with every radical sign replaced by the ordinary character; its length stays. */
export const withoutRadicals = (text: string): string =>
  text.replace(RADICALS, (sign) => {
    const char = ORDINARY.get(sign) ?? sign.normalize('NFKC');
    return char.length === 1 ? char : sign;
  });
