/** Text made from a file by leaving out and replacing parts of it, with the way back for every offset. */
import { fileOffsetAt } from './positions.ts';
import { firstAtLeast } from './sorted.ts';

/** Run k maps text offsets from `text[k]` on to file offsets from `file[k]` on, one code unit at a time. */
export type Runs = { text: readonly number[]; file: readonly number[] };

export type Rewritten = { text: string; runs: Runs };

/** Replaces file[start, end) by `text`. Edits come in file order and do not overlap. */
export type TextEdit = { start: number; end: number; text: string };

/** Collects text that comes from known places of a file. */
export type TextBuilder = {
  /** Adds `part`, whose first character comes from file offset `file`; without it, from where the last part ended. */
  append(part: string, file?: number): void;
  length(): number;
  finish(): Rewritten;
};

export function textBuilder(): TextBuilder {
  const parts: string[] = [];
  const text: number[] = [];
  const file: number[] = [];
  let length = 0;
  let next = -1;
  return {
    append(part, at = Math.max(next, 0)) {
      if (part === '') return;
      if (at !== next) {
        text.push(length);
        file.push(at);
      }
      parts.push(part);
      length += part.length;
      next = at + part.length;
    },
    length: () => length,
    finish: () => ({ text: parts.join(''), runs: { text, file } }),
  };
}

export function rewrite(file: string, edits: Iterable<TextEdit>): Rewritten {
  const builder = textBuilder();
  let at = 0;
  for (const { start, end, text } of edits) {
    builder.append(file.slice(at, start), at);
    builder.append(text, start);
    at = end;
  }
  builder.append(file.slice(at), at);
  return builder.finish();
}

/** Two rewritings in a row as one: `second` was made from the text of `first`. */
export function composeRuns(second: Runs, first: Runs): Runs {
  const text: number[] = [];
  const file: number[] = [];
  for (const [k, start] of second.text.entries()) {
    const from = second.file[k]!;
    const length = (second.text[k + 1] ?? Number.POSITIVE_INFINITY) - start;
    text.push(start);
    file.push(fileOffsetAt({ text: first.text, file: first.file }, from));
    // A run of the first rewriting that starts within this one starts a run of the whole.
    for (let inner = firstAbove(first.text, from); ; inner++) {
      const ahead = (first.text[inner] ?? Number.POSITIVE_INFINITY) - from;
      if (ahead >= length) break;
      text.push(start + ahead);
      file.push(first.file[inner]!);
    }
  }
  return { text, file };
}

const itself = (place: number): number => place;

const firstAbove = (rising: readonly number[], value: number): number => firstAtLeast(rising, value + 1, itself);

/** The pieces of text[start, end), each from one run, with where they come from. */
export function* piecesOf(
  { text, runs }: Rewritten,
  start: number,
  end: number,
): Generator<{ part: string; file: number }> {
  for (let at = start, run = firstAbove(runs.text, start) - 1; at < end; run++) {
    const stop = Math.min(runs.text[run + 1] ?? text.length, end);
    yield { part: text.slice(at, stop), file: (runs.file[run] ?? 0) + at - (runs.text[run] ?? 0) };
    at = stop;
  }
}

/** File offset of the first character of every line. A line ends with \n, \r, \r\n, or the \r\r\n of a file converted twice. */
export function lineStartsOf(file: string): number[] {
  const starts = [0];
  if (!file.includes('\r')) {
    for (let at = file.indexOf('\n'); at >= 0; at = file.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (const { start, end, lines } of lineEnds(file)) {
    for (let missing = lines - 1; missing > 0; missing--) starts.push(end - missing);
    if (start < end) starts.push(end);
  }
  return starts;
}

/** Every line end of a file with \r in it, and how many lines it ends: \r\r\n one, \r\r two. Taken whole, so that the time stays linear. */
function* lineEnds(file: string): Generator<{ start: number; end: number; lines: number }> {
  const ends = /\r+\n?|\n/g;
  for (let match = ends.exec(file); match; match = ends.exec(file)) {
    const lines = match[0].endsWith('\n') ? 1 : match[0].length;
    yield { start: match.index, end: ends.lastIndex, lines };
  }
}

/** Edits that make every line end one \n. */
export function* lineEndEdits(file: string): Generator<TextEdit> {
  if (!file.includes('\r')) return;
  for (const { start, end, lines } of lineEnds(file)) {
    if (end - start > 1 || file[start] === '\r') yield { start, end, text: '\n'.repeat(lines) };
  }
}
