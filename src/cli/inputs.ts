/** Which files a command reads. */
import { isReadableName, READERS } from '../decode/index.ts';
import { encodingName } from '../decode/index.ts';
import type { InputFailure } from '../model/document.ts';
import { GaigeError } from '../model/error.ts';
import { type Listing, listInputs } from '../read/index.ts';
import type { Host } from './host.ts';
import type { Options } from './options.ts';
import { usageError } from './usage.ts';

const STDIN = '-';

/** Standard input when no path is given, unless somebody would have to type it. */
export function pathsOrStdin(given: readonly string[], { stdin }: Host): readonly string[] {
  if (given.length > 0) return given;
  if (stdin.isTTY) throw usageError('NO_PATH');
  return [STDIN];
}

/**
 * All inputs of the paths; a path that does not exist is a failure beside the others.
 * Throws PATH_NOT_FOUND or NO_INPUT where nothing is left to read.
 */
export async function listAll(paths: readonly string[], { stdinName, encoding }: Options): Promise<Listing> {
  if (encoding !== undefined && encodingName(encoding) === null) throw usageError('UNKNOWN_ENCODING', { encoding });
  const missing: InputFailure[] = [];
  let existing = paths;
  for (;;) {
    try {
      const { inputs, passedOver } = await listInputs(existing, { isReadable: isReadableName, stdinName });
      return { inputs: [...missing, ...inputs], passedOver };
    } catch (error) {
      if (!(error instanceof GaigeError)) throw error;
      const { path } = error.facts;
      existing = error.code === 'PATH_NOT_FOUND' ? existing.filter((other) => other !== path) : [];
      if (existing.length === 0) throw missing[0]?.error ?? withFormats(error);
      missing.push({ path: String(path), error });
    }
  }
}

const withFormats = (error: GaigeError): GaigeError =>
  new GaigeError(error.code, { ...error.facts, formats: READABLE.join(' ') }, error.cause);

const READABLE = READERS.flatMap(({ extensions }) => extensions).map((extension) => `.${extension}`);

/** The one input of a command that reads one. */
export async function listOne(given: readonly string[], options: Options, host: Host): Promise<Listing['inputs']> {
  const paths = pathsOrStdin(given, host);
  const { inputs } = await listAll(paths, options);
  if (inputs.length !== 1) throw usageError('ONE_FILE', { path: paths[0]! });
  return inputs;
}
