/** The process as the command line sees it; tests put another in its place. */
import type { Readable, Writable } from 'node:stream';
import { GaigeError } from '../model/error.ts';

export type OutputStream = Writable & { isTTY?: boolean | undefined; columns?: number | undefined };

export type Signal = 'SIGINT' | 'SIGTERM';

export type Host = {
  stdin: Readable & { isTTY?: boolean | undefined };
  stdout: OutputStream;
  stderr: OutputStream;
  cwd: () => string;
  env: Readonly<Record<string, string | undefined>>;
  once: (signal: Signal, listener: () => void) => unknown;
  off: (signal: Signal, listener: () => void) => unknown;
};

/** Writes and waits until the stream has taken it, so that a slow reader slows us down instead of filling memory. */
export const write = (stream: Writable, data: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    if (data.length === 0) resolve();
    else stream.write(data, (error) => (error ? reject(error) : resolve()));
  });

/** Data for the next program. Throws what `isClosedPipe` knows when that has read enough, OUTPUT_UNWRITABLE on any other failure. */
export async function writeData({ stdout }: Host, data: string | Uint8Array): Promise<void> {
  try {
    await write(stdout, data);
  } catch (error) {
    throw isClosedPipe(error)
      ? error
      : new GaigeError('OUTPUT_UNWRITABLE', { path: 'stdout', reason: codeOf(error) }, error);
  }
}

/** Words for people. Where they cannot be written, nobody is left to be told so. */
export const writeWords = ({ stderr }: Host, words: string): Promise<void> => write(stderr, words).catch(() => {});

/** As `| head` leaves it. */
export const isClosedPipe = (error: unknown): boolean =>
  ['EPIPE', 'ERR_STREAM_DESTROYED', 'ECONNRESET'].includes(codeOf(error));

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
