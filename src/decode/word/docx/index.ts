/** .docx, .docm, .dotx: what Word and WPS write. Positions are those of the report's text. */
import { peekEntries } from '../../container/archive.ts';
import type { Reader } from '../../reader.ts';

export const docx: Reader = {
  format: 'docx',
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  sniff: (bytes) => peekEntries(bytes)?.some(({ name }) => /^word\/\w+\.xml$/i.test(name)) ?? false,
  byContent: true,
  decode: async function* (source, options) {
    const { decodeDocx } = await import('./decode.ts');
    yield decodeDocx(source, options);
  },
};
