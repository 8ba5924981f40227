/** How far a long run is: a bar on a terminal, a line now and then in a log, nothing for those who want none. */
import { shorten, widthOf } from '../../emit/fit.ts';
import { type ProgressFacts, WORDS } from '../../messages/command-line.ts';
import type { Io } from '../io.ts';

export type ProgressState = {
  /** Files and other inputs done. */
  inputs: number;
  reports: number;
  failed: number;
};

export type Progress = {
  step: (state: ProgressState) => Promise<void>;
  /** Writes something else to the terminal, where the progress stands in its way. */
  aside: <Data extends string | Uint8Array>(data: Data, write: (data: Data) => Promise<void>) => Promise<void>;
  end: () => Promise<void>;
};

/** Milliseconds. A run that is over before the first is none to report on. */
const FIRST_BAR = 500;
const BETWEEN_DRAWINGS = 100;
const BETWEEN_LINES = 5000;

/** Columns. */
const USUAL_COLUMNS = 80;
const LONGEST_BAR = 24;
const SHORTEST_BAR = 5;

/** Whatever stands from the cursor to the end of the screen. */
const ERASE = '\u001b[J';
/** A terminal may be narrower than we have heard by now. */
const withoutFolding = (line: string): string => `\u001b[?7l${line}\u001b[?7h`;

const nothing = async (): Promise<void> => {};
const unhindered: Progress['aside'] = (data, write) => write(data);

export function openProgress(all: number, quiet: boolean, io: Io, now: () => number = Date.now): Progress {
  if (quiet) return { step: nothing, aside: unhindered, end: nothing };
  const canRedraw = io.host.stderr.isTTY && io.host.env['TERM'] !== 'dumb';
  return canRedraw ? openBar(all, io, now) : openLog(all, io, now);
}

/**
 * One line, fitted to the terminal and drawn over itself. The cursor rests at its start, so that a terminal which folds it when it is
 * made narrower leaves nothing above the cursor; below it there is nothing else.
 */
function openBar(all: number, io: Io, now: () => number): Progress {
  const startedAt = now();
  let next = startedAt + FIRST_BAR;
  let latest: ProgressState | null = null;
  let shown = '';
  /** Others are writing, or the last of them left its line unfinished. */
  let writing = 0;
  let isInLine = false;
  const hide = async () => {
    if (shown === '') return;
    shown = '';
    await io.say(`\r${ERASE}`);
  };
  const draw = async () => {
    if (latest === null || now() < next || writing > 0 || isInLine || io.signal.aborted) return;
    next = now() + BETWEEN_DRAWINGS;
    const line = barLine(factsOf(latest, all, now() - startedAt), io);
    if (line === shown) return;
    shown = line;
    await io.say(`\r${withoutFolding(line)}${ERASE}\r`);
  };
  // What takes long is seen to go on.
  const timer = setInterval(draw, BETWEEN_DRAWINGS).unref();
  return {
    step: async (state) => {
      latest = state;
      await draw();
    },
    aside: async (data, write) => {
      writing++;
      try {
        await hide();
        await write(data);
        if (data.length > 0) isInLine = !endsLine(data);
      } finally {
        writing--;
      }
    },
    end: async () => {
      clearInterval(timer);
      latest = null;
      await hide();
    },
  };
}

const endsLine = (data: string | Uint8Array): boolean => data.at(-1) === '\n' || data.at(-1) === 10;

/** As much of it as one line holds: a shorter bar, then none, then fewer words. */
function barLine(facts: ProgressFacts, { host, language }: Io): string {
  const width = (host.stderr.columns || USUAL_COLUMNS) - 1;
  const words = WORDS[language].bar(facts);
  const room = Math.min(LONGEST_BAR, width - widthOf(words) - '[] '.length);
  return room < SHORTEST_BAR ? shorten(words, width) : `[${barOf(facts, room)}] ${words}`;
}

/** In ASCII: blocks are two columns wide on some Chinese terminals. */
const barOf = ({ inputs, all }: ProgressFacts, room: number): string =>
  '='.repeat(Math.floor((room * inputs) / all)).padEnd(room, '-');

const factsOf = ({ inputs, reports, failed }: ProgressState, all: number, elapsed: number): ProgressFacts => ({
  inputs,
  all,
  reports,
  rate: rateOf(reports, elapsed),
  failed,
  left: inputs === 0 ? null : Math.round((elapsed * (all - inputs)) / inputs / 1000),
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
    step: async (state) => {
      // What is done is told by the summary.
      if (now() < next || state.inputs === all) return;
      next = now() + BETWEEN_LINES;
      await io.say(`${WORDS[io.language].progress(factsOf(state, all, now() - startedAt))}\n`);
    },
    aside: unhindered,
    end: nothing,
  };
}

/** Whatever else is written to the terminal must not stand behind the progress. */
export const clearing = (progress: Progress, io: Io): Io => ({
  ...io,
  say: (words) => progress.aside(words, io.say),
  write: io.host.stdout.isTTY ? (data) => progress.aside(data, io.write) : io.write,
});
