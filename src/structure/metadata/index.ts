/** What a report says of itself. The container's word comes first, then the evidence of the text, weighed; nothing is guessed. */

import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Block } from '../../model/document.ts';
import type { NormalText } from '../../model/normal-text.ts';
import type { MetadataClue, ReportMetadata } from '../../model/report.ts';
import { dateClues } from './byline.ts';
import { decide, type Weighed } from './clues.ts';
import { kindOf } from './kind.ts';
import { endsOf } from './line.ts';
import { publisherClues } from './publisher.ts';
import { findRegion } from './region.ts';
import { findTitle, namesOf } from './title.ts';
import { findYears, type Years } from './year.ts';

/** The facts, and what decided those which were weighed. */
export type FoundMetadata = { metadata: ReportMetadata; clues: readonly MetadataClue[] };

/** `blocks`: those of the text that may tell; rows of tables do not. */
export function readMetadata(normal: NormalText, blocks: readonly Block[], pack: RulePack): FoundMetadata {
  const { text } = normal;
  const stated = normal.document.metadata;
  const rules = pack.metadata;
  const { least } = rules.weights;
  const ends = endsOf(text, blocks, rules, pack);
  const title = stated.title ?? findTitle(ends, normal.blocks.length, pack);
  const named = title && normal.simplified(title);
  const kind = kindOf(text, named, ends.head, rules);
  const date = decide([...dateClues(ends, pack)], least.date);
  // 县水利局 in the signature is 青禾县水利局 of the title.
  const isShortOf = (part: string, whole: string): boolean => whole.endsWith(part);
  const publisher = decide([...publisherClues(ends, named, pack)], least.publisher, isShortOf);
  const names = namesOf(named, ends, pack);
  const region = findRegion({ text, names, publisher: publisher?.value ?? null, ends }, pack);
  const published = stated.date ?? date?.value ?? null;
  const years = findYears({ text, blocks, names, ends, kind, published }, pack);
  const found = { date, ...years, region, publisher };
  return {
    metadata: {
      title,
      date: published,
      year: reportedYear(stated.year ?? null, years),
      planYear: years.planYear?.value ?? null,
      region: stated.region ?? region?.value ?? null,
      publisher: stated.publisher ?? publisher?.value ?? null,
      kind,
    },
    clues: Object.entries(found).flatMap(([field, weighed]) => cluesOf(field as keyof typeof found, weighed)),
  };
}

const cluesOf = (field: keyof ReportMetadata, weighed: Weighed<string | number> | null): MetadataClue[] =>
  (weighed?.clues ?? []).map((clue) => ({ field, ...clue }));

/** Columns and front matter often hold the year that a report was given in: where that is the year planned, the text knows better. */
const reportedYear = (stated: number | null, { year, planYear }: Years): number | null =>
  stated !== null && (year === null || stated !== planYear?.value) ? stated : (year?.value ?? null);
