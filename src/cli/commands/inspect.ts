/** `gaige inspect`: what a stage yields for a file. */
import { widthOf } from '../../emit/fit.ts';
import { equip } from '../../engine/engine.ts';
import { loadPack } from '../../engine/load-pack.ts';
import { eachDocument } from '../input/documents.ts';
import type { Run } from '../io.ts';
import { type Row, STAGE_ROWS } from './stage-rows.ts';

export const run: Run = async (given, options, io) => {
  const pack = await loadPack(options.rules);
  const format = options.format ?? (io.host.stdout.isTTY ? 'pretty' : 'ndjson');
  const formatRow = format === 'pretty' ? prettyRow : jsonRow;
  return eachDocument(given, options, pack, io, async (document) => {
    const rows = STAGE_ROWS[options.stage!]({ document, pack, equipment: () => equip(pack, options).equipment });
    await io.write(rows.map(formatRow).join(''));
  });
};

const jsonRow = ({ type, span, text, details }: Row): string => `${JSON.stringify({ type, span, text, ...details })}\n`;

function prettyRow({ type, span, text, details }: Row): string {
  const place = span === null ? '' : `${span.start}-${span.end}`;
  const facts = Object.entries(details).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const line = `${place.padEnd(12)} ${type.padEnd(11)} ${text === null ? '' : oneLine(text)}`;
  // Facts stand under a long text and beside a short one.
  const separator = widthOf(line) > 60 ? `\n${' '.repeat(25)}` : '  ';
  return `${line.trimEnd()}${separator}${facts.join(' ')}\n`;
}

const oneLine = (text: string): string => text.replaceAll('\n', '⏎');
