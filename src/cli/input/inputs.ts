/** Which files a command reads. */
import { encodingName, isReadableName, READABLE_EXTENSIONS } from '../../decode/index.ts';
import type { InputFailure } from '../../model/document.ts';
import { GaigeError } from '../../model/error.ts';
import { HEAD_LENGTH, type Input, isRecords, type Listing, type ListOptions, listInputs } from '../../read/index.ts';
import type { Host } from '../host.ts';
import type { Options } from '../options.ts';
import { usageError } from '../usage.ts';

const STDIN = '-';

/** Reading does not know what decoding can do. */
const FORMATS = READABLE_EXTENSIONS.map((extension) => `.${extension}`);

/** Standard input when no path is given, unless somebody would have to type it. */
export function pathsOrStdin(given: readonly string[], { stdin }: Host): readonly string[] {
  if (given.length > 0) return given;
  if (stdin.isTTY) throw usageError('NO_PATH');
  return [STDIN];
}

/** What the paths name. A path that does not exist, or that holds nothing to read, is a failure beside the others. */
export async function listAll(
  paths: readonly string[],
  { stdinName, encoding }: Options,
  { takesRecords }: Pick<ListOptions, 'takesRecords'> = {},
): Promise<Listing> {
  if (encoding !== undefined && encodingName(encoding) === null) throw usageError('UNKNOWN_ENCODING', { encoding });
  const failures: InputFailure[] = [];
  let rest = paths;
  while (rest.length > 0) {
    try {
      const { inputs, passedOver } = await listInputs(rest, {
        isReadable: isReadableName,
        stdinName,
        formats: FORMATS,
        takesRecords,
      });
      return { inputs: [...failures, ...inputs], passedOver };
    } catch (error) {
      if (!(error instanceof GaigeError)) throw error;
      const { path = '' } = error.facts;
      failures.push({ path: String(path), error });
      rest = error.code === 'PATH_NOT_FOUND' ? rest.filter((other) => other !== path) : [];
    }
  }
  return { inputs: failures, passedOver: [] };
}

/** Whether what comes in by standard input are records; nothing of it is taken. */
export async function bringsRecords({ stdin }: Pick<Host, 'stdin'>): Promise<boolean> {
  if (stdin.readableLength === 0 && !stdin.readableEnded)
    await new Promise<void>((resolve) => {
      for (const event of ['readable', 'end', 'close', 'error']) stdin.once(event, () => resolve());
    });
  const head: Uint8Array | null = stdin.read();
  if (head === null) return false;
  stdin.unshift(head);
  return isRecords(head.subarray(0, HEAD_LENGTH));
}

/** The one input of a command that reads one. */
export async function listOne(given: readonly string[], options: Options, host: Host): Promise<Input[]> {
  const paths = pathsOrStdin(given, host);
  const { inputs } = await listAll(paths, options);
  if (inputs.length !== 1) throw usageError('ONE_FILE', { path: paths.join(' ') });
  return inputs.map((input) => {
    if ('error' in input) throw input.error;
    return input;
  });
}
