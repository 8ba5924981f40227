/** The work on a source, from its bytes to the pieces of the outputs: the same in a worker and without one. */
import { createHash } from 'node:crypto';
import { decode } from '../decode/index.ts';
import { countsOf } from '../emit/index.ts';
import { loadEmitters, renderRecord } from '../emit/render.ts';
import { equip, loadPack } from '../equipment.ts';
import type { Document, InputFailure, Source } from '../model/document.ts';
import { GaigeError } from '../model/error.ts';
import type { GaigeRecord } from '../model/record.ts';
import { extractDocument } from '../pipeline.ts';
import { readSources } from '../read/index.ts';
import { type Cache, openCache } from './cache.ts';
import { keyMaker } from './key.ts';
import { type Decoded, type Opened, openDocuments } from './opened.ts';
import { type Answer, failureOf, type Item, type Note, type Settings, type Task } from './task.ts';

export type Work = (task: Task) => Promise<Answer>;

/** Characters that are asked for at a time: enough that asking costs nothing beside the work, little enough to be held many times over. */
const CHARACTERS_AT_A_TIME = 65_536;
const MOST_AT_A_TIME = 64;

type Tools = Awaited<ReturnType<typeof loadTools>>;

/** A source as it was left, since the documents asked for next are mostly its next ones. */
type Held = { path: string; source: Source; sha256: string; documents: Opened | null };

/** Rules and dictionary are loaded with the first report whose findings are not kept. Rejects with GaigeError where they cannot be loaded. */
export function openWork(settings: Settings): Work {
  const cache = settings.cache === null ? null : openCache(settings.cache);
  const keyOf = keyMaker(settings);
  let tools: Promise<Tools> | null = null;
  let held: Held | null = null;

  async function hold(task: Task): Promise<Held | InputFailure> {
    if (held?.path === task.path && task.first > 0) return held;
    await held?.documents?.close();
    held = null;
    const source = await readTask(task, settings);
    if ('error' in source) return source;
    const sha256 = cache ? createHash('sha256').update(source.bytes).digest('hex') : '';
    held = { path: task.path, source, sha256, documents: null };
    return held;
  }

  return async (task) => {
    const source = await hold(task);
    if ('error' in source) return { items: [failed(source)], next: 0 };
    const key = cache && keyOf(task, source.sha256);
    const kept = key === null ? null : await cache!.get(key);
    if (kept) return kept;
    tools ??= loadTools(settings);
    const answer = await work(task, source, await tools, settings);
    return key !== null && mayKeep(answer, await tools, settings) ? keep(answer, key, cache!) : answer;
  };
}

async function loadTools(settings: Settings) {
  const pack = await loadPack(settings.rules);
  const { includeText } = settings;
  const { equipment } = equip(pack, { segmenter: settings.segmenter ?? undefined, includeText });
  const context = { tool: equipment.tool, domains: pack.domains.definitions };
  return { equipment, emitters: await loadEmitters(settings.emission, context) };
}

async function readTask({ path, name, bytes }: Task, { maxFileSize }: Settings): Promise<Source | InputFailure> {
  // What is shared between threads cannot be decoded where it is.
  if (bytes) return { path, name, bytes: Uint8Array.from(bytes) };
  for await (const source of readSources([{ path, name }], { maxFileSize: maxFileSize ?? undefined })) return source;
  throw new Error('a source is read or fails');
}

async function work({ path, first, count }: Task, held: Held, tools: Tools, settings: Settings): Promise<Answer> {
  if (held.documents === null || held.documents.at() > first) {
    const { residue } = tools.equipment.pack;
    held.documents = openDocuments(decode(held.source, { ...settings.decode, residue }));
  }
  try {
    const { documents, more } = await held.documents.take(first, count);
    const items = documents.map((document) => itemOf(document, tools, settings));
    return { items, next: more ? sizeOfNext(documents) : 0 };
  } catch (error) {
    return { items: [crashed(path, error)], next: 0 };
  }
}

function sizeOfNext(documents: readonly Decoded[]): number {
  const characters = documents.reduce((sum, document) => sum + ('error' in document ? 0 : document.text.length), 0);
  const each = Math.max(1, characters / Math.max(1, documents.length));
  return Math.max(1, Math.min(MOST_AT_A_TIME, Math.floor(CHARACTERS_AT_A_TIME / each)));
}

function itemOf(document: Decoded, { equipment, emitters }: Tools, { emission }: Settings): Item {
  if ('error' in document) return failed(document);
  const { path } = document;
  try {
    const record = extractDocument(document, equipment);
    const pieces = renderRecord(record, document.text, emitters, emission);
    return { path, pieces, counts: countsOf(record), notes: notesOf(record, document) };
  } catch (error) {
    return crashed(path, error);
  }
}

const failed = ({ path, error, passedOver }: InputFailure): Item => ({
  path,
  failure: failureOf(error),
  ...(passedOver && { passedOver }),
});

/** A fault of ours that one report brings to light must not cost the others. */
function crashed(path: string, error: unknown): Item {
  const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { path, failure: failureOf(new GaigeError('REPORT_FAILED', { path, problem })) };
}

/** A record begins with the diagnostics of its document, which still have their facts; the others are told as the record has them. */
const notesOf = (record: GaigeRecord, { diagnostics }: Document): Note[] =>
  record.diagnostics
    .map(({ severity, code, message }, i) => ({ severity, code, message, facts: diagnostics[i]?.facts ?? null }))
    .filter(({ severity }) => severity !== 'info');

/**
 * Not what failed: it may have failed for a reason that has passed. Nor what was made by another segmenter than was foreseen, which happens
 * where the preferred one is there and does not work.
 */
const mayKeep = ({ items }: Answer, { equipment }: Tools, { tool }: Settings): boolean =>
  items.every((item) => 'pieces' in item) && equipment.tool.segmenter === tool.segmenter;

async function keep(answer: Answer, key: string, cache: Cache): Promise<Answer> {
  const unkept = await cache.set(key, answer);
  return unkept === null ? answer : { ...answer, unkept };
}
