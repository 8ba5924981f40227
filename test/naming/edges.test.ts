import { describe } from 'vitest';
import { table } from './table.ts';

describe('where a name begins', () => {
  table([
    ['在粤执业药师8000人。', '8000人 在粤执业药师'],
    ['清退超规划养殖水面320公顷。', '320公顷 超规划养殖水面'],
    ['全国大约损失棉花二百万吨。', '二百万吨 损失棉花'],
  ]);
});

describe('where a name ends', () => {
  table([
    ['新设外资企业1200户，增长超30%。', '1200户 新设外资企业', '30% 新设外资企业'],
    ['冷链物流产值年均增长超15%。', '15% 冷链物流产值'],
  ]);
});
