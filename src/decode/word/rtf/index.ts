/** .rtf, and .doc files that are RTF inside. Positions are those of the report's text. */
import { makeDocument } from '../../document.ts';
import { joinParagraphs } from '../../paragraphs.ts';
import type { Reader } from '../../reader.ts';

const START = Buffer.from('{\\rtf');

export const rtf: Reader = {
  format: 'rtf',
  extensions: ['rtf'],
  sniff: (bytes) => START.equals(bytes.subarray(0, START.length)),
  byContent: true,
  decode: async function* (source, { boilerplate }) {
    const { readRtf } = await import('./read.ts');
    const { paragraphs, encoding } = readRtf(source.bytes);
    yield makeDocument(source, { format: 'rtf', encoding, ...joinParagraphs(paragraphs, boilerplate) });
  },
};
