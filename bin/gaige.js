#!/usr/bin/env node
import { haveV8Wait } from './patience.js';

/** A clone in which nothing has been installed or built yet. */
function tellUnbuilt(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('gaige 尚未安装或构建，请先在其目录中运行 npm ci');
  console.error('gaige has not been installed or built: run npm ci in its folder first');
  return { main: () => 2 };
}

haveV8Wait();

const { main } = await import('../dist/app/main.js').catch(tellUnbuilt);

// All output has been taken by then. Ending at once spares taking a heap apart that goes anyway, which is a twentieth of a short run.
process.exit(await main(process.argv.slice(2), process));
