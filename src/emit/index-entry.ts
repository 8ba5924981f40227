/** What an index of pages holds of a report: what it says of itself, its headline indicators, and its findings in brief. */
import type { GaigeRecord, Indicator, Placeholder } from '../model/record.ts';
import { embeddable } from '../page/html.ts';
import type { BriefFinding, IndexEntry } from '../page/index-data.ts';
import type { EmitContext, Emitter } from './emitter.ts';
import { headlineFigures } from './headlines.ts';

export function indexEntry({ concepts }: Pick<EmitContext, 'concepts'>): Emitter {
  return {
    begin: () => '',
    record: (record) => embeddable(JSON.stringify(entryOf(record, concepts))),
    between: '',
    end: () => '',
  };
}

function entryOf(record: GaigeRecord, { headlines }: EmitContext['concepts']): IndexEntry {
  const { report, indicators, placeholders } = record;
  const { path, name, title, region, year, kind, chars } = report;
  return {
    report: { path, name, title, region, year, kind, chars },
    headlines: headlineFigures(record, headlines).map(({ headline, figures }) => ({
      concept: headline.id,
      figures: figures.map(({ id, text, value: { bound }, direction, status }) => [id, text, bound, direction, status]),
    })),
    indicators: indicators.map(briefIndicator),
    placeholders: placeholders.map(briefPlaceholder),
  };
}

const briefIndicator = ({ id, name, text, kind, status, time, concept }: Indicator): BriefFinding => [
  id,
  name ?? '',
  text,
  kind,
  status,
  time === null ? '' : time.from.slice(0, 4),
  concept ?? '',
];

const briefPlaceholder = ({ id, context, text, kind }: Placeholder): BriefFinding => [
  id,
  context,
  text,
  kind,
  '',
  '',
  '',
];
