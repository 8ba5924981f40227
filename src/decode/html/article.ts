/** Where in a web page the report stands. */
import type { CheerioAPI } from 'cheerio';
import type { Boilerplate } from '../../knowledge/boilerplate/table.ts';
import { type DomElement, type DomNode, isElement, measure, type NodeMeasure, rootOf, walk } from './dom.ts';

export type Article = {
  /** The element that holds the report; null for a page without a word. */
  container: DomElement | null;
  /** Elements that hold no part of it. */
  dropped: ReadonlySet<DomElement>;
  measures: ReadonlyMap<DomNode, NodeMeasure>;
};

const NOTHING: NodeMeasure = { han: 0, prose: 0, tables: 0, blocks: 0 };
/** A known container is believed where this share of the page's running text stands in it. */
const KNOWN_SHARE = 0.6;
/** Else the smallest element that holds nearly all of it. */
const FOUND_SHARE = 0.95;

export function findArticle($: CheerioAPI, boilerplate: Boilerplate): Article {
  const root = rootOf($);
  const dropped = droppedElements($, boilerplate, measure(root));
  const measures = measure(root, dropped);
  const weightOf = (node: DomNode): number => (measures.get(node) ?? NOTHING).prose;
  const body = $('body')[0] ?? null;
  const container = body && (knownContainer($, boilerplate, weightOf, body) ?? tightest(body, weightOf));
  return { container, dropped, measures };
}

/** Navigation, share bars and the like; but never an element that holds most of the page's running text. */
function droppedElements(
  $: CheerioAPI,
  { html }: Boilerplate,
  measures: ReadonlyMap<DomNode, NodeMeasure>,
): Set<DomElement> {
  const root = rootOf($);
  const page = measures.get(root as unknown as DomNode) ?? NOTHING;
  const kind = page.prose > 0 ? 'prose' : 'han';
  const named = new Set<DomNode>(html.drop ? $(html.drop).toArray() : []);
  const dropped = new Set<DomElement>();
  for (const { node, leaving } of walk(root)) {
    if (leaving || !isElement(node)) continue;
    const isMost = (measures.get(node) ?? NOTHING)[kind] > page[kind] / 2;
    if (!isMost && (named.has(node) || isBoilerplate(node, html.classWords))) dropped.add(node);
  }
  return dropped;
}

/** Whether a word of the class or id says so: article-share, bdShareBox. */
function isBoilerplate({ name, attribs }: DomElement, words: ReadonlySet<string>): boolean {
  if (name === 'body' || name === 'html') return false;
  const { class: classes = '', id = '' } = attribs as Record<string, string | undefined>;
  return `${classes} ${id}`.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).some((word) => words.has(word.toLowerCase()));
}

function knownContainer(
  $: CheerioAPI,
  { html }: Boilerplate,
  weightOf: (node: DomNode) => number,
  body: DomElement,
): DomElement | null {
  const enough = Math.max(1, weightOf(body) * KNOWN_SHARE);
  // One walk for all selectors, not one for each.
  const candidates = html.containers.length > 0 ? $(html.containers.join(',')).toArray().filter(isElement) : [];
  const heaviest = candidates
    .filter((element) => weightOf(element) >= enough)
    .sort((a, b) => weightOf(b) - weightOf(a));
  for (const selector of html.containers) {
    const found = heaviest.find((element) => $(element).is(selector));
    if (found) return found;
  }
  return null;
}

/** Elements that part a page; a paragraph is part of an article, however long. */
const HOLDS_BLOCKS = new Set('div section article main td table tbody tr center form font span body'.split(' '));

function tightest(body: DomElement, weightOf: (node: DomNode) => number): DomElement {
  const enough = weightOf(body) * FOUND_SHARE;
  if (enough === 0) return body;
  let container = body;
  for (;;) {
    const inner = container.children.find(
      (child) => isElement(child) && HOLDS_BLOCKS.has(child.name) && weightOf(child) >= enough,
    );
    if (!inner || !isElement(inner)) return container;
    container = inner;
  }
}
