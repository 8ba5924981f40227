/** Documents of Office as one XML file: known from text by their beginning, and refused with a remedy. Their tags would pass for the report's words. */
import { GaigeError } from '../../model/error.ts';
import type { Reader } from '../reader.ts';

const START =
  /^(?:ï»¿)?\s*<\?xml[^>]{0,200}>[\s\S]{0,2000}?<(?:w:wordDocument|pkg:package|office:document|ss:Workbook|Workbook)\b/;

export const wordXml: Reader = {
  format: 'xml',
  extensions: [],
  sniff: (bytes) => START.test(Buffer.from(bytes.subarray(0, 3000)).toString('latin1')),
  decode: () => {
    throw new GaigeError('FORMAT_UNREAD', { kind: 'word-xml', remedy: 'save-as-docx' });
  },
};
