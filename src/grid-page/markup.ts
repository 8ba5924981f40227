/** Markup of our own around words of others: what is put into a template is escaped, unless it is markup already. */
import { htmlEscaped } from '../text/html-escape.ts';

export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type MarkupPart = Markup | string | number | null | false | readonly MarkupPart[];

/** `null` and `false` stand for nothing. */
export const html = (strings: TemplateStringsArray, ...parts: MarkupPart[]): Markup =>
  new Markup(strings.map((string, i) => string + (i < parts.length ? textOf(parts[i] ?? null) : '')).join(''));

function textOf(part: MarkupPart): string {
  if (part === null || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escaped(String(part));
}

/** Controls have no place in a page; marks that turn the direction of writing stay within the element that holds them. */
const escaped = (text: string): string => htmlEscaped(text.replace(/(?![\t\n])\p{Cc}/gu, ' '));
