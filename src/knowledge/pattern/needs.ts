/** Words without which a context cannot match: asked for before a walk, they spare most walks. */
import type { Lexicon } from '../../text/lexicon.ts';
import type { PatternItem } from './syntax.ts';

/** More words are no quicker to look for than the pattern itself. */
const MOST = 16;

/** Words one of which stands in whatever these items match; null where no few words do. */
export function neededWords(
  items: readonly PatternItem[],
  classes: ReadonlyMap<string, Lexicon>,
): readonly string[] | null {
  let best: readonly string[] | null = null;
  for (const item of items) {
    const words = wordsOf(item, classes);
    if (words && words.length <= MOST && (!best || commonness(words) < commonness(best))) best = words;
  }
  return best;
}

function wordsOf(item: PatternItem, classes: ReadonlyMap<string, Lexicon>): readonly string[] | null {
  switch (item.type) {
    case 'text':
      return [item.text];
    case 'class':
      return [...(classes.get(item.name)?.words ?? [])];
    case 'repeat':
      return item.min > 0 ? wordsOf(item.item, classes) : null;
    case 'group': {
      const options = item.options.map((items) => neededWords(items, classes));
      return options.includes(null) ? null : options.flatMap((words) => words ?? []);
    }
    default:
      return null;
  }
}

/** Lone characters stand nearly everywhere. */
const commonness = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + (word.length === 1 ? 4 : 1), 0);
