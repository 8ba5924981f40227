import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { newGate, passThrough, shut } from '../../src/batch/termination-lock.ts';
import { LONG } from './support.ts';

test('a gate is shut only once native code is left', async () => {
  const gate = newGate();
  let isShut = false;
  const shutting = passThrough(gate, () =>
    shut(gate, () => true).then((mayEnd) => {
      isShut = mayEnd;
    }),
  );
  expect(isShut).toBe(false);
  await shutting;
  expect(isShut).toBe(true);
});

test('a gate stays open once nobody wants it shut: the thread has gone on to other work', async () => {
  const gate = newGate();
  let isWanted = true;
  const shutting = passThrough(gate, () => shut(gate, () => isWanted));
  isWanted = false;
  expect(await shutting).toBe(false);
  expect(passThrough(gate, () => 'inside')).toBe('inside');
});

test(
  'threads that are ended amid native work leave the process alive',
  () => {
    const { status, stdout } = spawnSync(process.execPath, [fileURLToPath(new URL('gate.mjs', import.meta.url))]);
    expect({ status, stdout: stdout.toString() }).toEqual({ status: 0, stdout: 'ended 8\n' });
  },
  LONG,
);
