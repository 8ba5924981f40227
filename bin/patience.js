import { setFlagsFromString } from 'node:v8';

/**
 * How much of a function runs before V8 optimises it, by Node's major version. By default that is so little that a folder of reports spends
 * more work on compiling than on the reports, for types not all seen yet, so that much is compiled three times over. Later versions have
 * a compiler in between, which costs little.
 */
const PATIENCE = { 20: '--interrupt-budget=500000', 22: '--invocation-count-for-turbofan=20000' };

/** For the whole process, all its threads. */
export function haveV8Wait() {
  const flag = PATIENCE[process.versions.node.split('.')[0]];
  if (flag !== undefined) setFlagsFromString(flag);
}
