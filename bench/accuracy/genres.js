/** What the name of an annotated report tells: its genre, and whether rules were made in sight of it. */

/** By the beginning of the name; the order is that of the columns. */
const PREFIXES = [
  ['dev', /^(?:dev|seed|phrases)-/],
  ['a-dev', /^a-dev-/],
  ['b-dev', /^b-dev-/],
  ['c-dev', /^c-dev-/],
  ['own-dev', /^own-dev-/],
  ['provinces', /^prov-/],
  ['State Council', /^state-/],
  ['others', /^/],
];

export const GENRES = PREFIXES.map(([genre]) => genre);

export const genreOf = (name) => PREFIXES.find(([, prefix]) => prefix.test(name))[0];

/**
 * Reports with odd numbers (a-dev-01, state-1981) and of provinces from a to l (prov-fujian-2026) may be opened when rules are written, the others
 * never are. null for those that the first rules were made on.
 */
export function sightOf(name) {
  const genre = genreOf(name);
  if (genre === 'dev' || genre === 'others') return null;
  const open = genre === 'provinces' ? /^prov-[a-l]/ : /[13579]$/;
  return open.test(name) ? 'seen' : 'unseen';
}
