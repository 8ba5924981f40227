import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { newTerminationLock, takeLock, whileHeld } from '../../src/batch/termination-lock.ts';
import { LONG } from './support.ts';

test('a thread is locked out only once native code is left', async () => {
  const lock = newTerminationLock();
  let isOut = false;
  const lockingOut = whileHeld(lock, () =>
    takeLock(lock, () => true).then((mayEnd) => {
      isOut = mayEnd;
    }),
  );
  expect(isOut).toBe(false);
  await lockingOut;
  expect(isOut).toBe(true);
});

test('a lock stays open once nobody wants the thread out: the thread has gone on to other work', async () => {
  const lock = newTerminationLock();
  let isWanted = true;
  const lockingOut = whileHeld(lock, () => takeLock(lock, () => isWanted));
  isWanted = false;
  expect(await lockingOut).toBe(false);
  expect(whileHeld(lock, () => 'inside')).toBe('inside');
});

test(
  'threads that are ended amid native work leave the process alive',
  () => {
    const { status, stdout } = spawnSync(process.execPath, [
      fileURLToPath(new URL('termination-lock.mjs', import.meta.url)),
    ]);
    expect({ status, stdout: stdout.toString() }).toEqual({ status: 0, stdout: 'ended 8\n' });
  },
  LONG,
);
