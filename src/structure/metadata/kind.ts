/** What kind of report a text is. */
import type { KindPlace, MetadataRules } from '../../knowledge/metadata/table.ts';
import type { ReportKind } from '../../model/vocabulary.ts';
import type { HeadLine } from './line.ts';

/** How much of the beginning, and of the end, tells. */
const START = 600;
const END = 300;
/** Words that say what a title names stand at its end, before no more than （摘要）. */
const TITLE_END = 8;
/** Longer lines at the start are no bylines. */
const LONGEST_HEAD_LINE = 60;

/** The first kind whose words stand where its rule looks for them; of a rule with two lists, one of each. */
export function kindOf(
  text: string,
  title: string | null,
  head: readonly HeadLine[],
  rules: MetadataRules,
): ReportKind {
  const places: Record<KindPlace, string> = {
    title: title ?? '',
    titleEnd: title?.slice(-TITLE_END) ?? '',
    head: head
      .filter((line) => line.text.length < LONGEST_HEAD_LINE)
      .map((line) => line.text)
      .join('\n'),
    start: text.slice(0, START),
    end: text.slice(-END),
  };
  const found = rules.kinds.find(
    ({ in: place, words, and }) => words.isIn(places[place]) && (and === null || and.isIn(places[place])),
  );
  return found?.kind ?? 'other';
}
