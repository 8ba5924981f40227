/** Records as readers corrected them: what the report itself has to say is asked of its stages. */
import { createHash } from 'node:crypto';
import { applyCorrections, type CorrectedRecord } from '../corrections/apply.ts';
import type { CorrectionsFile } from '../corrections/judgements.ts';
import type { KnownUnit, ReadFigure, ReportTools } from '../corrections/tools.ts';
import { textDocument } from '../decode/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import { lex } from '../lex/index.ts';
import type { Document } from '../model/document.ts';
import type { Quantity } from '../model/quantity.ts';
import type { GaigeRecord } from '../model/record.ts';
import type { Span } from '../model/span.ts';
import type { Bound } from '../model/vocabulary.ts';
import { canonicalOf, figureUnit, figureValue } from '../resolve/value.ts';
import { once } from '../text/once.ts';
import { positionAt } from '../text/positions.ts';
import { firstAtLeast } from '../text/sorted.ts';
import { breachOf } from '../validate/checks.ts';
import { idGenerator } from '../validate/ids.ts';
import { type Stages, stages } from './stages.ts';

/** Of the text that spans count in, as files of corrections have it. */
export const textSha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A record of a report that was read, with its document, or one that was written before. */
export type Correctable = { record: GaigeRecord; document: Document | null };

export function correctRecord(
  { record, document }: Correctable,
  files: readonly CorrectionsFile[],
  engine: Engine,
): CorrectedRecord {
  return applyCorrections(record, files, toolsOf({ record, document }, engine));
}

function toolsOf({ record, document }: Correctable, engine: Engine): ReportTools {
  const { pack } = engine;
  const { concepts, domains } = pack;
  const idOf = idGenerator(record.report.sha256);
  const isDomain = new Set(domains.definitions.map(({ id }) => id));
  // Of a record that was written before nothing is left but the text: places are counted in it.
  const text = document?.text ?? record.text ?? null;
  const made = once(() => stages(document ?? textDocument(record.report.path, text ?? '', pack), engine));
  const sentences = once(() => sentencesOf(made()));
  return {
    text,
    readFigure: (span, stated) => readFigure(span, stated, made(), pack),
    unitOf: (symbol) => unitOf(symbol, pack),
    positionAt: (offset) => positionAt(made().document.positions, offset),
    sentenceAt: (span) => sentenceAt(span, sentences(), text ?? ''),
    idOf,
    isConcept: (id) => concepts.definitions.has(id),
    isDomain: (id) => isDomain.has(id),
    isAllowed: (part, finding) => breachOf(part, finding as never) === null,
  };
}

/** As the whole text has it, where the lexer ends there (a unit may be that of a neighbour), else the words by themselves. */
function readFigure(span: Span, stated: Bound | null, made: Stages, pack: RulePack): ReadFigure | null {
  const { normalize, lex: lexed } = made;
  if (span.start >= span.end || span.end > made.document.text.length) return null;
  const own = { start: normalize.offsetOf(span.start), end: normalize.offsetOf(span.end - 1) + 1 };
  const there = lexed.startingAt.get(own.start);
  const quantity = there?.span.end === own.end ? there : wholeQuantity(normalize.text.slice(own.start, own.end), pack);
  if (!quantity || quantity.form === 'vague') return null;
  const value = figureValue(quantity, stated ?? undefined);
  const unit = figureUnit(quantity);
  const canonical = canonicalOf(quantity, value);
  const { masked } = quantity;
  if (!normalize.isFolded) return { value, unit, canonical, masked };
  const raws = { value: normalize.asWritten(value.raw, own), unit: normalize.asWritten(unit.raw, own) };
  return { value: { ...value, raw: raws.value }, unit: { ...unit, raw: raws.unit }, canonical, masked };
}

function wholeQuantity(words: string, pack: RulePack): Quantity | null {
  const [quantity] = lex(words, pack).quantities;
  return quantity?.span.start === 0 && quantity.span.end === words.length ? quantity : null;
}

const NO_UNIT: KnownUnit = { symbol: '', dimension: 'other', factor: null, base: null };

/** As the lexer reads it behind a numeral, all of it. Its symbol is that of the rules: of 千克 that is 公斤. */
function unitOf(symbol: string, pack: RulePack): KnownUnit | null {
  if (symbol === '') return NO_UNIT;
  const quantity = wholeQuantity(`1${symbol}`, pack);
  if (!quantity?.unit || quantity.multiplied || quantity.number !== 1) return null;
  const { dimension, factor, base } = quantity.unit;
  return { symbol: quantity.unit.symbol, dimension, factor, base };
}

const sentencesOf = ({ structure, normalize }: Stages): Span[] =>
  structure.sentences.map(({ span }) => normalize.spanOf(span)).sort((a, b) => a.start - b.start);

/** The sentence around a place; where there is none, as in what was taken for the frame of a page, its line. */
function sentenceAt({ start, end }: Span, sentences: readonly Span[], text: string): Span {
  const around = sentences[firstAtLeast(sentences, start + 1, (sentence) => sentence.start) - 1];
  if (around && around.end >= end) return around;
  const from = text.lastIndexOf('\n', start) + 1;
  const to = text.indexOf('\n', end);
  return { start: Math.min(from, start), end: to < 0 ? text.length : to };
}
