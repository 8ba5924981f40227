/** Code that docs show, so that tests run what readers copy. */
import { readFileSync } from 'node:fs';

/** The code block under `<!-- snippet: name -->`. */
export function snippet(name: string, docs = 'docs/check.md'): string {
  const found = new RegExp(`<!-- snippet: ${name} -->\\s*\`\`\`\\w+\\n(.*?)^\`\`\``, 'ms').exec(
    readFileSync(docs, 'utf8'),
  );
  if (!found) throw new Error(`${docs} has no snippet ${name}`);
  return found[1]!;
}
