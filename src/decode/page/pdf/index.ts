/** .pdf with a text layer. Positions are those of the report's text. */
import type { Reader } from '../../reader.ts';

/** Some programs write a few bytes before the file begins. */
const LONGEST_LEAD = 1024;

export const pdf: Reader = {
  format: 'pdf',
  extensions: ['pdf'],
  sniff: (bytes) => startOf(bytes) >= 0,
  byContent: true,
  decode: async function* (source, options) {
    const { decodePdf } = await import('./decode.ts');
    yield await decodePdf(source, options);
  },
};

/** A text that speaks of %PDF- begins with its words; what begins with something else than text may lead up to a PDF. */
function startOf(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.subarray(0, LONGEST_LEAD)).toString('latin1');
  return /^[\s\0\xef\xbb\xbf]*$/.test(head.slice(0, Math.max(0, head.indexOf('%PDF-')))) ? head.indexOf('%PDF-') : -1;
}
