/** What a web page says of the report in its head: title, date, publisher. */
import type { CheerioAPI } from 'cheerio';
import type { Boilerplate, FactNames } from '../../knowledge/boilerplate/table.ts';
import { parseDate } from '../../text/dates.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import type { Article } from './article.ts';
import { type DomElement, isElement, textOf } from './dom.ts';

export type PageFacts = { title: string | null; date: string | null; publisher: string | null };

/** Facts that `<meta>` and `<title>` state. */
export function pageFacts($: CheerioAPI, { metadata }: Boilerplate): PageFacts {
  const metas = new Map<string, string>();
  for (const element of $('meta').toArray()) {
    const { name, property, itemprop, content } = element.attribs as Record<string, string | undefined>;
    const key = (name ?? property ?? itemprop ?? '').toLowerCase();
    if (key && content?.trim() && !metas.has(key)) metas.set(key, content.trim());
  }
  const stated = ({ meta }: FactNames): string | null => meta.map((name) => metas.get(name)).find(Boolean) ?? null;
  const title = stated(metadata.title) ?? fold($('title').first().text());
  return {
    title: withoutSite(title, metadata.siteWords) || null,
    date: parseDate(stated(metadata.date) ?? ''),
    publisher: stated(metadata.publisher),
  };
}

/** 全面深化改革纪实_云岭新闻网 → 全面深化改革纪实. A name of a site alone is no title. */
export function withoutSite(title: string, siteWords: Lexicon): string {
  const separators = [...title.matchAll(/[_|｜]|\s[-–—]+\s|[-–—]+/g)];
  let end = title.length;
  for (const { 0: separator, index } of separators.reverse()) {
    if (siteWords.longestBefore(title, trimmedEnd(title, end), index + separator.length) === 0) break;
    end = index;
  }
  const left = title.slice(0, end).trim();
  const isSite = separators.length === 0 && siteWords.longestBefore(left, left.length) > 0;
  return isSite ? '' : left;
}

const trimmedEnd = (text: string, end: number): number => text.slice(0, end).trimEnd().length;

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** More candidates than this are links in lists. */
const MAX_CANDIDATES = 300;

/** The element that shows the title: the one that says what the head says, else the page's first h1 outside the boilerplate. */
export function titleElement(
  $: CheerioAPI,
  pageTitle: string | null,
  { dropped }: Article,
  { html }: Boilerplate,
): DomElement | null {
  const candidates = $(html.titles).toArray().filter(isElement).slice(0, MAX_CANDIDATES);
  const named = pageTitle ? candidates.find((element) => isSameTitle(textOf(element), pageTitle)) : undefined;
  return (
    named ??
    candidates.find(
      (element) => element.name === 'h1' && !dropped.has(element) && /\p{Script=Han}{4}/u.test(textOf(element)),
    ) ??
    null
  );
}

function isSameTitle(shown: string, stated: string): boolean {
  const [a, b] = [shown, stated].map((text) => text.replace(/\s+/g, ''));
  if (!a || !b || a.length < 4) return false;
  return a === b || (b.includes(a) && a.length >= b.length / 2) || (a.includes(b) && b.length >= a.length / 2);
}
