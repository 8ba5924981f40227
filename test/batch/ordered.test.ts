import { describe, expect, test } from 'vitest';
import { inOrder, limited } from '../../src/batch/ordered.ts';

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function* upTo(count: number, taken: number[] = []): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) {
    taken.push(i);
    yield i;
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const item of items) taken.push(item);
  return taken;
}

describe('in order', () => {
  test('whoever is first', async () => {
    const work = async (task: number) => {
      await soon((task * 7) % 5);
      return task * 10;
    };
    expect(await all(inOrder(upTo(30), work, 6))).toEqual(Array.from({ length: 30 }, (_, i) => i * 10));
  });

  test('no more is asked for than may wait', async () => {
    const taken: number[] = [];
    const results = inOrder(upTo(100, taken), async (task) => task, 4);
    await results.next();
    await soon(5);
    expect(taken.length).toBeLessThanOrEqual(5);
    await results.return(undefined);
  });

  test('a result is not kept back by a task that is long in coming', async () => {
    async function* slow() {
      yield 1;
      await new Promise(() => {});
    }
    expect(await inOrder(slow(), async (task) => task, 4).next()).toEqual({ done: false, value: 1 });
  });

  test('a failure comes in its turn', async () => {
    const work = async (task: number) => {
      if (task === 2) throw new Error('two');
      return task;
    };
    const taken: number[] = [];
    const run = async () => {
      for await (const result of inOrder(upTo(9), work, 3)) taken.push(result);
    };
    await expect(run()).rejects.toThrow('two');
    expect(taken).toEqual([0, 1]);
  });
});

test('so many at a time', async () => {
  const limit = limited(3);
  let [running, most] = [0, 0];
  const action = async () => {
    most = Math.max(most, ++running);
    await soon(2);
    running--;
  };
  await Promise.all(Array.from({ length: 20 }, () => limit(action)));
  expect(most).toBe(3);
});
