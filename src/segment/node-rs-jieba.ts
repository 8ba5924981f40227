import { readFileSync } from 'node:fs';
import type { Backend } from './backend.ts';
import { dictionaryPaths } from './dictionary.ts';

type NodeRsJieba = { Jieba: { withDict(dictionary: Uint8Array): { cut(text: string, hmm: boolean): string[] } } };

export const nodeRsJieba: Backend = ({ require, directory }) => {
  const { Jieba } = require('@node-rs/jieba') as NodeRsJieba;
  const jieba = Jieba.withDict(readFileSync(dictionaryPaths(directory).words));
  return (han) => jieba.cut(han, false);
};
