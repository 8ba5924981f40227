/** Puts the style of the pages of tables into one file: the tokens that all pages share, and what is their own. Pages hold it whole. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BUILT } from '../../dist/built/places.js';
import { writeWhole } from './whole.js';

const source = (/** @type {string} */ path) =>
  readFileSync(fileURLToPath(new URL(`../../src/${path}`, import.meta.url)), 'utf8');

const base = source('page/viewer/style/1-base.css');

// Without a script it is a choice of radio buttons that turns the scheme, and paper is always light.
const switched = base
  .replace(/:root\[data-scheme="dark"\] (\{[^}]*\})/, '@media screen {\n:root:has(#scheme-dark:checked) $1\n}')
  .replace('@media (prefers-color-scheme: dark)', '@media screen and (prefers-color-scheme: dark)')
  .replace(':root:not([data-scheme="light"])', ':root:has(#scheme-auto:checked)');
if (/data-scheme/.test(switched)) throw new Error('a scheme of pages is not turned without a script');

const css = `${switched}\n${source('grid-page/grid.css')}`
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s*\n\s*/g, '\n')
  .trim();
writeWhole(BUILT.gridStyle, css);
