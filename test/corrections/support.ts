/** A report with findings of every sort, and files of corrections of it. */
import { createHash } from 'node:crypto';
import type { Corrections, Mark } from '../../src/corrections/schema.ts';

export const TEXT = [
  '青禾区2023年改革工作总结',
  '一、深化科技创新',
  '全区新建养老驿站12家，科技型企业达到63家，增长5.4%。**区新增就业3.5万人，处理投诉*件。',
  '二、推进乡村振兴',
  '计划建成高标准农田1.2万亩，另有百余户搬入新居。',
  '',
].join('\n\n');

export const sha256 = (words: string): string => createHash('sha256').update(words).digest('hex');

/** Where words first stand. */
export function at(text: string, words: string): { span: { start: number; end: number }; text: string } {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`${words} does not stand there`);
  return { span: { start, end: start + words.length }, text: words };
}

export const indicator = (words: string, text = TEXT) => ({ type: 'indicator' as const, ...at(text, words) });

export const placeholder = (words: string, text = TEXT) => ({ type: 'placeholder' as const, ...at(text, words) });

/** A file of corrections of a text in a file of the same bytes. */
export const correctionsOf = (
  text: string,
  marks: readonly Mark[],
  facts: Partial<Corrections> & { path?: string } = {},
): Corrections => {
  const { path = 'report.txt', ...rest } = facts;
  return {
    version: 1,
    report: { path, fileSha256: sha256(text), textSha256: sha256(text), chars: text.length },
    by: '甲',
    at: '2026-11-27T06:00:00+08:00',
    ...rest,
    marks: [...marks],
  };
};
