/** `npm run bench`: prints ratios. GAIGE_CORPUS names a folder of reports; GAIGE_BENCH_MB says how much of them, 20 MB by default. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loadDocuments } from './corpus.js';

const { folder, documents } = await loadDocuments();
console.log(`${documents.length} reports of ${folder}`);
const asked = process.argv.slice(2);
const PARTS = ['throughput', 'recognizers', 'scaling', 'shapes', 'wrapped', 'workers', 'processes'];
for (const part of asked.length > 0 ? asked : PARTS) {
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`${part}.js`, import.meta.url))], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
