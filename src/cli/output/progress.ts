/** How far a long run is: a bar on a terminal, a line now and then in a log, nothing for those who want none. */
import type { SingleBar } from 'cli-progress';
import { WORDS } from '../../messages/command-line.ts';
import type { Io } from '../io.ts';

export type ProgressState = {
  /** Files and other inputs done. */
  inputs: number;
  reports: number;
  failed: number;
};

export type Progress = {
  step: (state: ProgressState) => Promise<void>;
  /** Called before anything else is written to the terminal. */
  clear: () => Promise<void>;
  end: () => Promise<void>;
};

/** Milliseconds. A run that is over before the first is none to report on. */
const FIRST_BAR = 500;
const BETWEEN_LINES = 5000;

const CLEAR_LINE = '\r\u001b[K';

const nothing = async (): Promise<void> => {};

export function openProgress(all: number, quiet: boolean, io: Io, now: () => number = Date.now): Progress {
  if (quiet) return { step: nothing, clear: nothing, end: nothing };
  return io.host.stderr.isTTY ? openBar(all, io, now) : openLog(all, io, now);
}

function openBar(all: number, io: Io, now: () => number): Progress {
  const startedAt = now();
  let bar: SingleBar | null = null;
  const clear = async () => {
    if (bar) await io.say(CLEAR_LINE);
  };
  return {
    step: async (state) => {
      if (now() - startedAt < FIRST_BAR) return;
      bar ??= await startBar(all, state.inputs, io);
      bar.update(state.inputs, payloadOf(state, now() - startedAt));
    },
    clear,
    end: async () => {
      bar?.stop();
      await clear();
      bar = null;
    },
  };
}

async function startBar(all: number, done: number, io: Io): Promise<SingleBar> {
  // A library that only a terminal needs, and only for a long run.
  const { SingleBar, Presets } = (await import('cli-progress')).default;
  const format = WORDS[io.language].bar;
  const bar = new SingleBar(
    { stream: io.host.stderr, format, hideCursor: false, clearOnComplete: true, barsize: 24, etaBuffer: 50 },
    Presets.shades_classic,
  );
  bar.start(all, done, payloadOf({ inputs: done, reports: 0, failed: 0 }, 1));
  return bar;
}

const payloadOf = ({ reports, failed }: ProgressState, elapsed: number) => ({
  reports,
  failed,
  rate: rateOf(reports, elapsed),
});

/** Reports a second. */
function rateOf(reports: number, elapsed: number): string {
  const rate = (1000 * reports) / Math.max(elapsed, 1);
  return rate.toFixed(rate < 10 ? 1 : 0);
}

function openLog(all: number, io: Io, now: () => number): Progress {
  const startedAt = now();
  let next = startedAt + BETWEEN_LINES;
  return {
    step: async ({ inputs, reports, failed }) => {
      const elapsed = now() - startedAt;
      // The summary says what is done.
      if (now() < next || inputs === all) return;
      next = now() + BETWEEN_LINES;
      const left = inputs === 0 ? null : Math.round((elapsed * (all - inputs)) / inputs / 1000);
      const rate = rateOf(reports, elapsed);
      await io.say(`${WORDS[io.language].progress({ inputs, all, reports, rate, failed, left })}\n`);
    },
    clear: nothing,
    end: nothing,
  };
}

/** Whatever else is written to the terminal must not stand behind the progress. */
export function clearing(progress: Progress, io: Io): Io {
  const first =
    <Data>(write: (data: Data) => Promise<void>): ((data: Data) => Promise<void>) =>
    async (data) => {
      await progress.clear();
      await write(data);
    };
  return { ...io, say: first(io.say), write: io.host.stdout.isTTY ? first(io.write) : io.write };
}
