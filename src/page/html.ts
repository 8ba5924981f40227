/** The page around the data: nothing in it but our own script and style, and no way out of it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BUILT } from '../built/places.ts';
import { VERSION } from '../built/version.ts';
import type { Language } from '../messages/language.ts';
import { htmlEscaped } from '../text/html-escape.ts';

/** What the pages of a run have in common. */
export type PageFrame = {
  /** Up to where the data begins. */
  head: (title: string) => string;
  tail: string;
};

const SCRIPTS = { report: 'report.js', index: 'index.js' } as const;

/** Two sorts of pages, each with a script of its own. */
export type PageSort = keyof typeof SCRIPTS;

export function pageFrame(sort: PageSort, language: Language): PageFrame {
  const style = readFileSync(`${BUILT.viewer}/page.css`, 'utf8');
  const script = readFileSync(`${BUILT.viewer}/${SCRIPTS[sort]}`, 'utf8');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    // No text of a report can become markup, whatever the script does.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const start = [
    '<!doctype html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta name="generator" content="gaige ${htmlEscaped(VERSION)}">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
  ].join('\n');
  const noScript = { zh: '本页需要启用 JavaScript 才能查看。', en: 'This page needs JavaScript to be seen.' };
  return {
    head: (title) =>
      `${start}\n<title>${htmlEscaped(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n<noscript>${noScript[language]}</noscript>\n`,
    tail: `<script>${script}</script>\n</body>\n</html>\n`,
  };
}

const hashOf = (content: string): string => `sha256-${createHash('sha256').update(content).digest('base64')}`;

/** Data that no text in it can end: a `<` is written as JSON escapes it. */
export const dataElement = (id: string, json: string): string =>
  `<script type="application/json" id="${id}">${embeddable(json)}</script>\n`;

export const embeddable = (json: string): string => json.replaceAll('<', '\\u003c');
