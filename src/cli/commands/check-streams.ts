/** Where the findings of `gaige check` go. */
import { appendFile } from 'node:fs/promises';
import { VERSION } from '../../built/version.ts';
import { type CheckContext, type CheckEmitter, loadCheckEmitter, loadStepSummary } from '../../emit/check/index.ts';
import type { GaigeError } from '../../model/error.ts';
import type { Io } from '../io.ts';
import { reportError } from '../output/problems.ts';
import { naming, type Sink } from '../output/sink.ts';
import { repositoryOf } from '../repository.ts';
import type { CheckSettings } from './check-settings.ts';

/** An emitter and where its pieces go. */
export type Stream = { emitter: CheckEmitter; sink: Sink<string> };

/** The output, and on GitHub a summary of the step. */
export async function openStreams(
  sink: Sink<string>,
  settings: CheckSettings,
  rules: string,
  io: Io,
): Promise<Stream[]> {
  const { root, pathOf } = repositoryOf(io.host);
  const context: CheckContext = {
    tool: { name: 'gaige', version: VERSION, rules },
    language: io.language,
    colour: settings.output === null && io.colour.stdout,
    columns: io.host.stdout.columns ?? 80,
    header: settings.header,
    summary: settings.summary,
    root,
    repositoryPath: pathOf,
  };
  const stream = { emitter: (await loadCheckEmitter(settings.format))(context), sink };
  const { GITHUB_STEP_SUMMARY: file } = io.host.env;
  if (settings.format !== 'github' || !file) return [stream];
  return [stream, { emitter: (await loadStepSummary())(context), sink: appendingSink(file, io) }];
}

/** Every step of a job adds to the file. That it cannot be written costs nothing but the summary. */
function appendingSink(path: string, io: Io): Sink<string> {
  let text = '';
  return {
    write: async (piece) => {
      text += piece;
    },
    commit: () => naming(path, () => appendFile(path, text)).catch((error) => reportError(error as GaigeError, io)),
    discard: async () => {},
  };
}
