/** Processes as the system lists them. */
import { spawnSync } from 'node:child_process';

type Listed = { pid: number; parent: number };

function listed(): Listed[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0]) => ({ pid, parent }));
}

export const canListProcesses = spawnSync('ps', ['-A', '-o', 'pid=,ppid=']).status === 0;

/** Those that a process has started; `ps` itself is none of them. */
export const childrenOf = (pid: number | undefined): number[] =>
  listed().flatMap((each) => (each.parent === pid && isRunning(each.pid) ? [each.pid] : []));

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
