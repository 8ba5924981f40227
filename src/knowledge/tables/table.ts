import { BLANKS, CharSet } from '../../text/char-set.ts';
import { Lexicon } from '../../text/lexicon.ts';
import { lexiconOf, splitWords } from '../word-list.ts';
import type { TableCellSource, TableHeadSource, TablesSource } from './schema.ts';

/** What a word of a head says of the figures under it; nothing, for a word that only fills it. */
export type HeadSays = Omit<TableHeadSource, 'words'>;

/** What a word beside the numeral of a cell says of it. */
export type CellSays = Omit<TableCellSource, 'words'>;

/** Words, and what each says. */
export type SayingWords<Says> = { words: Lexicon; by: ReadonlyMap<string, Says> };

/** What is known of tables: `rules/tables.yaml`, compiled. */
export type TableRules = {
  bars: CharSet;
  /** Bars, tabs and blanks: where a line may be parted. */
  parting: CharSet;
  /** Bars and what else a line between rows is drawn with. */
  drawn: CharSet;
  brackets: ReadonlyMap<string, string>;
  closers: CharSet;
  unitMarks: CharSet;
  unitLabels: Lexicon;
  unitColumns: Lexicon;
  serialColumns: Lexicon;
  noColumns: Lexicon;
  titles: Lexicon;
  titleEnds: Lexicon;
  totals: Lexicon;
  parts: Lexicon;
  listMarks: Lexicon;
  timeTails: Lexicon;
  years: { first: number; last: number };
  places: Lexicon;
  heads: SayingWords<HeadSays>;
  cells: SayingWords<CellSays>;
  longestHead: number;
};

export function compileTables(source: TablesSource): TableRules {
  const { bars, brackets, heads, cells, plain, years, longestHead } = source;
  return {
    bars: new CharSet(bars),
    parting: CharSet.union([new CharSet([...bars, '\t']), BLANKS]),
    drawn: new CharSet([...bars, ...source.ruleSigns]),
    brackets: new Map(Object.entries(brackets)),
    closers: new CharSet(Object.values(brackets)),
    unitMarks: new CharSet(source.unitMarks),
    unitLabels: lexiconOf(source.unitLabels),
    unitColumns: lexiconOf(source.unitColumns),
    serialColumns: lexiconOf(source.serialColumns),
    noColumns: lexiconOf(source.noColumns),
    titles: lexiconOf(source.titles),
    titleEnds: lexiconOf(source.titleEnds),
    totals: lexiconOf(source.totals),
    parts: lexiconOf(source.parts),
    listMarks: lexiconOf(source.listMarks),
    timeTails: lexiconOf(source.timeTails),
    years,
    places: lexiconOf(source.places),
    heads: saying<HeadSays>([{ words: plain }, ...heads]),
    cells: saying<CellSays>(cells),
    longestHead,
  };
}

function saying<Says>(entries: readonly ({ words: string[] } & Says)[]): SayingWords<Says> {
  const by = new Map<string, Says>();
  for (const { words, ...says } of entries) for (const word of splitWords(words)) by.set(word, says as Says);
  return { words: new Lexicon(by.keys()), by };
}
