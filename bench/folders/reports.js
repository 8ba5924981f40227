/**
 * Reports as people have them, of one size and of the density of figures that is asked for: paragraphs of GAIGE_CORPUS, else of the
 * provincial reports in ../shared, else of our own seeds, in their order.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isReadableName } from '../../dist/decode/index.js';
import { loadPack } from '../../dist/engine/load-pack.js';
import { decodeSources } from '../../dist/pipeline/sources.js';
import { listInputs, readSources } from '../../dist/read/index.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = [process.env.GAIGE_CORPUS, join(ROOT, '../shared/corpus/provinces'), join(ROOT, 'seeds')];

/** Bytes of a report, and its figures: those of a province, and those of a speech. */
export const BYTES = 57_000;
export const SORTS = { dense: 265, thin: 20 };

/** What is likely to be a figure: a list mark or a year alone is none. */
const FIGURE = /\d[\d.,]*(?![\d.,、年月日号])/g;
const figuresIn = (text) => text.match(FIGURE)?.length ?? 0;

export async function loadParagraphs() {
  const folder = SOURCES.find((path) => path !== undefined && existsSync(path));
  const { inputs } = await listInputs([folder], { isReadable: isReadableName });
  const documents = [];
  for await (const document of decodeSources(readSources(inputs), await loadPack())) {
    if ('error' in document) continue;
    const lines = document.text.split('\n').filter((line) => line.trim() !== '');
    documents.push(lines.map((line) => ({ line, bytes: Buffer.byteLength(line), figures: figuresIn(line) })));
  }
  return { folder, documents };
}

/** Writes so many reports. Each begins with another document, or further on in it, and goes on with the next when it ends. */
export function writeFolder(folder, documents, count, sort) {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    const name = `${String(i).padStart(4, '0')}.txt`;
    writeFileSync(join(folder, name), reportOf(documents, i, SORTS[sort] / BYTES));
  }
}

/** A paragraph with figures is taken while there are too few, one without while there are enough; all are when too many were passed over. */
function reportOf(documents, index, density) {
  const lines = [];
  let bytes = 0;
  let figures = 0;
  let passed = 0;
  let at = Math.floor(index / documents.length) * 7;
  for (let turn = index; bytes < BYTES; turn++, at = 0) {
    for (const paragraph of documents[turn % documents.length].slice(at)) {
      if (bytes >= BYTES) break;
      const wanted = paragraph.figures > 0 ? figures <= density * bytes : figures >= 0.9 * density * bytes;
      if (!wanted && passed < 20 * BYTES) {
        passed += paragraph.bytes;
        continue;
      }
      lines.push(paragraph.line);
      bytes += paragraph.bytes + 1;
      figures += paragraph.figures;
    }
  }
  return `${lines.join('\n')}\n`;
}
