/** Reads one YAML file against a schema: YAML with positions, so that every fault names file, line and column and shows the line. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type ErrorCode, GaigeError } from './error.ts';

/** Aliases are allowed, but not so many that a small file grows without end. */
const MAX_ALIASES = 100;

/** The way to a value: keys of mappings and indices of lists. */
export type Keys = readonly PropertyKey[];

export type YamlText<Content> = {
  path: string;
  content: Content;
  /** 1-based. */
  lineOf: (keys: Keys) => number;
  /** The error that names a place in the file. */
  errorAt: (keys: Keys, problem: string, offset?: number) => GaigeError;
};

/** `code` is what a fault is thrown as, with the facts path, line, column, problem and excerpt. */
export function parseYaml<Schema extends z.ZodType>(
  path: string,
  source: string,
  schema: Schema,
  code: ErrorCode,
): YamlText<z.output<Schema>> {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, strict: true, uniqueKeys: true });
  const lines = source.split('\n');

  const errorAtOffset = (offset: number, problem: string): GaigeError => {
    const { line, col } = lineCounter.linePos(offset);
    const shown = lines
      .slice(Math.max(0, line - 2), line)
      .map((text, i, all) => `${line - all.length + 1 + i} | ${text}`);
    const caret = `${' '.repeat(String(line).length + 2 + col)}^`;
    return new GaigeError(code, { path, line, column: col, problem, excerpt: [...shown, caret].join('\n') });
  };
  const offsetOf = (keys: Keys): number => {
    for (let depth = keys.length; depth >= 0; depth--) {
      const node = document.getIn(keys.slice(0, depth), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  };
  const errorAt = (keys: Keys, problem: string, offset = 0): GaigeError =>
    errorAtOffset(offsetOf(keys) + offset, problem);

  const fault = document.errors[0];
  if (fault)
    throw errorAtOffset(fault.pos[0], fault.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, ''));
  const parsed = schema.safeParse(toPlain(document, path, code) ?? {});
  if (!parsed.success) throw issueError(parsed.error, errorAt);
  return { path, content: parsed.data, lineOf: (keys) => lineCounter.linePos(offsetOf(keys)).line, errorAt };
}

function toPlain(document: ReturnType<typeof parseDocument>, path: string, code: ErrorCode): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    throw new GaigeError(code, { path, line: 1, column: 1, problem: 'too many aliases', excerpt: '' }, cause);
  }
}

function issueError(error: z.ZodError, errorAt: YamlText<unknown>['errorAt']): GaigeError {
  const issue = error.issues[0]!;
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
  return errorAt(path, issue.message);
}
