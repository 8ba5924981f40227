/** The verdict on a figure of a table: what its heads say, in the form in which rules say it. */

import type { CompiledRule, Emit } from '../knowledge/pattern/table.ts';
import { type Origin, origin } from '../model/origin.ts';
import type { Quantity } from '../model/quantity.ts';
import type { CellReading } from '../tables/index.ts';
import type { JudgedFigure } from './figure.ts';
import { type Match, verdictOf } from './verdict.ts';

/** The name under which a head's words are captured. */
const NAME = 'name';

export function cellFigure(quantity: Quantity, cell: CellReading | null): JudgedFigure {
  if (!cell)
    return judgedBy(
      { rule: cellRule({ accept: false }, origin('TABLE_SILENT')), span: quantity.span, captures: new Map() },
      quantity,
    );
  const { name, says, period, heads } = cell;
  const { kind = 'level', status, bound } = says;
  const emit: Emit = {
    accept: true,
    kind,
    ...(kind === 'change' && { direction: directionOf(cell) }),
    ...(bound && { bound }),
    ...(status && { status }),
    ...(period !== null && { period }),
    name: name.place ? `$${NAME}` : name.words,
  };
  const captures = new Map(name.place ? [[NAME, name.place]] : []);
  const rule = cellRule(emit, origin('TABLE_HEAD', heads));
  return judgedBy({ rule, span: cell.quantity.span, captures }, cell.quantity);
}

const judgedBy = (match: Match, quantity: Quantity): JudgedFigure => ({
  quantity,
  matches: [match],
  verdict: verdictOf([match]),
});

/** A sign before the numeral tells, else the cell's words, else the head's. */
function directionOf({ quantity, says }: CellReading): 'up' | 'down' {
  if (quantity.number !== null && quantity.number < 0) return 'down';
  return says.direction ?? 'up';
}

const cellRule = (emit: Emit, from: Origin): CompiledRule => ({
  id: 'table/cell',
  pack: '',
  place: '',
  source: '',
  priority: 0,
  patterns: [],
  atoms: new Map(),
  classes: new Set(),
  emit,
  fields: Object.keys(emit) as (keyof Emit)[],
  origin: from,
});
