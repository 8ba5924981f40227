// A thread that does nothing but native work, ended again and again; `--unguarded` shows what would come of it without the lock.
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { newTerminationLock, takeLock, whileHeld } from '../../dist/batch/termination-lock.js';
import { loadSegmenter } from '../../dist/segment/index.js';

const TIMES = 8;

if (isMainThread) {
  for (let i = 0; i < TIMES; i++) {
    const thread = new Worker(fileURLToPath(import.meta.url));
    const lock = await new Promise((resolve) => thread.once('message', resolve));
    if (!process.argv.includes('--unguarded')) await takeLock(lock, () => true);
    await thread.terminate();
  }
  console.log('ended', TIMES);
} else {
  const lock = newTerminationLock();
  const { segment } = loadSegmenter({ guard: (native) => whileHeld(lock, native) });
  parentPort?.postMessage(lock);
  for (;;) segment('深化改革扩大开放');
}
