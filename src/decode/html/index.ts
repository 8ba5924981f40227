/** .html: pages as browsers and sites save them. The parser takes a fifth of a second to load, and is loaded for a page alone. */
import type { Reader } from '../reader.ts';

export const html: Reader = {
  format: 'html',
  extensions: ['html', 'htm', 'xhtml', 'shtml'],
  sniff: (bytes) => PAGE_START.test(Buffer.from(bytes.subarray(0, 2000)).toString('latin1')),
  decode: async function* (source, options) {
    const { decodeHtml } = await import('./decode.ts');
    yield decodeHtml(source, options);
  },
};

const PAGE_START =
  /^(?:ï»¿)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i;
