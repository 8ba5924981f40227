/** A process of Node, and what it took. */
import { spawnSync } from 'node:child_process';

/** Tells on its last line of stderr what the process took. */
const TELLS = `data:text/javascript,${encodeURIComponent(
  `import { isMainThread } from 'node:worker_threads';
   if (isMainThread) process.on('exit', () => {
     const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
     process.stderr.write('\\n' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, rss: maxRSS / 1024 }));
   });`,
)}`;

/** Milliseconds by the clock and of work, and the most memory in MB. Throws where it fails. */
export function runProcess(argv, env = process.env) {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', TELLS, ...argv], {
    env,
    maxBuffer: 1e9,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const words = stderr.toString().trim();
  if (status !== 0) throw new Error(words);
  return { time: performance.now() - begun, ...JSON.parse(words.split('\n').at(-1)) };
}
