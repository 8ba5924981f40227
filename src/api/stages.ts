/** The stages of the work on a report, for those who look inside. */
import type { Document } from '../model/document.ts';
import { STAGE_NAMES, type StageName } from '../model/stage-names.ts';
import { decodeSources } from '../pipeline/sources.ts';
import { stageRows as rowsOf, type StageRow } from '../pipeline/stage-rows.ts';
import { type Stages, stages as stagesOf } from '../pipeline/stages.ts';
import { checkName } from './errors.ts';
import { onlyOne, type ReportInput, readingOf, sourcesOf } from './input.ts';
import { type ExtractOptions, engineOf } from './options.ts';

/**
 * The stages of the work on one report, each a value that is made when it is first asked for, from those before it: the text and headings
 * need no rules of figures, `lex` no words. `stageRows` gives them as plain data.
 *
 * To be relied on are the names of the stages, the text `stages.document.text` that all spans refer to, and `stages.validate`, the record.
 * The other values are those that this version works with, and change with it.
 * @throws GaigeError as `extractReport`; SEGMENTER_MISSING comes from the stage that needs words
 */
export async function stages(input: ReportInput, options: ExtractOptions = {}): Promise<Stages> {
  const engine = engineOf(options);
  const documents = decodeSources(sourcesOf(input, options), engine.pack, readingOf(input, options));
  return stagesOf(await onlyOne<Document>(documents, input), engine);
}

/**
 * What a stage yields, a row for each thing, as `gaige inspect --stage NAME --format ndjson` prints it. `type`, `span` and `text` are in every
 * row; what else a row tells follows the version.
 * @throws GaigeError USAGE for a name that is not one of `STAGE_NAMES`
 */
export const stageRows = (stages: Stages, name: StageName): StageRow[] =>
  rowsOf(stages, checkName('stageRows', name, STAGE_NAMES));
