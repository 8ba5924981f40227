import type { Backend } from './backend.ts';

type NodeRsJieba = { Jieba: { withDict(dictionary: Uint8Array): { cut(text: string, hmm: boolean): string[] } } };

/** It loads the whole dictionary in a fifth of the time that nodejieba takes. */
export const nodeRsJieba: Backend = ({ require }, { bytes }) => {
  const { Jieba } = require('@node-rs/jieba') as NodeRsJieba;
  const jieba = Jieba.withDict(bytes());
  return { cut: (han) => jieba.cut(han, false) };
};
