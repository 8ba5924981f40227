/** docs/rules-reference.md, written from the schema of rule files. */
import { jsonSchema } from '../../src/pipeline/json-schemas.ts';

type Schema = {
  type?: string;
  description?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  maxLength?: number;
};

const HEAD = `# Keys of rule files

Written from the schema (\`gaige rules schema\`); [rules.md](rules.md) teaches how to use it. A file may hold any of these sections.
Entries of word lists may hold several words, parted by blanks. Keys without a default that are not *needed* may be left out.
`;

export function rulesReference(): string {
  const sections = Object.entries((jsonSchema('pack') as Schema).properties!);
  const index = sections.map(
    ([name, { description }]) => `- [\`${name}\`](#${name.toLowerCase()}): ${description ?? ''}`,
  );
  return [HEAD, ...index, '', ...sections.flatMap(([name, schema]) => section(name, schema, 2))].join('\n');
}

function section(path: string, schema: Schema, depth: number): string[] {
  const heading = `${'#'.repeat(Math.min(depth, 4))} ${path}`;
  const form = `${sentence(schema.description)} Form: ${formOf(schema)}.`;
  const inner = mappingIn(schema);
  if (!inner) return [heading, '', form, ''];
  const rows = Object.entries(inner.schema.properties!).map(([key, member]) =>
    row(key, member, inner.schema.required ?? []),
  );
  const nested = Object.entries(inner.schema.properties!).filter(([, member]) => mappingIn(member));
  return [
    heading,
    '',
    form,
    '',
    '| key | form | meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
    ...nested.flatMap(([key, member]) => section(`${path}${inner.path}.${key}`, member, depth + 1)),
  ];
}

const sentence = (text = ''): string => (text === '' || /[.。]$/.test(text) ? text : `${text}.`);

/** The mapping with keys of its own that a value is or holds, and the way to it. */
function mappingIn(schema: Schema): { schema: Schema; path: string } | null {
  if (schema.properties) return { schema, path: '' };
  const member = schema.anyOf?.map(mappingIn).find((found) => found !== null && found !== undefined);
  if (member) return member;
  if (schema.items) return below(mappingIn(schema.items), '[]');
  const values = schema.additionalProperties;
  return typeof values === 'object' ? below(mappingIn(values), '.*') : null;
}

const below = (found: { schema: Schema; path: string } | null, path: string) =>
  found && { ...found, path: `${path}${found.path}` };

function row(key: string, schema: Schema, required: readonly string[]): string {
  const needed = required.includes(key) ? ' *needed*' : '';
  const standard = schema.default === undefined ? '' : `; default \`${JSON.stringify(schema.default)}\``;
  return `| \`${key}\` | ${cell(formOf(schema) + standard)}${needed} | ${cell(schema.description ?? '')} |`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function formOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.anyOf) return [...new Set(schema.anyOf.map(formOf))].filter((form) => form !== 'null').join(' or ');
  switch (schema.type) {
    case 'array':
      return `list of ${plural(schema.items ?? {})}`;
    case 'object':
      return typeof schema.additionalProperties === 'object' ? recordForm(schema) : 'mapping';
    case 'integer':
    case 'number':
      return `number${rangeOf(schema)}`;
    case 'string':
      return schema.pattern ? `word \`${schema.pattern}\`` : 'word';
    default:
      return schema.type ?? 'any';
  }
}

const PLURALS: Readonly<Record<string, string>> = { word: 'words', mapping: 'mappings', number: 'numbers' };

const plural = (schema: Schema): string => PLURALS[formOf(schema)] ?? formOf(schema);

function recordForm({ propertyNames, additionalProperties }: Schema): string {
  const keys = propertyNames?.enum ? ` of ${propertyNames.enum.map((key) => `\`${String(key)}\``).join(', ')}` : '';
  return `mapping${keys} to ${formOf(additionalProperties as Schema)}`;
}

function rangeOf({ minimum, maximum }: Schema): string {
  const isStated = (bound: number | undefined) => bound !== undefined && Math.abs(bound) < 1e9;
  if (isStated(minimum) && isStated(maximum)) return ` from ${minimum} to ${maximum}`;
  return isStated(minimum) ? ` from ${minimum}` : '';
}
