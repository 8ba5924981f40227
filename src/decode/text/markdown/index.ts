import type { Reader } from '../../reader.ts';

export const markdown: Reader = {
  format: 'md',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  decode: async function* (source, options) {
    const { decodeMarkdown } = await import('./decode.ts');
    yield decodeMarkdown(source, options);
  },
};
