/**
 * Checks values against the published JSON Schema. zod, which the schema comes from, takes as long to load as Node itself, and its checks
 * several times as long as these; what is checked is the same.
 */

/** The part of JSON Schema that zod writes for a record. */
export type JsonSchema = {
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly JsonSchema[];
  pattern?: string;
  minLength?: number;
  minimum?: number;
  maximum?: number;
  items?: JsonSchema;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: boolean;
};

/** A value that breaks the contract: where, from the outermost key inwards, and how. */
export class Breach extends Error {
  readonly keys: PropertyKey[];
  constructor(problem: string, ...keys: PropertyKey[]) {
    super(problem);
    this.name = 'Breach';
    this.keys = keys;
  }
}

/** Gives the value back with its keys in the order of the schema. Throws Breach. */
type Check = (value: unknown) => unknown;

/** Says nothing about a value, or nothing that the rest does not say: zod writes the pattern of a format beside it. */
const REMARKS: ReadonlySet<string> = new Set(['description', 'title', '$schema', 'format']);

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  string: (value) => typeof value === 'string',
  number: Number.isFinite,
  integer: Number.isInteger,
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** Every keyword makes one check. */
const KEYWORDS: { [K in keyof Required<JsonSchema>]: (schema: Required<JsonSchema>) => Check | null } = {
  type: ({ type }) => {
    const names = [type].flat();
    const tests = names.map((name) => TYPES[name]!);
    const isOne = tests.length === 1 ? tests[0]! : (value: unknown) => tests.some((test) => test(value));
    return expecting(isOne, names.join(' or '));
  },
  const: (schema) => expecting((value) => value === schema.const, JSON.stringify(schema.const)),
  enum: (schema) => {
    const values = new Set(schema.enum);
    return expecting((value) => values.has(value), `one of ${schema.enum.join(', ')}`);
  },
  anyOf: ({ anyOf }) => compileChoice(anyOf),
  pattern: ({ pattern }) => {
    const expression = new RegExp(pattern, 'u');
    return expecting((value) => typeof value !== 'string' || expression.test(value), pattern);
  },
  minLength: ({ minLength }) =>
    expecting((value) => typeof value !== 'string' || value.length >= minLength, `${minLength} characters or more`),
  minimum: ({ minimum }) => expecting((value) => typeof value !== 'number' || value >= minimum, `${minimum} or more`),
  maximum: ({ maximum }) => expecting((value) => typeof value !== 'number' || value <= maximum, `${maximum} or less`),
  items: ({ items }) => {
    const check = compileCheck(items);
    return (value) => (value as unknown[]).map((item, i) => within(i, check, item));
  },
  properties: ({ properties, required }) => compileProperties(properties, new Set(required)),
  // Both are part of `properties`: zod writes no object that is open.
  required: () => null,
  additionalProperties: () => null,
};

/** @throws Error for a schema with a keyword that is not known here, so that no check is left out unseen */
export function compileCheck(schema: JsonSchema): Check {
  const names = Object.keys(schema).filter((name) => !REMARKS.has(name));
  const checks = names.flatMap((name) => {
    const compile = KEYWORDS[name as keyof JsonSchema];
    if (!compile) throw new Error(`keyword ${name} is not known to contract.ts`);
    return compile(schema as Required<JsonSchema>) ?? [];
  });
  if (checks.length === 1) return checks[0]!;
  return (value) => checks.reduce((result, check) => check(result), value);
}

const expecting =
  (test: (value: unknown) => boolean, expected: string): Check =>
  (value) => {
    if (!test(value)) throw new Breach(`expected ${expected}`);
    return value;
  };

/** Where a part of a value breaks the contract, the key that leads there is noted. */
function within(key: PropertyKey, check: Check, value: unknown): unknown {
  try {
    return check(value);
  } catch (error) {
    if (error instanceof Breach) error.keys.unshift(key);
    throw error;
  }
}

/** The alternatives of a record differ by type, so that the type tells which of them a value must fit. */
function compileChoice(schemas: readonly JsonSchema[]): Check {
  const options = schemas.map((schema) => ({
    isMeant: TYPES[schema.type as string]!,
    check: compileCheck(schema),
  }));
  const expected = schemas.map(({ type }) => type).join(' or ');
  return (value) => {
    const option = options.find(({ isMeant }) => isMeant(value));
    if (!option) throw new Breach(`expected ${expected}`);
    return option.check(value);
  };
}

function compileProperties(properties: Required<JsonSchema>['properties'], required: ReadonlySet<string>): Check {
  const entries = Object.entries(properties).map(([key, schema]) => ({ key, check: compileCheck(schema) }));
  return (value) => {
    const given = value as Record<string, unknown>;
    const result: Record<string, unknown> = {};
    let known = 0;
    for (const { key, check } of entries) {
      const property = given[key];
      if (property === undefined && !required.has(key)) continue;
      result[key] = within(key, check, property);
      known++;
    }
    if (Object.keys(given).length !== known) refuseOthers(given, result);
    return result;
  };
}

function refuseOthers(given: object, known: object): void {
  const extra = Object.keys(given).find((key) => !(key in known));
  if (extra !== undefined) throw new Breach('expected no such key', extra);
}
