import { describe, expect, test } from 'vitest';
import { divisions, foldRegion, parentOf } from '../../src/regions/index.ts';

describe('a place', () => {
  test.each([
    ['四川省', '四川省', '510000', 'province'],
    ['四川', '四川省', '510000', 'province'],
    ['北京', '北京市', '110000', 'province'],
    ['内蒙古', '内蒙古自治区', '150000', 'province'],
    ['广西', '广西壮族自治区', '450000', 'province'],
    ['新疆维吾尔自治区', '新疆维吾尔自治区', '650000', 'province'],
    ['香港', '香港特别行政区', '810000', 'province'],
    ['青岛', '青岛市', '370200', 'prefecture'],
    ['山东省青岛市', '青岛市', '370200', 'prefecture'],
    ['山东青岛', '青岛市', '370200', 'prefecture'],
    ['延边州', '延边朝鲜族自治州', '222400', 'prefecture'],
    ['恩施土家族苗族自治州', '恩施土家族苗族自治州', '422800', 'prefecture'],
    ['恩施市', '恩施市', '422801', 'county'],
    ['阿里地区', '阿里地区', '542500', 'prefecture'],
    ['锡林郭勒盟', '锡林郭勒盟', '152500', 'prefecture'],
    ['东莞市', '东莞市', '441900', 'prefecture'],
    ['昆山', '昆山市', '320583', 'county'],
    ['湖北省仙桃市', '仙桃市', '429004', 'county'],
    ['长阳县', '长阳土家族自治县', '420528', 'county'],
    ['上海市浦东新区', '浦东新区', '310115', 'county'],
    ['易县', '易县', '130633', 'county'],
    [' 海淀区 ', '海淀区', '110108', 'county'],
  ])('%s is %s', (words, name, code, level) => {
    expect(foldRegion(words)).toEqual({ name, code, level });
  });

  test.each([
    ['北京市朝阳区', '110105'],
    ['吉林省长春市朝阳区', '220104'],
    ['吉林省朝阳区', '220104'],
    ['沈阳市铁西区', '210106'],
  ])('is told from its namesakes by what it lies in: %s', (words, code) => {
    expect(foldRegion(words)?.code).toBe(code);
  });

  test.each([
    ['吉林', '220000'],
    ['吉林市', '220200'],
    ['海南', '460000'],
    ['海南州', '632500'],
    ['中山', '442000'],
    ['朝阳', '211300'],
  ])('of a short name is that of the highest level: %s', (words, code) => {
    expect(foldRegion(words)?.code).toBe(code);
  });

  test.each([
    ['朝阳区', 'of two places'],
    ['辽宁省铁西区', 'of two places in one province'],
    ['青岛西海岸新区', 'that has no code'],
    ['襄樊市', 'of former times'],
    ['**市', 'masked'],
    ['山东省**市', 'masked in part'],
    ['四川省青岛市', 'that lies elsewhere'],
    ['中国', 'of the country'],
    ['易', 'of one character'],
    ['市', 'of no place'],
  ])('%s stays as written: a name %s', (words) => {
    expect(foldRegion(words)).toEqual({ name: words, code: null, level: null });
  });

  test.each([null, '', ' '])('%j is none', (words) => {
    expect(foldRegion(words)).toBeNull();
  });
});

describe('the list', () => {
  const all = [...divisions().byCode.values()];

  test('has all levels', () => {
    const count = (level: string) => all.filter((each) => each.level === level).length;
    expect([count('province'), count('prefecture')]).toEqual([34, 333]);
    expect(count('county')).toBeGreaterThan(2800);
  });

  test('finds each place by the names of those it lies in', () => {
    const whole = (division: (typeof all)[number]): string => {
      const parent = parentOf(division);
      return (parent ? whole(parent) : '') + division.name;
    };
    expect(all.filter((division) => foldRegion(whole(division))?.code !== division.code)).toEqual([]);
  });

  test('every place but a province lies in one', () => {
    expect(all.filter((division) => (parentOf(division) === null) !== (division.level === 'province'))).toEqual([]);
  });

  test('is asked in vain for long words quickly', () => {
    expect(foldRegion('吉林'.repeat(10_000))).toMatchObject({ code: null });
  });
});
