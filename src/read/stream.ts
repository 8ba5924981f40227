import { constants, createReadStream, openSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';

/**
 * The bytes of a file, a pipe or a device, until `signal` is aborted. A pipe with a name is waited for as a connection is: to open it in
 * the usual way takes until somebody writes, and nothing could end that.
 */
export function openStream(path: string, signal?: AbortSignal): Readable {
  const stream = isPipe(path) ? openPipe(path) : createReadStream(path);
  const stop = () => stream.destroy();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  stream.once('close', () => signal?.removeEventListener('abort', stop));
  return stream;
}

/** Elsewhere a pipe that nobody has opened for writing yet would be taken for an empty one. */
const isPipe = (path: string): boolean =>
  process.platform === 'linux' && statSync(path, { throwIfNoEntry: false })?.isFIFO() === true;

const openPipe = (path: string): Readable =>
  new Socket({ fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK), readable: true, writable: false });
