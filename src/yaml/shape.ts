/** Holds YAML against a schema: all faults with their places, and what is left when the faulty parts are taken out. */

import { z } from 'zod';
import type { Fault, FaultCode } from '../messages/fault.ts';
import { isFaultCode } from '../messages/faults.ts';
import type { Facts } from '../model/diagnostic.ts';
import { nearest } from '../text/nearest.ts';
import { own } from '../text/own.ts';
import { keysOf, memberFor, membersOf, type Schema, schemaAt } from './schema-walk.ts';
import type { Keys, Spot, YamlSource } from './source.ts';

export type Shaped<T> = {
  /** What fits the schema; null where nothing does. */
  value: T | null;
  faults: Fault[];
  /** A place in `value` as a place in the file: faulty members of lists are missing in the one and not in the other. */
  placeOf: (keys: Keys) => Keys;
};

type ShapeIssue = z.core.$ZodIssue;
type Plain = Record<PropertyKey, unknown>;

/** So often are faulty parts taken out: what is taken out may leave something incomplete. */
const ROUNDS = 4;
/** Nobody reads further. */
const MOST_FAULTS = 100;

export function shapeYaml<T>(source: YamlSource, schema: z.ZodType<T>): Shaped<T> {
  const faults: Fault[] = [...source.faults];
  if (source.plain === undefined) return { value: null, faults, placeOf: (keys) => keys };
  const plain = structuredClone(source.plain);
  const removed: Removed = new Map();
  const placeOf = (keys: Keys) => originalPlace(keys, removed);
  for (let round = 0; round < ROUNDS; round++) {
    const parsed = schema.safeParse(plain);
    if (parsed.success) return { value: parsed.data, faults, placeOf };
    const issues = parsed.error.issues.flatMap((issue) => flatten(issue, schema, plain));
    const told = round === 0 ? issues.slice(0, MOST_FAULTS) : [];
    faults.push(...told.flatMap((issue) => faultsOf(issue, told, schema, source)));
    for (const path of inOrder(issues.flatMap(faultyParts))) remove(plain, path, removed);
  }
  return { value: null, faults, placeOf };
}

/** Of a union that nothing fitted, the issues of the member that was meant. */
function flatten(issue: ShapeIssue, schema: Schema, plain: unknown): ShapeIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const union = schemaAt(schema, issue.path, plain);
  if (!(union instanceof z.ZodUnion)) return [];
  const meant = membersOf(union).indexOf(memberFor(union, valueAt(plain, issue.path)));
  return (issue.errors[meant] ?? []).flatMap((inner) =>
    flatten({ ...inner, path: [...issue.path, ...inner.path] } as ShapeIssue, schema, plain),
  );
}

function valueAt(plain: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Plain)[key] : undefined),
    plain,
  );
}

function faultsOf(issue: ShapeIssue, all: readonly ShapeIssue[], schema: Schema, source: YamlSource): Fault[] {
  const { plain } = source;
  const value = valueAt(plain, issue.path);
  const at = (code: FaultCode, facts: Facts = {}, spot: Spot = 'value') => [
    source.fault(code, issue.path, facts, spot),
  ];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = keysAt(schema, issue.path, plain);
      return issue.keys.map((key) =>
        source.fault('UNKNOWN_KEY', [...issue.path, key], known(key, allowed, 'key'), 'key'),
      );
    }
    case 'invalid_type':
      if (value !== undefined) return at('WRONG_TYPE', { expected: kindOf(issue.expected), found: kindFound(value) });
      return isMisspelt(issue, all, schema, plain)
        ? []
        : [source.fault('MISSING_KEY', issue.path, { key: String(issue.path.at(-1) ?? '') })];
    case 'invalid_value':
      return at('UNKNOWN_VALUE', known(String(value), issue.values.map(String), 'value'));
    case 'invalid_format':
      return at('BAD_FORMAT', { value: String(value), form: issue.message });
    case 'invalid_key': {
      const form = issue.issues[0]?.message ?? '';
      return at('BAD_FORMAT', { value: String(issue.path.at(-1)), form }, 'key');
    }
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? at('OUT_OF_RANGE', rangeAt(schema, issue.path, plain))
        : at('EMPTY');
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? at('OUT_OF_RANGE', rangeAt(schema, issue.path, plain))
        : at('TOO_LONG', { max: String(issue.maximum) });
    default:
      return isFaultCode(issue.message)
        ? at(issue.message, 'params' in issue ? (issue.params as Facts) : {})
        : at('INVALID', { message: issue.message });
  }
}

function known(name: string, allowed: readonly string[], as: 'key' | 'value'): Facts {
  const near = nearest(name, allowed);
  return { [as]: name, allowed: allowed.join(', '), ...(near === null ? {} : { near }) };
}

/** A key that is missing because it was misspelt is one fault, not two. */
function isMisspelt(issue: ShapeIssue, all: readonly ShapeIssue[], schema: Schema, plain: unknown): boolean {
  const [parent, key] = [issue.path.slice(0, -1), String(issue.path.at(-1))];
  return all.some(
    (other) =>
      other.code === 'unrecognized_keys' &&
      other.path.join('\0') === parent.join('\0') &&
      other.keys.some((given) => nearest(given, keysAt(schema, parent, plain)) === key),
  );
}

function keysAt(schema: Schema, path: Keys, plain: unknown): string[] {
  const mapping = schemaAt(schema, path, plain);
  return mapping ? keysOf(memberFor(mapping, valueAt(plain, path))) : [];
}

function rangeAt(schema: Schema, path: Keys, plain: unknown): Facts {
  const number = schemaAt(schema, path, plain);
  const { minValue, maxValue } = number as z.ZodNumber;
  return { min: minValue ?? '−∞', max: maxValue ?? '∞' };
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'list',
  object: 'mapping',
  record: 'mapping',
  string: 'word',
  int: 'number',
};

const kindOf = (expected: string): string => own(KINDS, expected) ?? expected;

const kindFound = (value: unknown): string =>
  value === null ? 'nothing' : Array.isArray(value) ? 'list' : kindOf(typeof value);

/** What to take out for the rest to fit: the key or value itself, of what is missing the member of a list that misses it. */
function faultyParts(issue: ShapeIssue): Keys[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key]);
  const member = issue.path.findLastIndex((key) => typeof key === 'number');
  return [member < 0 ? issue.path : issue.path.slice(0, member + 1)];
}

/** Each once; deep ones first, and of a list the last first, so that no place is moved before its turn. */
function inOrder(paths: readonly Keys[]): Keys[] {
  const once = new Map(paths.map((path) => [joined(path), path]));
  return [...once.values()].sort((a, b) => b.length - a.length || Number(b.at(-1)) - Number(a.at(-1)) || 0);
}

const joined = (keys: Keys): string => keys.map(String).join('\0');

/** Indices taken out of lists, rising, by the place of the list in the file. */
type Removed = Map<string, number[]>;

function remove(plain: unknown, path: Keys, removed: Removed): void {
  const key = path.at(-1);
  const parent = valueAt(plain, path.slice(0, -1));
  if (key === undefined || typeof parent !== 'object' || parent === null) return;
  if (!Array.isArray(parent)) {
    delete (parent as Plain)[key];
    return;
  }
  const list = joined(originalPlace(path.slice(0, -1), removed));
  const before = removed.get(list) ?? [];
  parent.splice(Number(key), 1);
  removed.set(
    list,
    [...before, originalIndex(Number(key), before)].sort((a, b) => a - b),
  );
}

const originalIndex = (index: number, removed: readonly number[]): number =>
  removed.reduce((at, gone) => (gone <= at ? at + 1 : at), index);

function originalPlace(keys: Keys, removed: Removed): Keys {
  const place: PropertyKey[] = [];
  for (const key of keys) {
    const gone = typeof key === 'number' ? removed.get(joined(place)) : undefined;
    place.push(gone ? originalIndex(key as number, gone) : key);
  }
  return place;
}
