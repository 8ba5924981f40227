/** Targets without a figure, as `track` lists them. */
import { expect, test } from 'vitest';
import { goalsIn } from '../../src/emit/goals.ts';
import { loadPack } from '../../src/engine/load-pack.ts';
import { extractReport } from '../../src/index.ts';
import { workReport } from '../cli/support.ts';

const { concepts } = await loadPack();

/** What is promised of what, and where. */
async function goals(review: string, plan: string): Promise<string[]> {
  const text = workReport(2026, review, plan);
  const record = await extractReport({ text }, { includeText: true });
  return goalsIn(record, text, concepts.around).map(({ name, span, sentence, line, column }) => {
    const said = text.slice(span.start, span.end);
    expect(text.split('\n')[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^${said}`));
    expect(text.slice(sentence.start, sentence.end)).toContain(`${name}${said}`);
    return `${name} ${said}`;
  });
}

const REVIEW = '地区生产总值增长4.6%。粮食产量保持稳定。城镇新增就业2000人。';

test.each([
  {
    what: 'beside a promised figure',
    plan: '地区生产总值增长5%左右，居民收入增长与经济增长同步。',
    found: ['居民收入增长 与经济增长同步'],
  },
  {
    what: 'between promised figures of one time, in a sentence or a line of its own',
    plan: '地区生产总值增长5%左右。\n居民收入增速高于经济增速。力争进出口稳中提质！\n城镇新增就业3000人以上。',
    found: ['居民收入增速 高于经济增速', '力争进出口 稳中提质'],
  },
  {
    what: 'not where another time may have begun',
    plan: '地区生产总值增长5%左右。居民收入增长与经济增长同步。到2030年，力争城镇新增就业9000人。',
    found: [],
  },
  { what: 'not behind the last figure', plan: '地区生产总值增长5%左右。居民收入增长与经济增长同步。', found: [] },
  { what: 'not where a figure tells more', plan: '粮食产量稳定在1.2万吨以上。', found: [] },
])('$what', async ({ plan, found }) => {
  expect(await goals(REVIEW, plan)).toEqual(found);
});
