/** What every command is given: where data and words go, and in which language. */
import type { Language } from '../messages/language.ts';
import { type Host, writeData, writeWords } from './host.ts';
import type { Options } from './options.ts';

export type Io = {
  host: Host;
  language: Language;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Whether data and words may be coloured. */
  colour: { stdout: boolean; stderr: boolean };
  write: (data: string | Uint8Array) => Promise<void>;
  say: (words: string) => Promise<void>;
};

/** A command: does what was asked and returns the exit code. */
export type Command = (given: readonly string[], options: Options, io: Io) => Promise<number>;

export function openIo(host: Host, language: Language, signal: AbortSignal, color: boolean): Io {
  const mayColour = color && !host.env['NO_COLOR'] && host.env['TERM'] !== 'dumb';
  return {
    host,
    language,
    signal,
    colour: { stdout: mayColour && host.stdout.isTTY === true, stderr: mayColour && host.stderr.isTTY === true },
    write: (data) => writeData(host, data),
    say: (words) => writeWords(host, words),
  };
}
