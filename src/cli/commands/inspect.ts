/** `gaige inspect`: what a stage yields for a file. */

import { widthOf } from '../../emit/fit.ts';
import { deferEngine } from '../../engine/engine.ts';
import { loadPack } from '../../engine/load-pack.ts';
import { type StageRow, stageRows } from '../../pipeline/stage-rows.ts';
import { stages } from '../../pipeline/stages.ts';
import { shown } from '../../text/shown.ts';
import { eachDocument } from '../input/documents.ts';
import type { Command } from '../io.ts';

export const run: Command = async (given, options, io) => {
  const engine = deferEngine(await loadPack(options.rules), { ...options, forFewTexts: true });
  const format = options.format ?? (io.host.stdout.isTTY ? 'pretty' : 'ndjson');
  const formatRow = format === 'pretty' ? prettyRow : jsonRow;
  return eachDocument(given, options, engine.pack, io, async (document) => {
    const rows = stageRows(stages(document, engine), options.stage ?? 'validate');
    await io.write(rows.map(formatRow).join(''));
  });
};

const jsonRow = (row: StageRow): string => `${JSON.stringify(row)}\n`;

function prettyRow({ type, span, text, ...details }: StageRow): string {
  const place = span === null ? '' : `${span.start}-${span.end}`;
  const facts = Object.entries(details).map(([key, value]) => `${key}=${shown(JSON.stringify(value))}`);
  const line = `${place.padEnd(12)} ${type.padEnd(11)} ${text === null ? '' : oneLine(text)}`;
  // Facts stand under a long text and beside a short one.
  const separator = widthOf(line) > 60 ? `\n${' '.repeat(25)}` : '  ';
  return `${line.trimEnd()}${separator}${facts.join(' ')}\n`;
}

const oneLine = (text: string): string => shown(text.replaceAll('\n', '⏎'));
