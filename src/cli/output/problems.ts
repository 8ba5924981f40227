/** Tells people what went wrong. */

import type { Done } from '../../batch/task.ts';
import type { Losses } from '../../emit/xlsx/cells.ts';
import { noticeWords } from '../../messages/check.ts';
import { WORDS } from '../../messages/command-line.ts';
import { errorWording, messageOf } from '../../messages/problems.ts';
import type { DiagnosticCode } from '../../model/diagnostic.ts';
import type { Document } from '../../model/document.ts';
import type { GaigeError } from '../../model/error.ts';
import type { Notice } from '../../model/issue.ts';
import type { Severity } from '../../model/vocabulary.ts';
import { shown, shownLines } from '../../text/shown.ts';
import type { Io } from '../io.ts';

const ANSI = { red: [31, 39], yellow: [33, 39], dim: [2, 22] } as const;

/** A few words in colour are not worth the time it takes to load a library before the first word of an error. */
const paint = (words: string, colour: keyof typeof ANSI, { colour: { stderr } }: Pick<Io, 'colour'>): string =>
  stderr ? `\u001b[${ANSI[colour][0]}m${words}\u001b[${ANSI[colour][1]}m` : words;

export async function reportError({ code, facts }: GaigeError, io: Io): Promise<void> {
  const { message, hint } = errorWording(code, facts, io.language);
  const { error, hint: hintLabel } = WORDS[io.language];
  await io.say(`${paint(error, 'red', io)}${message}\n  ${paint(hintLabel, 'dim', io)}${hint}\n`);
}

/** What is no failure, for those who want to know. */
export const reportNote = async ({ code, facts }: GaigeError, io: Io): Promise<void> =>
  io.say(`${errorWording(code, facts, io.language).message}\n`);

/** Problems of a report that its reader should know of; what is only worth noting stays in the record. */
export async function reportNotes({ path, notes }: Done, io: Io): Promise<void> {
  for (const { severity, code, message, facts } of notes) {
    const words = facts === null ? message : messageOf(code as DiagnosticCode, facts, io.language);
    await reportProblem(severity, path, words, io);
  }
}

/** The same where a document alone was asked for. */
export async function reportDocument({ path, diagnostics }: Document, io: Io): Promise<void> {
  for (const { severity, code, facts } of diagnostics) {
    await reportProblem(severity, path, messageOf(code, facts, io.language), io);
  }
}

async function reportProblem(severity: Severity, path: string, words: string, io: Io): Promise<void> {
  if (severity === 'error') await io.say(`${paint(WORDS[io.language].error, 'red', io)}${shown(path)}: ${words}\n`);
  if (severity === 'warning') await reportWarning(`${shown(path)}: ${words}`, io);
}

export const reportWarning = (words: string, io: Io): Promise<void> =>
  io.say(`${paint(WORDS[io.language].warning, 'yellow', io)}${words}\n`);

/** What a workbook could not hold. */
export async function reportLosses({ cut, firstCut, unlinked }: Losses, io: Io): Promise<void> {
  const words = WORDS[io.language];
  if (firstCut !== null) await reportWarning(words.cutTexts(cut, shown(firstCut)), io);
  if (unlinked > 0) await reportWarning(words.unlinked(unlinked), io);
}

/** What lets nothing pass any more. */
export const reportNotice = async (notice: Notice, io: Io): Promise<void> => {
  const place = notice.line === null ? shown(notice.path) : `${shown(notice.path)}:${notice.line}`;
  await io.say(`${paint(WORDS[io.language].warning, 'yellow', io)}${place}: ${noticeWords(notice, io.language)}\n`);
};

export const reportBug = (error: unknown, io: Io): Promise<void> => {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return io.say(`${WORDS[io.language].bug}\n${shownLines(words)}\n`);
};
