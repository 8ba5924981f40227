/** Programs that a machine may have: tests that need one are skipped where it is missing, and their names say so. */
import { spawnSync } from 'node:child_process';

export const runs = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
