/**
 * The quantity lexer: one pass over the characters of a report that finds every numeral with its unit and every mask.
 * Time is proportional to the text; nothing is read twice but the bounded words around a numeral.
 */
import { CHAR } from '../knowledge/numerals/table.ts';
import type { Lexed, Mask, Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import { BLANKS_AND_TABS } from '../text/char-set.ts';
import { brokenAround } from './broken.ts';
import { type LexTables, maskFormAt } from './characters.ts';
import { isTimes, readMask, readNote } from './mask.ts';
import { readEnclosedQuantity, readNoteQuantity, readQuantity } from './quantity.ts';
import { shareUnits } from './shared-unit.ts';

export type { LexTables } from './characters.ts';
export { maskWindows, mayHoldMask } from './windows.ts';

const NUMERAL = CHAR.arabic | CHAR.chineseDigit | CHAR.smallMultiplier | CHAR.largeMultiplier | CHAR.mask | CHAR.half;

/** Reads a text, or one of its `maskWindows`. */
export function lex(text: string, tables: LexTables, { start, end: stop } = { start: 0, end: text.length }): Lexed {
  const { classes } = tables.numerals;
  const quantities: Quantity[] = [];
  const masks: Mask[] = [];
  const broken: Span[] = [];
  let floor = 0;
  let i = start;
  while (i < stop) {
    const cls = classes[text.charCodeAt(i)];
    if (!cls) {
      i++;
      continue;
    }
    if (cls & CHAR.note) {
      const note = readNote(text, i, tables);
      if (note) {
        const quantity = readNoteQuantity(text, note.span, floor, tables);
        masks.push({ ...note, quantity: quantity ? quantities.length : -1 });
        if (quantity) quantities.push(quantity);
        i = floor = (quantity ?? note).span.end;
        continue;
      }
    }
    if (!(cls & NUMERAL)) {
      i++;
      continue;
    }
    if (cls & CHAR.mask && isTimes(text, i, floor, tables)) {
      i++;
      continue;
    }
    const { quantity, end } = readQuantity(text, i, floor, tables);
    const listed = quantity && behindMark(text, quantity, tables);
    if (listed) {
      quantities.push(listed);
      i = floor = listed.span.end;
      continue;
    }
    if (quantity) {
      const whole = brokenAround(text, quantity, tables);
      if (whole) {
        i = floor = whole.end;
        broken.push({ start: withoutHead(quantities, whole.start), end: whole.end });
        continue;
      }
      if (quantity.masked) masks.push(...masksIn(text, quantity, quantities.length, tables));
      quantities.push(quantity);
      i = floor = end;
      continue;
    }
    if (cls & CHAR.mask) {
      const run = readMask(text, i, tables);
      const enclosed = run.mask && readEnclosedQuantity(text, run.mask.span, tables);
      if (run.mask) masks.push({ ...run.mask, quantity: enclosed ? quantities.length : -1 });
      if (enclosed) quantities.push(enclosed);
      i = enclosed ? enclosed.span.end : run.end;
      if (enclosed) floor = i;
      continue;
    }
    i = end;
  }
  shareUnits(text, quantities, tables);
  const startingAt = new Map<number, Quantity>();
  const endingAt = new Map<number, Quantity>();
  for (const quantity of quantities) {
    startingAt.set(quantity.span.start, quantity);
    endingAt.set(quantity.span.end, quantity);
  }
  return { quantities, startingAt, endingAt, masks, broken };
}

/** A number of a list with a wide point, which is no decimal point: 3．10. */
const MARKED = /^\d{1,2}\uff0e(?=\d)/;

/** 3．10种 at the head of a line: things are counted in whole numbers. */
function behindMark(text: string, quantity: Quantity, tables: LexTables): Quantity | null {
  const { raw, unit, span, multiplied } = quantity;
  const isCount = unit === null || (unit.dimension === 'count' && !multiplied);
  const mark = isCount ? MARKED.exec(raw) : null;
  if (!mark || text.charAt(BLANKS_AND_TABS.startOfRun(text, span.start) - 1).trim() !== '') return null;
  const from = span.start + mark[0].length;
  const listed = readQuantity(text, from, from, tables).quantity;
  return listed?.unit ? listed : null;
}

/** Takes away what was read of a broken numeral before it was known to be one, and answers where that began. */
function withoutHead(quantities: Quantity[], start: number): number {
  let from = start;
  for (
    let last = quantities.at(-1);
    last && last.span.end > start && !last.masked && !last.unit;
    last = quantities.at(-1)
  ) {
    from = Math.min(from, last.span.start);
    quantities.pop();
  }
  return from;
}

/** The mask runs inside a masked quantity: the * of 202*年, the **.* of **.*万亩. */
function masksIn(text: string, quantity: Quantity, index: number, tables: LexTables): Mask[] {
  const masks: Mask[] = [];
  for (let i = quantity.span.start; i < quantity.span.end; ) {
    if (!maskFormAt(text, i, tables)) {
      i++;
      continue;
    }
    const run = readMask(text, i, tables);
    if (run.mask) masks.push({ ...run.mask, quantity: index });
    i = run.end;
  }
  return masks;
}
