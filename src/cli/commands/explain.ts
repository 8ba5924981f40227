/** `gaige explain FILE --at line:column | --id ID`: why a place gave what it gave. */

import type { Engine } from '../../engine/engine.ts';
import { createEngine } from '../../engine/engine.ts';
import { loadPack } from '../../engine/load-pack.ts';
import type { FiredRule } from '../../judge/fired.ts';
import { causeOf, EXPLAIN_WORDS, FOUND } from '../../messages/explain.ts';
import type { Document } from '../../model/document.ts';
import type { ExplainedField } from '../../model/origin.ts';
import { type Stages, stages } from '../../pipeline/stages.ts';
import { type Explanation, explainPlace, type NearRule } from '../../rule-tools/explain.ts';
import { offsetAt, positionAt } from '../../text/positions.ts';
import { shown } from '../../text/shown.ts';
import { EXIT } from '../exit-codes.ts';
import { eachDocument } from '../input/documents.ts';
import type { Command, Io } from '../io.ts';
import type { Options } from '../options.ts';
import { usageError } from '../usage.ts';
import { shownPlace } from './rules/chosen.ts';

export const run: Command = async (given, options, io) => {
  const asked = options.id ?? options.at?.join(':');
  if (asked === undefined || (options.id !== undefined && options.at !== undefined)) throw usageError('AT_OR_ID');
  const { engine } = createEngine(await loadPack(options.rules), { ...options, forFewTexts: true });
  let isDone = false;
  const code = await eachDocument(given, options, engine.pack, io, async (document) => {
    if (isDone) return;
    const made = stages(document, engine);
    const at = placeOf(document, made, options);
    if (at === null) return;
    isDone = true;
    await io.write(formatted(document, explain(made, at, engine), at, options, io));
  });
  if (!isDone && code === EXIT.done) throw usageError('NO_SUCH_PLACE', { given: asked });
  return code;
};

const explain = (made: Stages, at: number, engine: Engine): Explanation => {
  const { near, fired, context, ...rest } = explainPlace(made, at, engine);
  const shown = <T extends { place: string }>(each: T): T => ({ ...each, place: shownPlace(each.place) });
  return { ...rest, fired: fired.map(shown), near: near.map(shown), context: context && shown(context) };
};

/** Null where the document has no such place. */
function placeOf({ text, positions }: Document, { validate }: Stages, { at, id }: Options): number | null {
  if (at) {
    const [line, column] = at;
    if (line > positions.lineStarts.length) return null;
    const offset = offsetAt(positions, { line, column });
    return offset < text.length ? offset : null;
  }
  const { indicators, placeholders } = validate;
  return [...indicators, ...placeholders].find((finding) => finding.id === id)?.span.start ?? null;
}

function formatted(document: Document, explanation: Explanation, at: number, { format }: Options, io: Io): string {
  const { line, column } = positionAt(document.positions, at);
  if (format === 'json') return `${JSON.stringify({ path: document.path, line, column, ...explanation }, null, 2)}\n`;
  const words = EXPLAIN_WORDS[io.language];
  const { found, text, sentence, tokens, steps, fired, near } = explanation;
  const lines = [
    `${shown(document.path)}:${line}:${column}  ${oneLine(text)}  — ${FOUND[found][io.language]}`,
    `${words.sentence}  ${oneLine(sentence)}`,
    `${words.tokens}  ${tokens.map((token) => `${oneLine(token.text)}/${token.tag}`).join(' ')}`,
    '',
    ...steps.map((step) => fieldLine(step, io)),
    ...(fired.length > 0 ? ['', `${words.fired}:`, ...fired.flatMap((rule) => firedLines(rule, io))] : []),
    ...(near.length > 0 ? ['', `${words.near}:`, ...near.flatMap((rule) => nearLines(rule, io))] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const oneLine = (text: string): string => shown(text.replace(/\s+/g, ' '));

function fieldLine({ field, value, ...from }: ExplainedField, { language }: Io): string {
  const { reason } = EXPLAIN_WORDS[language];
  const why = from.facts['reason'] === undefined ? '' : ` (${reason}: ${shown(String(from.facts['reason']))})`;
  return `  ${field.padEnd(10)} ${value === null ? '–' : shown(String(value))}  ← ${causeOf(from, language)}${why}`;
}

function firedLines({ rule, place, priority, pattern, text, decides, loses }: FiredRule, { language }: Io): string[] {
  const words = EXPLAIN_WORDS[language];
  const outcome = [
    ...(decides.length > 0 ? [`${words.decides} ${decides.join(', ')}`] : []),
    ...loses.map(({ field, to, by }) => words.loses(field, to, words.by[by])),
  ];
  return [
    `  ${rule} (${priority})  ${shown(place)}`,
    `    ${shown(pattern)}`,
    `    “${oneLine(text)}”: ${outcome.join('; ') || '–'}`,
  ];
}

function nearLines({ rule, place, pattern, expected, side, text, taken }: NearRule, { language }: Io): string[] {
  const words = EXPLAIN_WORDS[language];
  const there = side === 'figure' ? '' : ` ≠ “${text === '' ? words.edge : oneLine(text)}”`;
  return [
    `  ${rule}  ${shown(place)}`,
    `    ${shown(pattern)}`,
    `    ${words.stopped(words.sides[side], listed(expected), there, taken)}`,
  ];
}

/** So many are named. */
const MOST_EXPECTED = 6;

const listed = (atoms: readonly string[]): string =>
  [
    ...atoms.slice(0, MOST_EXPECTED).map((atom) => `‘${shown(atom)}’`),
    ...(atoms.length > MOST_EXPECTED ? ['…'] : []),
  ].join(' | ');
