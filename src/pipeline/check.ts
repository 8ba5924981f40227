/** Sources → documents with what is left unfilled in them, one after the other: what `gaige check` runs. */
import { relative, resolve, sep } from 'node:path';
import type { IgnoreComment } from '../check/comments.ts';
import { checker, ignoreComments, type JudgedPlaceholder, mayHoldComments, type Policy } from '../check/index.ts';
import { decode, decodedFile } from '../decode/index.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import { lex, maskWindows, mayHoldMask } from '../lex/index.ts';
import type { Document, InputFailure, Source } from '../model/document.ts';
import type { PlaceholderDraft } from '../model/findings.ts';
import type { Report } from '../model/report.ts';
import { normalize, runTogether } from '../normalize/index.ts';
import { maskFinder, placeholdersAmong } from '../placeholders/index.ts';
import { structure } from '../structure/index.ts';
import { once } from '../text/once.ts';
import type { ReadingOptions } from './sources.ts';

export type CheckedDocument = {
  path: string;
  /** The file that holds it, as given. */
  file: string;
  comments: readonly IgnoreComment[];
  /** In text order, each found when it is asked for; to be gone through once. */
  judged: Iterable<JudgedPlaceholder>;
};

export type CheckEngine = {
  pack: RulePack;
  policy: Policy;
  /** What the paths of the policy start from. */
  folder: string;
  cwd: string;
  /** ISO 8601. */
  today: string;
};

/** What cannot be read or decoded is a value, and the rest goes on. */
export async function* checkSources(
  sources: AsyncIterable<Source | InputFailure> | Iterable<Source | InputFailure>,
  engine: CheckEngine,
  options: ReadingOptions = {},
): AsyncGenerator<CheckedDocument | InputFailure> {
  const { boilerplate } = engine.pack;
  for await (const source of sources) {
    if ('error' in source) {
      yield source;
      continue;
    }
    for await (const document of decode(source, { ...options, boilerplate })) {
      yield 'error' in document ? document : checkedDocument(document, source, engine, options);
    }
  }
}

function checkedDocument(
  document: Document,
  source: Source,
  engine: CheckEngine,
  options: ReadingOptions,
): CheckedDocument {
  const { pack, policy, folder, cwd, today } = engine;
  const isMember = document.path !== source.path;
  const comments =
    !isMember && mayHoldComments(document.format, source.bytes)
      ? ignoreComments(decodedFile(source.bytes, document, options), document)
      : [];
  const policyPath = pathFrom(folder, source.path, cwd);
  const judge = checker(document, { policy, pack, comments, policyPath, isMember, today });
  return { path: document.path, file: source.path, comments, judged: judgedIn(document, pack, judge) };
}

function* judgedIn(
  document: Document,
  pack: RulePack,
  judge: ReturnType<typeof checker>,
): Generator<JudgedPlaceholder> {
  for (const { report, placeholder } of findPlaceholders(document, pack)) yield judge(report, placeholder);
}

/**
 * The placeholders alone, as `extract` finds them, in text order: what `check` runs. Needs no words, reads only what masks stand in, and
 * holds no more of it than a few clauses.
 */
export function* findPlaceholders(
  document: Document,
  pack: RulePack,
): Generator<{ report: Report; placeholder: PlaceholderDraft }> {
  const { text } = document;
  const dense = once(() => runTogether(text));
  if (!mayHoldMask(text, dense, pack)) return;
  const normal = normalize(document, pack);
  const find = maskFinder(normal, pack);
  const report = once(() => structure(normal, pack));
  for (const window of maskWindows(normal.text, pack)) {
    const masks = find(lex(normal.text, pack, window));
    for (const placeholder of placeholdersAmong(masks, () => report().headings))
      yield { report: report(), placeholder };
  }
}

/** A path as given, from another folder, with `/` between its parts. */
export const pathFrom = (folder: string, path: string, cwd: string): string =>
  path === '-' ? path : relative(folder, resolve(cwd, path)).replaceAll(sep, '/');
