/** What the report's title and the headings over a place state of it: the innermost that says something decides. */
import { origin } from '../../model/origin.ts';
import type { Report } from '../../model/report.ts';
import { type Span, sliceOf } from '../../model/span.ts';
import { type Mode, stated } from './scope.ts';
import { isPlanTitle, readTitle } from './title.ts';
import { type TitleContext, wordsOfTitle } from './title-words.ts';
import type { YearWords } from './years.ts';

/** What a section states, and whether it does so inside a section that states something else. */
type SectionMode = { mode: Mode; firm: boolean };

/** The scopes of sections, outermost first; leads open more while the sentences are gone through. */
export type Sections = {
  /** What governs the sentences right under a heading; null where nothing does. */
  modeOf(heading: number): Mode | null;
  /** What a line states that looks like a heading and is none; null unless it is the title of a plan or a review. */
  modeOfLine(line: Span): Mode | null;
  /** A lead sentence turns the rest of its section (of the whole report for -1). */
  open(heading: number, mode: Mode): void;
};

export function sectionsOf({ text, headings, metadata }: Report, context: TitleContext, years: YearWords): Sections {
  const read = (title: Span): SectionMode | null => {
    const reading = readTitle(context, text, title, years);
    const from = origin('HEADING', { heading: sliceOf(text, title) });
    return reading && { mode: stated(reading.status, from), firm: reading.firm };
  };
  const sections = headings.map(({ titleSpan }) => read(titleSpan));
  const title = metadata.title ?? '';
  const report = isPlanTitle(context, title) ? stated('target', origin('REPORT_TITLE', { title })) : null;
  const led = new Map<number, Mode>();
  return {
    modeOf: (heading) => {
      let weak: Mode | null = null;
      for (let i = heading; i >= 0; i = headings[i]?.parent ?? -1) {
        const lead = led.get(i);
        if (lead) return lead;
        const section = sections[i];
        if (section?.firm) return section.mode;
        // A success that a section's title tells of may be what a plan around it wants.
        if (section && weak?.status !== 'target') weak = section.mode;
      }
      return led.get(-1) ?? (weak?.status === 'target' ? weak : report) ?? weak;
    },
    modeOfLine: (line) => {
      const { plan, review, toCome } = wordsOfTitle(context, text, line);
      return plan || review || toCome ? (read(line)?.mode ?? null) : null;
    },
    open: (heading, mode) => led.set(heading, mode),
  };
}
