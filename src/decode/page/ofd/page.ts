/** A page of an .ofd as runs of glyphs. */

import { elementsOf, textOf, type XmlElement } from '../../xml.ts';
import type { GlyphRun, Page } from '../layout/page.ts';
import { type Box, boxOf, localName, named } from './package.ts';

export type OfdPage = Page & { isPicture: boolean };

export function readPage(content: XmlElement, usual: Box): OfdPage {
  const size = boxOf(named(content, 'Area')[0]) ?? usual;
  const objects = named(content, 'Content').flatMap(objectsIn);
  return {
    ...size,
    runs: objects.filter((object) => localName(object) === 'TextObject').flatMap(runsOf),
    isPicture: objects.some((object) => localName(object) === 'ImageObject'),
  };
}

/** Objects stand in layers and blocks of layers. */
function objectsIn(container: XmlElement): XmlElement[] {
  return elementsOf(container).flatMap((child) =>
    ['Layer', 'PageBlock'].includes(localName(child)) ? objectsIn(child) : [child],
  );
}

const numbersOf = (words: string | undefined): number[] => (words ?? '').trim().split(/\s+/).map(Number);

/** Each TextCode is a run; its place is within the object's boundary, and may be turned and stretched by a matrix. */
function runsOf(object: XmlElement): GlyphRun[] {
  const { Boundary: boundary, CTM: matrix, Size: size, Visible: visible } = object.attributes;
  if (visible === 'false') return [];
  const [left = 0, top = 0] = numbersOf(boundary);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix ? numbersOf(matrix) : [];
  const type = Number(size) || 0;
  // Where a run does not say where it begins, it goes on below or beside the one before.
  let [x, y] = [0, 0];
  return named(object, 'TextCode').map((code): GlyphRun => {
    x = Number(code.attributes['X'] ?? x);
    y = Number(code.attributes['Y'] ?? y);
    const text = textOf(code).replace(/^[\r\n]+|[\r\n]+$/g, '');
    return {
      text,
      x: left + a * x + c * y + e,
      y: top + b * x + d * y + f,
      width: (advance(code.attributes['DeltaX'], [...text].length - 1) + type) * Math.hypot(a, b),
      size: type * Math.hypot(c, d),
      angle: Math.atan2(b, a),
    };
  });
}

/** The sum of the first steps from glyph to glyph; `g 5 3.2` stands for five of 3.2. */
function advance(steps: string | undefined, count: number): number {
  const words = (steps ?? '').trim().split(/\s+/);
  let [sum, left] = [0, count];
  for (let i = 0; i < words.length && left > 0; i++) {
    const isRepeat = words[i] === 'g';
    const times = Math.min(isRepeat ? Number(words[i + 1]) || 0 : 1, left);
    sum += times * (Number(isRepeat ? words[i + 2] : words[i]) || 0);
    left -= times;
    if (isRepeat) i += 2;
  }
  return sum;
}
