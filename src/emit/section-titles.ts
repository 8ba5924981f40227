/** The titles that a table shows for a section. */
import type { GaigeRecord } from '../model/record.ts';

export type SectionTitles = {
  titleOf(section: string | null): string | null;
  /** From the outermost heading to the section, parted by ` > `. */
  pathOf(section: string | null): string | null;
};

const SEPARATOR = ' > ';

export function sectionTitles({ sections }: Pick<GaigeRecord, 'sections'>): SectionTitles {
  const titles = new Map<string, string>();
  const paths = new Map<string, string>();
  // A heading stands before those that it governs.
  for (const { id, title, parent } of sections) {
    const above = parent === null ? undefined : paths.get(parent);
    titles.set(id, title);
    paths.set(id, above === undefined ? title : above + SEPARATOR + title);
  }
  return {
    titleOf: (section) => (section === null ? null : (titles.get(section) ?? null)),
    pathOf: (section) => (section === null ? null : (paths.get(section) ?? null)),
  };
}
