/** Lines that a program printed in parts: what a font lacks before or after the rest. */
import { usualWidth } from './blanks.ts';
import type { GlyphRun } from './page.ts';

/** Runs that begin so close to one another, in characters, with the same words are one: bold type is feigned by printing twice. */
const SAME_PLACE = 0.3;
/** A run begins in a gap of another where it begins this close to it, in characters. */
const IN_GAP = 0.6;

/** Runs in order, those that stand in the gaps of another put there: programs print what a font lacks before or after the rest of the line. */
export function woven(ordered: readonly GlyphRun[]): GlyphRun[] {
  const found: GlyphRun[] = [];
  let inner: GlyphRun[] = [];
  const close = (): void => {
    const host = found.pop();
    if (host) found.push(inner.length > 0 ? weave(host, inner) : host);
    inner = [];
  };
  for (const run of ordered) {
    const host = found.at(-1);
    const near = SAME_PLACE * run.size;
    if (host && host.text === run.text && run.x - host.x < near) continue;
    if (host && run.x - host.x > near && run.x + run.width < host.x + host.width + near) inner.push(run);
    else {
      close();
      found.push(run);
    }
  }
  close();
  return found;
}

function weave(host: GlyphRun, inner: readonly GlyphRun[]): GlyphRun {
  const chunks = host.text.split(' ');
  const filled = chunks.reduce((sum, chunk) => sum + usualWidth(chunk), 0) * host.size;
  const taken = inner.reduce((sum, { width }) => sum + width, 0);
  const loose = Math.max(0, host.width - filled - taken) / Math.max(1, chunks.length - 1);
  let [text, at, next] = ['', host.x, 0];
  for (const [i, chunk] of chunks.entries()) {
    text += chunk;
    at += usualWidth(chunk) * host.size;
    const isLast = i === chunks.length - 1;
    let isFilled = false;
    for (let run = inner[next]; run && (isLast || Math.abs(run.x - at) < IN_GAP * host.size); run = inner[++next]) {
      text += run.text.trim();
      at = run.x + run.width;
      isFilled = true;
    }
    if (isFilled || isLast) continue;
    text += ' ';
    at += loose;
  }
  return { ...host, text };
}
