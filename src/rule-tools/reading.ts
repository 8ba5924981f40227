/** What the stages make of a short text, step by step. */

import type { Engine } from '../engine/engine.ts';
import type { SentenceMatches } from '../judge/match.ts';
import { lex } from '../lex/index.ts';
import type { Document } from '../model/document.ts';
import type { Lexed } from '../model/quantity.ts';
import type { GaigeRecord } from '../model/record.ts';
import type { Report } from '../model/report.ts';
import { decodeSources } from '../pipeline/sources.ts';
import { extractDocument, matchWords } from '../pipeline/stages.ts';
import { type MaskTrace, traceMasks } from '../placeholders/trace.ts';
import { structure } from '../structure/index.ts';

export type Reading = {
  report: Report;
  lexed: Lexed;
  matched: readonly SentenceMatches[];
  masks: readonly MaskTrace[];
  /** What is found in the end; worked out when it is first asked for. */
  record: () => GaigeRecord;
};

export function readDocument(document: Document, engine: Engine): Reading {
  const { pack, segment } = engine;
  const report = structure(document, pack);
  const lexed = lex(report.text, pack);
  let record: GaigeRecord | null = null;
  return {
    report,
    lexed,
    matched: matchWords(report, lexed, pack, segment),
    masks: traceMasks(report.text, lexed, pack),
    record: () => {
      record ??= extractDocument(document, engine);
      return record;
    },
  };
}

/** A text as if it stood in a file of its own. */
export async function readText(text: string, engine: Engine): Promise<Reading> {
  const source = { path: 'example.txt', name: 'example.txt', bytes: new TextEncoder().encode(text) };
  for await (const document of decodeSources([source], engine.pack, { encoding: 'utf-8' })) {
    if ('error' in document) throw document.error;
    return readDocument(document, engine);
  }
  throw new Error('a text is a document');
}
