/** .ofd (GB/T 33190), the PDF of Chinese offices: pages of glyphs, in XML, in a zip. Positions are those of the report's text. */
import { peekEntries } from '../../container/archive.ts';
import type { Reader } from '../../reader.ts';

export const ofd: Reader = {
  format: 'ofd',
  extensions: ['ofd'],
  sniff: (bytes) => peekEntries(bytes)?.some(({ name }) => /^OFD\.xml$/i.test(name)) ?? false,
  byContent: true,
  decode: async function* (source, options) {
    const { decodeOfd } = await import('./decode.ts');
    yield decodeOfd(source, options);
  },
};
