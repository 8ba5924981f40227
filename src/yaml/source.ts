/** YAML with positions: plain data that cannot blow up, and a way from a place in the data back to line and column. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLError,
} from 'yaml';
import type { Fault, FaultCode } from '../messages/fault.ts';
import type { Facts } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import { excerptOf } from '../text/excerpt.ts';

/** The way to a value: keys of mappings and indices of lists. */
export type Keys = readonly PropertyKey[];

/** Which part of the place is meant: the whole value, its key, a word in it, or the characters at an offset into it. */
export type Spot = 'value' | 'key' | { word: string } | { at: number; length?: number };

export type YamlSource = {
  path: string;
  text: string;
  /** Undefined where the text is no YAML. */
  plain: unknown;
  /** Faults of the YAML itself. */
  faults: readonly Fault[];
  /** Where a value stands; of what stands behind an alias, the alias; of what is not there, the nearest thing around it. */
  spanOf: (keys: Keys, spot?: Spot) => Span;
  /** Whether something stands at a place. */
  hasValue: (keys: Keys) => boolean;
  /** 1-based. */
  lineOf: (keys: Keys) => number;
  fault: (code: FaultCode, keys: Keys, facts?: Facts, spot?: Spot) => Fault;
};

/** UTF-16 units. Checking takes time that grows faster than the file. */
const LONGEST = 512 * 1024;
/** Values that aliases stand for are counted as often as they are used. */
const MOST_VALUES = 100_000;
/** Nobody reads further. */
const MOST_FAULTS = 100;

export function readYaml(path: string, text: string): YamlSource {
  const lineCounter = new LineCounter();
  const faultIn = (code: FaultCode, span: Span, facts: Facts = {}): Fault => {
    const { line, col } = lineCounter.linePos(span.start);
    const place = { line: line || 1, column: col || 1 };
    return { severity: 'error', code, path, ...place, facts, excerpt: excerptOf(text, span) };
  };
  let root: Node | null = null;
  const spanOf = (keys: Keys, spot: Spot = 'value') => locate(root, keys, spot, text);
  const source = {
    path,
    text,
    spanOf,
    hasValue: (keys: Keys) => isThere(root, keys),
    lineOf: (keys: Keys) => lineCounter.linePos(spanOf(keys).start).line || 1,
    fault: (code: FaultCode, keys: Keys, facts?: Facts, spot?: Spot) => faultIn(code, spanOf(keys, spot), facts),
  };
  const failed = (...faults: Fault[]): YamlSource => ({ ...source, plain: undefined, faults });

  const start = { start: 0, end: 0 };
  if (text.length > LONGEST) return failed(faultIn('TOO_LARGE', start, { bytes: text.length, limit: LONGEST }));
  if (isNestedDeep(text)) return failed(faultIn('TOO_DEEP', start));
  // The library's own search for double keys and its prettier errors take time in the square of the file.
  const document = parseDocument(text, {
    lineCounter,
    version: '1.2',
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
  });
  root = document.contents;
  const yamlFaults = (errors: readonly YAMLError[]) =>
    errors
      .slice(0, MOST_FAULTS)
      .map(({ code, pos, message }) => faultIn('YAML', { start: pos[0], end: pos[1] }, { yaml: code, message }));
  if (document.errors.length > 0) return failed(...yamlFaults(document.errors));
  const lineOf = (node: unknown) => lineCounter.linePos(spanOfNode(node as Node).start).line;
  const problems = survey(root, lineOf).slice(0, MOST_FAULTS);
  const faults = [
    ...yamlFaults(document.warnings),
    ...problems.map(({ code, node, facts }) => faultIn(code, spanOfNode(node), facts)),
  ];
  if (problems.some(({ code }) => code !== 'DUPLICATE_KEY')) return failed(...faults);
  return { ...source, plain: document.toJS({ maxAliasCount: -1 }) ?? {}, faults };
}

/** Parsing goes down into what is nested, and too deep a nesting would end the process. */
function isNestedDeep(text: string): boolean {
  const MOST = 100;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '[' || char === '{') depth++;
    else if ((char === ']' || char === '}') && depth > 0) depth--;
    if (depth > MOST) return true;
  }
  return /(?:[-?:][ \t]+){100}|^ {400}/m.test(text);
}

type Problem = {
  code: 'ALIAS_CYCLE' | 'ALIAS_BOMB' | 'DUPLICATE_KEY' | 'YAML';
  node: Pick<Node, 'range'>;
  facts: Facts;
};

/** Keys given twice, aliases that stand inside what they name, and those with which the data gets too large. */
function survey(root: Node | null, lineOf: (node: unknown) => number): Problem[] {
  const problems: Problem[] = [];
  const sizes = new Map<string, number | 'open'>();
  const blowsUp = (node: unknown): number => {
    problems.push({ code: 'ALIAS_BOMB', node: node as Node, facts: { limit: MOST_VALUES } });
    return 0;
  };
  const sizeOf = (node: unknown): number => {
    if (isAlias(node)) {
      const size = sizes.get(node.source);
      // [*, **] without quotes.
      if (size === undefined) {
        problems.push({
          code: 'YAML',
          node,
          facts: { yaml: 'BAD_ALIAS', message: `no anchor &${node.source} before it` },
        });
        return 1;
      }
      if (size === 'open') problems.push({ code: 'ALIAS_CYCLE', node, facts: {} });
      return size === 'open' ? 1 : size;
    }
    const anchor = (isMap(node) || isSeq(node) || isScalar(node)) && node.anchor ? node.anchor : null;
    if (anchor) sizes.set(anchor, 'open');
    let size = 1;
    const add = (value: unknown) => {
      size += sizeOf(value);
      if (size > MOST_VALUES) size = blowsUp(value);
    };
    if (isSeq(node)) for (const item of node.items) add(item);
    if (isMap(node)) {
      problems.push(...doubleKeys(node.items, lineOf));
      for (const { value } of node.items) add(value);
    }
    if (anchor) sizes.set(anchor, size);
    return size;
  };
  sizeOf(root);
  return problems;
}

function doubleKeys(items: readonly { key: unknown }[], lineOf: (node: unknown) => number): Problem[] {
  const seen = new Map<string, unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, key);
      return [];
    }
    return [{ code: 'DUPLICATE_KEY', node: key, facts: { key: name, first: lineOf(first) } }];
  });
}

function isThere(root: Node | null, keys: Keys): boolean {
  let node: Node | null = root;
  for (const key of keys) node = childOf(node, key).value;
  return node !== null;
}

function locate(root: Node | null, keys: Keys, spot: Spot, text: string): Span {
  let node: Node | null = root;
  let span = root ? spanOfNode(root) : { start: 0, end: 0 };
  for (const [depth, key] of keys.entries()) {
    const { keyNode, value } = childOf(node, key);
    if (spot === 'key' && depth === keys.length - 1 && keyNode) return spanOfNode(keyNode);
    const next = value ?? keyNode;
    if (!next) return span;
    node = next;
    span = spanOfNode(next);
  }
  return typeof spot === 'string' || !isScalar(node) ? span : within(span, node, spot, text);
}

function childOf(node: Node | null, key: PropertyKey): { keyNode: Node | null; value: Node | null } {
  if (isSeq(node)) return { keyNode: null, value: (node.items[Number(key)] as Node | undefined) ?? null };
  const pair = isMap(node)
    ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
    : undefined;
  return { keyNode: (pair?.key as Node | undefined) ?? null, value: (pair?.value as Node | null | undefined) ?? null };
}

const spanOfNode = ({ range }: Pick<Node, 'range'>): Span =>
  range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };

function within(span: Span, node: Scalar, spot: Exclude<Spot, string>, text: string): Span {
  if ('word' in spot) {
    const at = text.indexOf(spot.word, span.start);
    return at >= 0 && at < span.end ? { start: at, end: at + spot.word.length } : span;
  }
  const start = sourceOffset(text, span, node, spot.at);
  return { start, end: sourceOffset(text, span, node, spot.at + (spot.length ?? 1)) };
}

/** Where the character of a scalar stands in its source: quotes, escapes and folded lines are passed over. */
function sourceOffset(text: string, { start, end }: Span, { type }: Scalar, at: number): number {
  const quoted = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE';
  let i = quoted ? start + 1 : start;
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') i = skipIndent(text, text.indexOf('\n', start) + 1);
  for (let seen = 0; seen < at && i < end; seen++) {
    if (type === 'QUOTE_SINGLE' && text.startsWith("''", i)) i += 2;
    else if (type === 'QUOTE_DOUBLE' && text[i] === '\\') i += ESCAPE_LENGTHS[text.charAt(i + 1)] ?? 2;
    else i = endOfFold(text, i) ?? i + 1;
  }
  return Math.min(i, end);
}

const ESCAPE_LENGTHS: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

function skipIndent(text: string, at: number): number {
  let i = at;
  while (text[i] === ' ') i++;
  return i;
}

/** Blanks, a line break and the indent after it read as one blank. */
function endOfFold(text: string, at: number): number | null {
  const fold = /^[ \t]*\r?\n[ \t]*/.exec(text.slice(at, at + 200));
  return fold ? at + fold[0].length : null;
}
