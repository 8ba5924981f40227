/** One line on a terminal that says how far a long run is. */
import { shorten } from '../emit/width.ts';
import { WORDS } from './explain.ts';
import type { Io } from './io.ts';

/** Milliseconds. A run that is over before the first is none to report on. */
const FIRST = 500;
const INTERVAL = 100;

const CLEAR_LINE = '\r\u001b[K';

export type Progress = {
  /** Called for every input, with what was done before it. */
  step: (done: number, path: string) => Promise<void>;
  /** Called before anything else is written to the terminal. */
  clear: () => Promise<void>;
};

const SILENT: Progress = { step: async () => {}, clear: async () => {} };

export function openProgress(all: number, quiet: boolean, io: Io, now: () => number = Date.now): Progress {
  const { stderr } = io.host;
  if (quiet || !stderr.isTTY) return SILENT;
  let next = now() + FIRST;
  let shown = false;
  return {
    step: async (done, path) => {
      if (now() < next) return;
      next = now() + INTERVAL;
      shown = true;
      const words = shorten(WORDS[io.language].progress(done, all, path), (stderr.columns || 80) - 1);
      await io.tell(CLEAR_LINE + words);
    },
    clear: async () => {
      if (shown) await io.tell(CLEAR_LINE);
      shown = false;
    },
  };
}

/** Whatever else is written to the terminal must not stand behind the progress. */
export function clearing(progress: Progress, io: Io): Io {
  const first =
    (write: Io['write']): Io['write'] =>
    async (data) => {
      await progress.clear();
      await write(data);
    };
  return { ...io, tell: first(io.tell), write: io.host.stdout.isTTY ? first(io.write) : io.write };
}
