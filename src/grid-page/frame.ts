/** The frame of a page without any script: one style, which the page holds itself, and no way out of it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BUILT } from '../built/places.ts';
import { VERSION } from '../built/version.ts';
import { GRID_PAGE_WORDS } from '../messages/grid-page.ts';
import type { Language } from '../messages/language.ts';
import { html, Markup } from './markup.ts';

/** `schemes`: by which a reader chooses the colours; it belongs into the head of the page. */
export type GridPageFrame = { head: string; schemes: Markup; tail: string };

/** Up to where the parts of the page begin, and what ends it. */
export function gridPageFrame(title: string, language: Language): GridPageFrame {
  const style = readFileSync(BUILT.gridStyle, 'utf8');
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const words = GRID_PAGE_WORDS[language];
  const head = html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="generator" content="gaige ${VERSION}">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
`;
  const schemes = html`<fieldset class="schemes controls">
<legend class="visually-hidden">${words.scheme}</legend>
${(['auto', 'light', 'dark'] as const).map(
  (scheme) =>
    html`<label><input type="radio" name="scheme" id="scheme-${scheme}"${
      scheme === 'auto' && new Markup(' checked')
    }>${words.schemes[scheme]}</label>`,
)}
</fieldset>
`;
  return { head: head.text, schemes, tail: `</main>\n</body>\n</html>\n` };
}
