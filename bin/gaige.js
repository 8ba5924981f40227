#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

/**
 * How much of a function runs before V8 optimises it, by Node's major version. By default that is so little that a folder of reports spends
 * more work on compiling than on the reports, for types not all seen yet, so that much is compiled three times over.
 */
const PATIENCE = { 20: '--interrupt-budget=500000', 22: '--invocation-count-for-turbofan=20000' };

/** A clone in which nothing has been installed or built yet. */
function tellUnbuilt(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('gaige 尚未安装或构建，请先在其目录中运行 npm ci');
  console.error('gaige has not been installed or built: run npm ci in its folder first');
  return { main: () => 2 };
}

const patience = PATIENCE[process.versions.node.split('.')[0]];
if (patience !== undefined) setFlagsFromString(patience);

const { main } = await import('../dist/app/main.js').catch(tellUnbuilt);

process.exitCode = await main(process.argv.slice(2), process);
