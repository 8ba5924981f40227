/** Reports to measure on: the texts of GAIGE_CORPUS, else of ../shared/corpus, else of our own seeds, repeated to a size. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isReadableName } from '../../dist/decode/index.js';
import { loadEngine } from '../../dist/engine/engine.js';
import { decodeSources } from '../../dist/pipeline/sources.js';
import { listInputs, readSources } from '../../dist/read/index.js';
import { costOf } from './cost.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const FOLDERS = [process.env.GAIGE_CORPUS, join(ROOT, '../shared/corpus'), join(ROOT, 'seeds')];

export const { engine } = await loadEngine();

/** Longer texts are cut: a measurement should see many reports. */
const LONGEST = 100_000;

export async function loadDocuments() {
  const folder = FOLDERS.find((path) => path !== undefined && existsSync(path));
  const { inputs } = await listInputs([folder], { isReadable: isReadableName });
  const documents = [];
  for await (const document of decodeSources(readSources(inputs), engine.pack)) {
    if (!('error' in document) && document.text.length > 500) documents.push(document);
  }
  return { folder, documents };
}

export const bytesOf = (text) => Buffer.byteLength(text);

/** Documents, over and over, until their texts come to so many bytes. */
export function repeated(documents, bytes) {
  const taken = [];
  for (let i = 0, size = 0; size < bytes; i++) {
    const document = documents[i % documents.length];
    taken.push(document);
    size += bytesOf(document.text);
  }
  return taken;
}

/** `count` files of about `length` characters each, no two alike. */
export function writeReports(folder, documents, count, length = LONGEST) {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    const { text } = documents[i % documents.length];
    const start = Math.max(0, Math.min((i * 997) % Math.max(1, text.length - length), text.length - length));
    writeFileSync(
      join(folder, `${String(i).padStart(6, '0')}.txt`),
      `第${i}号报告\n\n${text.slice(start, start + length)}`,
    );
  }
}

/** Milliseconds of this process's own work: less moved by others on the machine than a clock. */
export const cpuOf = (action) => costOf(action).cpu;

export const MEGABYTE = 1024 * 1024;

/** GAIGE_BENCH_MB: less for a quick look. */
export const SIZE = Number(process.env.GAIGE_BENCH_MB ?? 20) * MEGABYTE;
