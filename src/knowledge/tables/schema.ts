/** The form that `rules/tables.yaml` has: how tables look, and what their heads and cells say of the figures. */
import { z } from 'zod';
import { BOUNDS, DIRECTIONS, INDICATOR_KINDS, STATUSES } from '../../model/vocabulary.ts';
import { char, chars, count, part, word, words } from '../schema-parts.ts';

const headSchema = z
  .strictObject({
    words: words.describe('Words of heads that say the same; blanks part words'),
    status: z.enum(STATUSES).optional().describe('Status of the figures under such a head'),
    kind: z.enum(INDICATOR_KINDS).optional().describe('Their kind'),
    direction: z.enum(DIRECTIONS).optional().describe('Their direction where the figure has no sign'),
    unit: word.optional().describe('Their unit where neither head nor cell says another'),
  })
  .describe('What a word of a head says of the figures under it');

const cellSchema = z
  .strictObject({
    words: words.describe('Words or signs beside the numeral of a cell; blanks part words'),
    kind: z.enum(INDICATOR_KINDS).optional().describe('Kind of the figure'),
    direction: z.enum(DIRECTIONS).optional().describe('Direction of the figure'),
    bound: z.enum(BOUNDS).optional().describe('How exactly it is stated'),
  })
  .describe('What a word beside the numeral of a cell says of it');

const tablesSchema = z
  .strictObject({
    bars: chars.describe('Part the cells of a line'),
    ruleSigns: chars.describe('A line of nothing else, bars aside, is drawn between rows'),
    brackets: z.record(char, char).describe('Around the unit in a head: 收入（万元）'),
    unitMarks: chars.describe('Part a head from its unit: 收入/万元'),
    unitLabels: words.describe('Before the unit of a whole table: 单位：万元'),
    unitColumns: words.describe('Heads of a column that holds the units of its rows'),
    serialColumns: words.describe('Heads of a column that counts the rows'),
    noColumns: words.describe('A column whose head ends so holds no figures: 联系电话'),
    titles: words.describe('A line above a table that begins so is its title'),
    titleEnds: words.describe('A short line above a table that ends so is its title'),
    totals: words.describe('Row heads of a sum'),
    parts: words.describe('Before the head of a row that is a part of the row above: 其中：'),
    listMarks: words.describe('Close the number before a row head: 一、'),
    timeTails: words.describe('After a year, part of the time: 2024年末'),
    years: z
      .strictObject({ first: count.describe('The first of them'), last: count.describe('The last') })
      .describe('A number of four digits between these is a year'),
    plain: words.describe('Words of heads that say nothing of what is measured: 指标名称'),
    places: words.describe('A head that ends so is a place, which names begin with'),
    heads: z.array(headSchema).describe('Words of heads; a head made of them alone names nothing'),
    cells: z.array(cellSchema).describe('Words beside the numeral of a cell'),
    longestHead: count.describe('A longer cell is prose'),
  })
  .describe('Tables');

/** What one pack says: any part of it. */
export const tablesPackSchema = part(tablesSchema);

/** What all packs together say. */
export type TablesSource = z.infer<typeof tablesSchema>;
export type TableHeadSource = z.infer<typeof headSchema>;
export type TableCellSource = z.infer<typeof cellSchema>;
