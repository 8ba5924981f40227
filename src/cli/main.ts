/** The command line: argv and a host in, an exit code out. What a command needs is loaded when the command is run. */

import { type CommandName, WORDS } from '../messages/command-line.ts';
import { GaigeError } from '../model/error.ts';
import { EXIT } from './exit-codes.ts';
import { type Host, isClosedPipe, type Signal } from './host.ts';
import { type Command, type Io, openIo } from './io.ts';
import { languageOf } from './language.ts';
import { reportBug, reportError } from './output/problems.ts';
import { parseArguments, type Request } from './program.ts';
import { withSettings } from './settings.ts';

const COMMANDS: Record<CommandName, () => Promise<{ run: Command }>> = {
  extract: () => import('./commands/extract.ts'),
  track: () => import('./commands/track.ts'),
  table: () => import('./commands/table.ts'),
  stream: () => import('./commands/stream.ts'),
  check: () => import('./commands/check.ts'),
  quantities: () => import('./commands/quantities.ts'),
  text: () => import('./commands/text.ts'),
  inspect: () => import('./commands/inspect.ts'),
  score: () => import('./commands/score.ts'),
  explain: () => import('./commands/explain.ts'),
  'rules list': () => import('./commands/rules/list.ts'),
  'rules show': () => import('./commands/rules/show.ts'),
  'rules lint': () => import('./commands/rules/lint.ts'),
  'rules test': () => import('./commands/rules/test.ts'),
  'rules new': () => import('./commands/rules/new.ts'),
  'rules schema': () => import('./commands/rules/schema.ts'),
  'rules gaps': () => import('./commands/rules/gaps.ts'),
  'rules bench': () => import('./commands/rules/bench.ts'),
  'corrections apply': () => import('./commands/corrections/apply.ts'),
  'corrections gold': () => import('./commands/corrections/gold.ts'),
  'corrections merge': () => import('./commands/corrections/merge.ts'),
  completion: () => import('./commands/completion.ts'),
  schema: () => import('./commands/schema.ts'),
};

const SIGNALS: readonly Signal[] = ['SIGINT', 'SIGTERM'];

export async function main(argv: readonly string[], host: Host): Promise<number> {
  const interruption = new AbortController();
  const interrupt = () => {
    interruption.abort();
    // What waits for input waits no longer.
    host.stdin.destroy();
    listening.off();
  };
  const listening = listenFor(host, interrupt);
  // A failed write is reported to whoever waits for it; without a listener Node would end the process as well.
  for (const stream of [host.stdout, host.stderr]) stream.on('error', () => {});
  const io = openIo(host, languageOf(argv, host.env), interruption.signal, !argv.includes('--no-color'));
  try {
    const request = parseArguments(argv, io.language, host.stdout.columns);
    const code = await carryOut(request, io);
    return interruption.signal.aborted ? await reportInterrupted(io) : code;
  } catch (error) {
    // Whoever goes on writing to us is to hear that nobody reads it any more.
    host.stdin.destroy();
    return interruption.signal.aborted ? await reportInterrupted(io) : await exitCodeOf(error, io);
  } finally {
    listening.off();
  }
}

/** The first of these signals; a second, whichever it is, does what it always does. */
function listenFor(host: Host, listener: () => void): { off: () => void } {
  for (const signal of SIGNALS) host.once(signal, listener);
  return {
    off: () => {
      for (const signal of SIGNALS) host.off(signal, listener);
    },
  };
}

async function carryOut(request: Request, io: Io): Promise<number> {
  if (request.kind === 'version') {
    const { versionText } = await import('./version.ts');
    await io.write(versionText(io.language));
    return EXIT.done;
  }
  if (request.kind === 'help') {
    await (request.asked ? io.write(request.text) : io.say(request.text));
    return request.asked ? EXIT.done : EXIT.refused;
  }
  const { run } = await COMMANDS[request.command]();
  const options = await withSettings(request.command, request.options, folderOf(io.host));
  // What goes wrong from here on is told in it too.
  io.language = options.lang ?? io.language;
  return run(request.arguments, options, io);
}

/** Where the command was given. Throws PATH_NOT_FOUND where that folder has been removed. */
function folderOf({ cwd }: Host): string {
  try {
    return cwd();
  } catch (error) {
    throw new GaigeError('PATH_NOT_FOUND', { path: '.' }, error);
  }
}

async function exitCodeOf(error: unknown, io: Io): Promise<number> {
  if (isClosedPipe(error)) return EXIT.done;
  if (!(error instanceof GaigeError)) {
    await reportBug(error, io);
    return EXIT.bug;
  }
  await reportError(error, io);
  return EXIT.refused;
}

async function reportInterrupted(io: Io): Promise<number> {
  await io.say(`${WORDS[io.language].interrupted}\n`);
  return EXIT.interrupted;
}
