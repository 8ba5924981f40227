/** The command line: argv and a host in, an exit code out. What a command needs is loaded when the command is run. */
import { GaigeError } from '../model/error.ts';
import { EXIT } from './exit-codes.ts';
import { type CommandName, WORDS } from './explain.ts';
import { type Host, isClosedPipe, type Signal } from './host.ts';
import { type Io, openIo, type Run } from './io.ts';
import { languageOf } from './language.ts';
import { tellBug, tellError } from './problems.ts';
import { parseArguments, type Request } from './program.ts';
import { withSettings } from './settings.ts';

const COMMANDS: Record<CommandName, () => Promise<{ run: Run }>> = {
  extract: () => import('./extract.ts'),
  stream: () => import('./stream.ts'),
  check: () => import('./check.ts'),
  quantities: () => import('./quantities.ts'),
  text: () => import('./text.ts'),
  inspect: () => import('./inspect.ts'),
  score: () => import('./score.ts'),
  explain: () => import('./explain-place.ts'),
  'rules list': () => import('./rules/list.ts'),
  'rules show': () => import('./rules/show.ts'),
  'rules lint': () => import('./rules/lint.ts'),
  'rules test': () => import('./rules/test.ts'),
  'rules new': () => import('./rules/new.ts'),
  'rules schema': () => import('./rules/schema.ts'),
  'rules gaps': () => import('./rules/gaps.ts'),
  'rules bench': () => import('./rules/bench.ts'),
  schema: () => import('./schema.ts'),
};

const SIGNALS: readonly Signal[] = ['SIGINT', 'SIGTERM'];

export async function main(argv: readonly string[], host: Host): Promise<number> {
  const interruption = new AbortController();
  const interrupt = () => {
    interruption.abort();
    // What waits for input waits no longer.
    host.stdin.destroy();
  };
  for (const signal of SIGNALS) host.once(signal, interrupt);
  // A failed write is told to whoever waits for it; without a listener Node would end the process as well.
  for (const stream of [host.stdout, host.stderr]) stream.on('error', () => {});
  const io = openIo(host, languageOf(argv, host.env), interruption.signal, !argv.includes('--no-color'));
  try {
    const request = parseArguments(argv, io.language, host.stdout.columns);
    const code = await carryOut(request, io);
    return interruption.signal.aborted ? await tellInterrupted(io) : code;
  } catch (error) {
    return interruption.signal.aborted ? await tellInterrupted(io) : await exitCodeOf(error, io);
  } finally {
    for (const signal of SIGNALS) host.off(signal, interrupt);
  }
}

async function carryOut(request: Request, io: Io): Promise<number> {
  if (request.kind === 'version') {
    const { versionText } = await import('./version.ts');
    await io.write(versionText(io.language));
    return EXIT.done;
  }
  if (request.kind === 'help') {
    await (request.asked ? io.write(request.text) : io.tell(request.text));
    return request.asked ? EXIT.done : EXIT.refused;
  }
  const { run } = await COMMANDS[request.command]();
  const options = await withSettings(request.command, request.options, io.host.cwd());
  return run(request.arguments, options, io);
}

async function exitCodeOf(error: unknown, io: Io): Promise<number> {
  if (isClosedPipe(error)) return EXIT.done;
  if (!(error instanceof GaigeError)) {
    await tellBug(error, io);
    return EXIT.bug;
  }
  await tellError(error, io);
  return EXIT.refused;
}

async function tellInterrupted(io: Io): Promise<number> {
  await io.tell(`${WORDS[io.language].interrupted}\n`);
  return EXIT.interrupted;
}
