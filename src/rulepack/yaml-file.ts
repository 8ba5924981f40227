/** Reads one rule file: YAML with positions, so that every fault names file, line and column and shows the line. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { GaigeError } from '../model/error.ts';
import { type PackFile, packFileSchema } from './schema.ts';

/** Aliases are allowed, but not so many that a small file grows without end. */
const MAX_ALIASES = 100;

export type RuleFile = {
  path: string;
  content: PackFile;
  /** `path:line` of a place in the file, given as keys and indices. */
  placeOf: (keys: readonly PropertyKey[]) => string;
  /** The error that names a place in the file. */
  errorAt: (keys: readonly PropertyKey[], problem: string, offset?: number) => GaigeError;
};

export function parseRuleFile(path: string, source: string): RuleFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, strict: true, uniqueKeys: true });
  const lines = source.split('\n');

  const errorAtOffset = (offset: number, problem: string): GaigeError => {
    const { line, col } = lineCounter.linePos(offset);
    const shown = lines
      .slice(Math.max(0, line - 2), line)
      .map((text, i, all) => `${line - all.length + 1 + i} | ${text}`);
    const caret = `${' '.repeat(String(line).length + 2 + col)}^`;
    return new GaigeError('RULES_INVALID', { path, line, column: col, problem, excerpt: [...shown, caret].join('\n') });
  };
  const offsetOf = (keys: readonly PropertyKey[]): number => {
    for (let depth = keys.length; depth >= 0; depth--) {
      const node = document.getIn(keys.slice(0, depth), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  };
  const errorAt = (keys: readonly PropertyKey[], problem: string, offset = 0): GaigeError =>
    errorAtOffset(offsetOf(keys) + offset, problem);

  const fault = document.errors[0];
  if (fault)
    throw errorAtOffset(fault.pos[0], fault.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, ''));
  const parsed = packFileSchema.safeParse(toPlain(document, path) ?? {});
  if (!parsed.success) throw issueError(parsed.error, errorAt);
  const placeOf = (keys: readonly PropertyKey[]) => `${path}:${lineCounter.linePos(offsetOf(keys)).line}`;
  return { path, content: parsed.data, placeOf, errorAt };
}

function toPlain(document: ReturnType<typeof parseDocument>, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    throw new GaigeError(
      'RULES_INVALID',
      { path, line: 1, column: 1, problem: 'too many aliases', excerpt: '' },
      cause,
    );
  }
}

function issueError(error: z.ZodError, errorAt: RuleFile['errorAt']): GaigeError {
  const issue = error.issues[0]!;
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
  return errorAt(path, issue.message);
}
