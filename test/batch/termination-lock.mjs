// A thread that does nothing but native work, ended again and again; `--unguarded` shows what would come of it without the gate.
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { newGate, passThrough, shut } from '../../dist/batch/termination-lock.js';
import { loadSegmenter } from '../../dist/segment/index.js';

const TIMES = 8;

if (isMainThread) {
  for (let i = 0; i < TIMES; i++) {
    const thread = new Worker(fileURLToPath(import.meta.url));
    const gate = await new Promise((resolve) => thread.once('message', resolve));
    if (!process.argv.includes('--unguarded')) await shut(gate, () => true);
    await thread.terminate();
  }
  console.log('ended', TIMES);
} else {
  const gate = newGate();
  const { segment } = loadSegmenter({ guard: (native) => passThrough(gate, native) });
  parentPort?.postMessage(gate);
  for (;;) segment('深化改革扩大开放');
}
