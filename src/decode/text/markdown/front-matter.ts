/** Front matter: what a markdown file states of itself between two rules at its start, in YAML. */

import type { Boilerplate, FactNames } from '../../../knowledge/boilerplate/table.ts';
import type { ContainerMetadata } from '../../../model/document.ts';
import { parseDate } from '../../../text/dates.ts';
import { own } from '../../../text/own.ts';

/** Longer than any front matter: a rule at the start of a report is no front matter that ends at its last rule. */
const MAX_FRONT_MATTER = 10_000;

/** The facts, and where the text begins; other text between rules is no front matter. */
export async function frontMatter(
  text: string,
  boilerplate: Boilerplate,
): Promise<{ end: number; metadata: ContainerMetadata }> {
  const none = { end: 0, metadata: {} };
  const head = text.slice(0, MAX_FRONT_MATTER);
  const [matter, yaml] = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(head) ?? [];
  if (matter === undefined || yaml === undefined) return none;
  const facts = await parseMapping(yaml);
  return facts ? { end: matter.length, metadata: frontFacts(facts, boilerplate) } : none;
}

/** What reads YAML is loaded where there is some. */
async function parseMapping(yaml: string): Promise<Record<string, unknown> | null> {
  const { parse } = await import('yaml');
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 20, logLevel: 'silent' });
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function frontFacts(facts: Record<string, unknown>, { metadata: names }: Boilerplate): ContainerMetadata {
  const factOf = ({ keys }: FactNames): string | null => {
    const value = keys.map((key) => own(facts, key)).find((each) => each !== undefined && each !== null);
    if (value instanceof Date) return value.toISOString();
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null;
  };
  const [title, date, publisher, year, region] = [
    factOf(names.title),
    parseDate(factOf(names.date) ?? ''),
    factOf(names.publisher),
    factOf(names.year),
    factOf(names.region),
  ];
  return {
    ...(title && { title }),
    ...(date && { date }),
    ...(publisher && { publisher }),
    ...(year && /^\d{4}/.test(year) && { year: Number(year.slice(0, 4)) }),
    ...(region && { region }),
  };
}
