/** Options → what is done to every report of a run. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { RunSettings } from '../../batch/task.ts';
import { type Format, isBinary } from '../../emit/index.ts';
import { foreseeTool } from '../../engine/engine.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Host } from '../host.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { tablesOf } from '../output/output.ts';
import type { OutputRequest } from '../output/request.ts';

/** What is asked of a run: of its own output, or of observations for a table. */
type RecordRequest = Pick<OutputRequest, 'target' | 'select'> & { format: Format | 'observations' };

/** Throws SEGMENTER_MISSING. */
export function settingsOf(options: Options, request: RecordRequest, pack: RulePack, io: Io, inputs = 1): RunSettings {
  const { rules = [], segmenter, includeText = false, header = 'en' } = options;
  const { encoding, textColumn, textField, maxFileSize } = options;
  const { format, select, target } = request;
  const colour = format === 'summary' && target.kind === 'stdout' && io.colour.stdout;
  return {
    rules,
    segmenter: segmenter ?? null,
    includeText,
    decode: { encoding, textColumn, textField, maxFileSize },
    // What an emitter takes no notice of is the same always, so that it makes no other key in the cache.
    emission: {
      format: isBinary(format) ? 'rows' : format,
      select,
      tables: tablesOf(request),
      header: format === 'csv' ? header : 'en',
      isIndexed: format === 'html' && target.kind === 'folder',
      language: format === 'summary' || format === 'html' ? io.language : 'en',
      colour,
      names: format === 'observations' ? (options.name ?? []) : [],
      lineWidth: format === 'summary' && inputs > 1 ? lineWidth(request, io) : null,
    },
    tool: foreseeTool(pack, segmenter),
    cache: cacheFolder(options, io.host),
  };
}

/** Where nobody sees how wide it is, a line has room for what it is likely to say. */
const USUAL_WIDTH = 160;

const lineWidth = ({ target }: RecordRequest, { host: { stdout } }: Io): number =>
  (target.kind === 'stdout' && stdout.isTTY && stdout.columns) || USUAL_WIDTH;

/** Null for a run without a cache. */
function cacheFolder({ cache, cacheFolder, resume }: Options, { env }: Host): string | null {
  if (cacheFolder !== undefined) return cacheFolder;
  if (!cache && !resume) return null;
  return join(env['XDG_CACHE_HOME'] || env['LOCALAPPDATA'] || join(homedir(), '.cache'), 'gaige');
}
