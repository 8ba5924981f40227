/** What domains, concepts and sections are called. */
import { NO_SECTION } from './filter.ts';
import type { Model } from './model.ts';
import { headingText } from './outline-view.ts';
import type { Context } from './state.ts';

/** Domains have a name in Chinese alone; to readers of English their id says more. */
export function domainLabel({ model, language }: Pick<Context, 'model' | 'language'>, id: string): string {
  const label = model.fields.find((each) => each.id === id)?.label;
  if (language() === 'en') return id;
  return label ?? id;
}

export const conceptLabel = ({ model, language }: Pick<Context, 'model' | 'language'>, id: string): string =>
  conceptsOf(model).get(id)?.label[language()] ?? id;

const known = new WeakMap<Model, ReadonlyMap<string, Model['concepts'][number]>>();

function conceptsOf(model: Model): ReadonlyMap<string, Model['concepts'][number]> {
  const concepts = known.get(model) ?? new Map(model.concepts.map((each) => [each.id, each]));
  known.set(model, concepts);
  return concepts;
}

export function sectionLabel({ model, words }: Pick<Context, 'model' | 'words'>, id: string | null): string {
  if (id === null || id === NO_SECTION) return words().untitled;
  const section = model.sectionOf.get(id);
  return section ? headingText(section) : id;
}
