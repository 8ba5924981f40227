import type { ErrorCode } from '../model/error.ts';

/** The one table of exit codes. 2 wins over 1. */
export const EXIT = {
  /** Done, also when the reader of our output had enough. */
  done: 0,
  /** `check` found something that fails, or an input could not be read while others were done. */
  failed: 1,
  /** Nothing could be started: usage, settings, rules, a path that does not exist, no input at all, output not writable. */
  refused: 2,
  bug: 70,
  interrupted: 130,
} as const;

/** What a failed input means for the exit code of the run: a path that does not exist is a fault of the request. */
export const exitCodeOfFailure = (code: ErrorCode): number => (code === 'PATH_NOT_FOUND' ? EXIT.refused : EXIT.failed);
