import { type Diagnostic, diagnostic } from '../../../model/diagnostic.ts';

/** Characters for private use: a font without a table of what its characters mean. */
const PRIVATE = /[\ue000-\uf8ff]/g;
/** Bullets and ornaments come from such fonts too. */
const TRACE = 0.005;

export function unmappedCharacters(text: string): Diagnostic[] {
  const count = text.match(PRIVATE)?.length ?? 0;
  if (count <= 3 + text.length * TRACE) return [];
  const start = text.search(PRIVATE);
  return [diagnostic('warning', 'UNMAPPED_CHARACTERS', { start, end: start + 1 }, { count })];
}
