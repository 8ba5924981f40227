/**
 * The data flow, stage by stage: read → decode → structure → lex → segment → match → normalise → validate → emit.
 * Reading and emitting work on batches and stand at the edges (`src/cli/`); everything between works on one report.
 */

import type { Engine } from '../engine/engine.ts';
import { matchFigures } from '../judge/index.ts';
import type { SentenceMatches } from '../judge/match.ts';
import { unitDiagnostics } from '../judge/unknown-units.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import { type LexTables, lex } from '../lex/index.ts';
import type { Document } from '../model/document.ts';
import type { Lexed } from '../model/quantity.ts';
import type { GaigeRecord } from '../model/record.ts';
import type { Report } from '../model/report.ts';
import type { Segmenter } from '../model/token.ts';
import { wordIndex } from '../segment/word-index.ts';
import { structure } from '../structure/index.ts';
import { validate } from '../validate/index.ts';
import { normalise } from './findings.ts';

export function extractDocument(document: Document, engine: Engine): GaigeRecord {
  const { pack, segment, tool, includeText } = engine;
  const report = structure(document, pack);
  const lexed = lex(report.text, pack);
  const matched = matchWords(report, lexed, pack, segment);
  const findings = normalise(report, lexed, matched, pack);
  return validate(report, findings, unitDiagnostics(report.text, matched, pack), tool, includeText);
}

/** Segments and matches: words are cut only in sentences where a rule asks for one. */
export function matchWords(report: Report, lexed: Lexed, pack: RulePack, segment: Segmenter): SentenceMatches[] {
  const opaque = lexed.quantities.map(({ span }) => span);
  return matchFigures(report, lexed, pack, (span) => wordIndex(report.text, span, opaque, segment));
}

export type { LexTables };
