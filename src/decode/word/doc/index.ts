/** .doc and .wps: what Word before 2007 and WPS write. Positions are those of the report's text. */
import type { Reader } from '../../reader.ts';
import { isOle } from './ole.ts';

export const doc: Reader = {
  format: 'doc',
  extensions: ['doc', 'wps', 'dot', 'wpt'],
  sniff: isOle,
  byContent: true,
  decode: async function* (source, options) {
    const { decodeDoc } = await import('./decode.ts');
    yield decodeDoc(source, options);
  },
};
