/** The tree of a web page, walked without recursion: pages nest as deeply as they like. */
import type { CheerioAPI } from 'cheerio';

export type DomRoot = ReturnType<CheerioAPI['root']>[number];
export type DomNode = DomRoot['children'][number];
export type DomElement = Extract<DomNode, { attribs: unknown }>;
export type DomText = Extract<DomNode, { type: 'text' }>;

/** A parsed page always has one. */
export const rootOf = ($: CheerioAPI): DomRoot => $.root()[0]!;

export const isElement = (node: DomNode | DomRoot): node is DomElement => 'attribs' in node;
export const isText = (node: DomNode | DomRoot): node is DomText => node.type === 'text';

/** Elements whose content is not text to be read: code, controls, struck out words, pronunciations. */
const NEVER_TEXT = new Set(
  'script style noscript template iframe object embed svg math canvas audio video map select datalist textarea button input head title rt rp del'.split(
    ' ',
  ),
);

export const BLOCK_NAMES = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

export type DomStep = { node: DomNode; leaving: boolean };

/** Every node under `root` that may hold text, in order; elements twice, entering and leaving. */
export function* walk(root: DomNode | DomRoot): Generator<DomStep> {
  const stack: DomStep[] = [{ node: root as DomNode, leaving: false }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node, leaving } = step;
    if (!('children' in node)) {
      if (isText(node)) yield step;
      continue;
    }
    if (isElement(node) && NEVER_TEXT.has(node.name)) continue;
    yield step;
    if (leaving) continue;
    stack.push({ node, leaving: true });
    for (let child = node.lastChild; child; child = child.prev) stack.push({ node: child, leaving: false });
  }
}

/** The words of an element, white space folded. */
export function textOf(root: DomElement): string {
  const parts: string[] = [];
  for (const { node, leaving } of walk(root)) {
    if (isText(node)) parts.push(node.data);
    else if (!leaving && isElement(node) && (node.name === 'br' || BLOCK_NAMES.has(node.name))) parts.push(' ');
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** What an element holds. */
export type NodeMeasure = {
  /** Han characters outside links. */
  han: number;
  /** Those of them in running text: in pieces with a comma or a full stop. Menus, labels and footers have none. */
  prose: number;
  /** Tables inside it. */
  tables: number;
  /** Block elements and line breaks inside it. */
  blocks: number;
};

const HAN = /\p{Script=Han}/gu;
const RUNNING = /[，。；]|[\p{Script=Han}”），],[\p{Script=Han}“]/u;

/** Measures every element, leaving out what stands in the elements of `without`. */
export function measure(root: DomRoot, without: ReadonlySet<DomElement> = new Set()): Map<DomNode, NodeMeasure> {
  const measures = new Map<DomNode, NodeMeasure>();
  const open: NodeMeasure[] = [];
  let links = 0;
  let hidden = 0;
  for (const { node, leaving } of walk(root)) {
    if (isText(node)) {
      const inner = open.at(-1);
      if (inner && links === 0 && hidden === 0) addText(inner, node.data);
      continue;
    }
    const step = leaving ? -1 : 1;
    if (isElement(node) && node.name === 'a') links += step;
    if (isElement(node) && without.has(node)) hidden += step;
    if (!leaving) {
      open.push({ han: 0, prose: 0, tables: 0, blocks: 0 });
      continue;
    }
    const own = open.pop();
    const outer = open.at(-1);
    if (own) measures.set(node, own);
    if (own && outer && isElement(node)) addMeasure(outer, own, node.name);
  }
  return measures;
}

function addText(measure: NodeMeasure, data: string): void {
  const han = data.match(HAN)?.length ?? 0;
  measure.han += han;
  if (RUNNING.test(data)) measure.prose += han;
}

function addMeasure(outer: NodeMeasure, inner: NodeMeasure, name: string): void {
  outer.han += inner.han;
  outer.prose += inner.prose;
  outer.tables += inner.tables + (name === 'table' ? 1 : 0);
  outer.blocks += inner.blocks + (name === 'br' || BLOCK_NAMES.has(name) ? 1 : 0);
}
