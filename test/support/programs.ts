/** Programs that a machine may have: tests that need one are skipped where it is missing, and their names say so. */
import { spawnSync } from 'node:child_process';

export const runs = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

/** Whether npm's registry can be reached: what is installed comes from there. */
export const reachesRegistry = (): boolean =>
  spawnSync('npm', ['ping', '--fetch-retries=0', '--fetch-timeout=20000'], {
    stdio: 'ignore',
    timeout: 60_000,
    shell: process.platform === 'win32',
  }).status === 0;
