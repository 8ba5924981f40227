/** An index of pages, written as the reports come. */
import type { ConceptRules } from '../knowledge/concepts/table.ts';
import type { Language } from '../messages/language.ts';
import { DATA } from './data.ts';
import { embeddable, pageFrame } from './html.ts';
import type { PackedIndex } from './index-data.ts';

const TITLES = { zh: '报告索引', en: 'Index of reports' } as const;

export function indexFrame(
  { definitions, headlines }: Pick<ConceptRules, 'definitions' | 'headlines'>,
  language: Language,
) {
  const frame = pageFrame('index', language);
  const known = {
    headlines: headlines.map(({ id }) => id),
    concepts: [...definitions.values()].map(({ id, label }) => ({ id, label })),
  };
  const encoder = new TextEncoder();
  return {
    begin: () => `${frame.head(TITLES[language])}<script type="application/json" id="${DATA.index}">{"reports":[`,
    /** `entry`: an `IndexEntry` as JSON that can stand in a page. */
    entry: (page: string, entry: Uint8Array): Uint8Array =>
      Buffer.concat([
        encoder.encode(`\n{"page":${embeddable(JSON.stringify(page))},"entry":`),
        entry,
        encoder.encode('}'),
      ]),
    end: (rest: Omit<PackedIndex, 'reports' | 'headlines' | 'concepts'>) => {
      const fields = embeddable(JSON.stringify({ ...rest, ...known })).slice(1);
      return `\n],${fields}</script>\n${frame.tail}`;
    },
  };
}
