/** Reports as people have them. They lie beside the checkout on some machines, and are skipped on the others. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { decodeAll, decodeOne } from './support.ts';
import { corpusFiles, hasCorpus, hasProgram, PANDOC, withoutBlanks } from './tools.ts';

const FOLDERS = ['docx', 'gbk', 'csv', 'jsonl'];
const documentsOf = async (path: string): Promise<Document[]> =>
  (await decodeAll(basename(path), new Uint8Array(readFileSync(path)))).map((each) => {
    if ('error' in each) throw each.error;
    return each;
  });

describe.skipIf(!hasCorpus)('the corpus', () => {
  test.each(FOLDERS.flatMap(corpusFiles))('%s is clean', async (path) => {
    const documents = await documentsOf(path);
    expect(documents).toHaveLength(path.endsWith('.jsonl') ? 4 : 1);
    for (const { text, encoding, diagnostics } of documents) {
      expect(text).not.toMatch(/\ufffd|<\/?[a-z][^<>]*>|<!--|&[a-z]+;|<U\+|function\s*\(|[\ue000-\uf8ff]/i);
      expect(text.match(/\p{Script=Han}/gu)!.length).toBeGreaterThan(10_000);
      expect(encoding).toBe(path.includes('/gbk/') ? 'gb18030' : 'utf-8');
      expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    }
  });

  test('facts of tables', async () => {
    const facts = new Map<string, unknown>();
    for (const path of ['csv', 'jsonl'].flatMap(corpusFiles)) {
      for (const { name, metadata } of await documentsOf(path)) facts.set(name, metadata);
    }
    const province = (region: string, date: string) => ({
      title: `2026年${region}政府工作报告`,
      date,
      year: 2026,
      region,
    });
    const state = (year: number) => ({ title: `${year}年中华人民共和国国务院政府工作报告`, year });
    expect(Object.fromEntries(facts)).toEqual({
      '2026_安徽省_政府工作报告.csv#1': province('安徽省', '2026-02-11'),
      '2026_广东省_政府工作报告.csv#1': province('广东省', '2026-01-31'),
      '2026_浙江省_政府工作报告.csv#1': province('浙江省', '2026-01-22'),
      '2026_湖北省_政府工作报告.csv#1': province('湖北省', '2026-02-05'),
      'state-council.jsonl#1': state(2024),
      'state-council.jsonl#2': state(2019),
      'state-council.jsonl#3': state(2008),
      'state-council.jsonl#4': state(1999),
    });
  });

  test.skipIf(!hasProgram(PANDOC)).each(corpusFiles('docx'))('%s is what pandoc reads', async (path) => {
    const { text } = await decodeOne('a.docx', new Uint8Array(readFileSync(path)));
    const theirs = execFileSync(PANDOC, ['-t', 'plain', '--wrap=none', path], { encoding: 'utf8' });
    expect(withoutBlanks(text)).toBe(withoutBlanks(theirs));
  });
});
