/**
 * The process in which libraries run. Its main thread only keeps watch, so that it hears in the midst of an endless loop that whoever asked is
 * gone; the work is done in a thread. Plain JavaScript, because tests run the sources and Node 20 starts no process from TypeScript.
 */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Milliseconds between two looks at the memory. */
const LOOK = 50;

/** At once, whatever the thread is at. */
const end = () => process.kill(process.pid, 'SIGKILL');

// Ctrl-C goes to all processes of a terminal: what is in flight is finished, and who asked says when it is over.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
process.on('disconnect', end);
// Since this file was asked for, it may have happened already.
if (!process.connected) end();

// No thread starts in a folder that has been removed.
try {
  process.cwd();
} catch {
  process.chdir(fileURLToPath(new URL('.', import.meta.url)));
}

/** @type {NodeJS.Timeout | undefined} */
let watch;

const worker = new Worker(new URL('worker.js', import.meta.url));
worker.on('error', end).on('exit', end);
worker.on('message', (message) => {
  if (!('value' in message)) clearInterval(watch);
  process.send?.(message);
});

process.on('message', ({ memory, ...job }) => {
  process.send?.({ begun: true });
  watch = setInterval(() => process.memoryUsage.rss() > memory && end(), LOOK);
  worker.postMessage(job);
});
