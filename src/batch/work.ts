/** The work on a task, from its bytes to the pieces of the outputs: the same in a thread of its own and without one. */
import { decode, holdsMany } from '../decode/index.ts';
import { countsOf } from '../emit/index.ts';
import { loadEmitters, renderRecord } from '../emit/render.ts';
import { createEngine } from '../engine/engine.ts';
import { loadPack } from '../engine/load-pack.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Document, InputFailure, Source } from '../model/document.ts';
import { GaigeError } from '../model/error.ts';
import type { GaigeRecord } from '../model/record.ts';
import { reasonsOf } from '../pipeline/reasons.ts';
import { stages } from '../pipeline/stages.ts';
import type { Guard } from '../segment/backend.ts';
import type { CacheSlot } from './cache.ts';
import type { SourceOrigin } from './cache-key.ts';
import { isTakenApart, placeOf, sourceOf } from './source.ts';
import {
  type Answer,
  failed,
  failureOf,
  type Note,
  pathOf,
  type RunSettings,
  type Task,
  type TaskItem,
  type TaskStarted,
} from './task.ts';
import { openResultCache } from './with-cache.ts';

export type Work = (task: Task, onStart?: (started: TaskStarted) => void) => Promise<Answer>;

type Tools = Awaited<ReturnType<typeof loadTools>>;

export type WorkOptions = {
  /** Where the rules are loaded already. */
  pack?: RulePack;
  /** As `SegmenterOptions` has it. */
  forFewTexts?: boolean;
  guard?: Guard;
};

/** Rules and dictionary are loaded with the first report whose findings are not in the cache. */
export function openWork(settings: RunSettings, options: WorkOptions = {}): Work {
  const cache = openResultCache(settings);
  let tools: Promise<Tools> | null = null;

  /** Failures are not cached: what caused them may have passed. Nor is what another segmenter found than was foreseen. */
  const mayCache = (items: readonly TaskItem[], { engine }: Tools): boolean =>
    items.every((item) => 'pieces' in item || item.passedOver) && engine.tool.segmenter === settings.tool.segmenter;

  async function cachedOr(slot: CacheSlot | undefined, find: (tools: Tools) => Promise<TaskItem[]>): Promise<Answer> {
    const cached = slot?.get();
    if (cached) return { items: cached };
    tools ??= loadTools(settings, options);
    const items = await find(await tools);
    const cacheError = slot && mayCache(items, await tools) ? slot.set(items) : null;
    return { items, ...(cacheError !== null && { cacheError }) };
  }

  async function workOnSource(
    source: Source,
    place: SourceOrigin,
    onStart: (started: TaskStarted) => void,
  ): Promise<Answer> {
    if (isTakenApart(source)) return { holdsMany: true };
    const many = holdsMany(source);
    return cachedOr(cache?.ofSource(source, place), async (loaded) => {
      const { boilerplate } = loaded.engine.pack;
      onStart({ path: source.path, holdsMany: many });
      const items: TaskItem[] = [];
      for await (const document of decode(source, { ...settings.decode, ...encodingOf(place), boilerplate }, place)) {
        if (many) onStart({ path: document.path, holdsMany: true });
        items.push(itemOf(document, loaded, settings));
      }
      return items;
    });
  }

  async function workOn(task: Task, onStart: (started: TaskStarted) => void): Promise<Answer> {
    if ('document' in task) {
      const { document } = task;
      return cachedOr(cache?.ofDocument(document), async (loaded) => {
        onStart({ path: document.path, holdsMany: false });
        return [itemOf(document, loaded, settings)];
      });
    }
    const source = await sourceOf(task, settings);
    if ('error' in source) return { items: [failed(source)] };
    return workOnSource(source, placeOf(task), onStart);
  }

  return async (task, onStart = () => {}) => {
    try {
      return await workOn(task, onStart);
    } catch (error) {
      // Decoding and extracting return faults as values: what throws an error of ours is the loading of rules or of a segmenter.
      return error instanceof GaigeError ? { fault: failureOf(error) } : { items: [crashed(pathOf(task), error)] };
    }
  };
}

const encodingOf = ({ encoding }: SourceOrigin) => (encoding === undefined ? {} : { encoding });

async function loadTools(settings: RunSettings, options: WorkOptions) {
  const pack = options.pack ?? (await loadPack(settings.rules));
  const { includeText } = settings;
  const { forFewTexts, guard } = options;
  const segmenter = settings.segmenter ?? undefined;
  const { engine } = createEngine(pack, { segmenter, includeText, forFewTexts }, guard);
  const context = { tool: engine.tool, domains: pack.domains.definitions, concepts: pack.concepts };
  return { engine, emitters: await loadEmitters(settings.emission, context) };
}

function itemOf(document: Document | InputFailure, { engine, emitters }: Tools, { emission }: RunSettings): TaskItem {
  if ('error' in document) return failed(document);
  const { path } = document;
  try {
    const made = stages(document, engine);
    const record = made.validate;
    const pieces = renderRecord(record, document.text, emitters, emission, () => reasonsOf(made));
    return { path, pieces, counts: countsOf(record), notes: notesOf(record, document) };
  } catch (error) {
    return crashed(path, error);
  }
}

/** A fault of ours that one report brings to light must not cost the others. */
function crashed(path: string, error: unknown): TaskItem {
  const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { path, failure: failureOf(new GaigeError('REPORT_FAILED', { path, problem })) };
}

/** A record begins with the diagnostics of its document, which still have their facts; the others are taken as the record has them. */
const notesOf = (record: GaigeRecord, { diagnostics }: Document): Note[] =>
  record.diagnostics
    .map(({ severity, code, message }, i) => ({ severity, code, message, facts: diagnostics[i]?.facts ?? null }))
    .filter(({ severity }) => severity !== 'info');
