/** Pages → trees, by parse5. Its time grows with the elements that stand open at once, and it opens some of them anew in each paragraph: both are bounded. */
import { type CheerioAPI, load } from 'cheerio';
import { Parser, Tokenizer, type TreeAdapter } from 'parse5';
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';
import { GaigeError } from '../../model/error.ts';
import { isText, rootOf, walk } from './dom.ts';

/** Deeper than any page. */
const MAX_DEPTH = 1000;
/** Of one tag; others are passed over. The tokenizer compares the name of each with those before it. */
const MAX_ATTRIBUTES = 1000;
/** A font that is never closed goes on in each paragraph that follows: so many elements and attributes may a page have that nobody wrote, */
const MOST_REOPENED = 300_000;
/** or so many for each that somebody wrote. */
const REOPENED_SHARE = 4;

const tooDeep = (depth: number): GaigeError => new GaigeError('UNDECODABLE', { reason: 'TOO_DEEP', depth });

/**
 * The tree of a page, with places in the source.
 * @throws GaigeError UNDECODABLE where elements nest without end
 */
export function parsePage(page: string): CheerioAPI {
  const count = { written: 0, made: 0, open: 0 };
  const parser = new Parser({ sourceCodeLocationInfo: true, treeAdapter: boundedAdapter(count) });
  parser.tokenizer = new BoundedTokenizer(parser, count);
  parser.tokenizer.write(page, true);
  const $ = load(parser.document);
  let depth = 0;
  for (const { node, leaving } of walk(rootOf($))) {
    if (!isText(node)) depth += leaving ? -1 : 1;
    if (depth > MAX_DEPTH) throw tooDeep(depth);
  }
  return $;
}

/** Attributes beyond the bound are not kept, and tags are counted. */
class BoundedTokenizer extends Tokenizer {
  readonly #count: Count;

  constructor(parser: Parser<Htmlparser2TreeAdapterMap>, count: Count) {
    super(parser.options, parser);
    this.#count = count;
  }

  protected override _leaveAttrName(): void {
    const tag = this.currentToken;
    if (tag && 'attrs' in tag && tag.attrs.length < MAX_ATTRIBUTES) super._leaveAttrName();
  }

  protected override emitCurrentTagToken(): void {
    const tag = this.currentToken;
    this.#count.written += tag && 'attrs' in tag ? 1 + tag.attrs.length : 1;
    super.emitCurrentTagToken();
  }
}

/** Elements and attributes: those that somebody wrote, those that the parser made of them; and how many elements are open. */
type Count = { written: number; made: number; open: number };

type Adapter = TreeAdapter<Htmlparser2TreeAdapterMap>;

/** The tree's adapter, with its bounds, and one that looks for a node among many where it stands: at their end. */
function boundedAdapter(count: Count): Adapter {
  return {
    ...adapter,
    onItemPush() {
      if (++count.open > MAX_DEPTH) throw tooDeep(count.open);
    },
    onItemPop() {
      count.open--;
    },
    createElement(name, namespace, attributes) {
      count.made += 1 + attributes.length;
      if (count.made > MOST_REOPENED + REOPENED_SHARE * count.written) throw tooDeep(count.open);
      return adapter.createElement(name, namespace, attributes);
    },
    insertBefore,
    insertTextBefore(parent, text, next) {
      const { prev } = next;
      if (prev && isText(prev)) prev.data += text;
      else insertBefore(parent, adapter.createTextNode(text), next);
    },
    detachNode(node) {
      const { parent, prev, next } = node;
      if (!parent) return;
      parent.children.splice(parent.children.lastIndexOf(node), 1);
      if (prev) prev.next = next;
      if (next) next.prev = prev;
      node.prev = node.next = node.parent = null;
    },
  };
}

const insertBefore: Adapter['insertBefore'] = (parent, node, next) => {
  parent.children.splice(parent.children.lastIndexOf(next), 0, node);
  node.parent = parent;
  node.prev = next.prev;
  node.next = next;
  if (node.prev) node.prev.next = node;
  next.prev = node;
};
