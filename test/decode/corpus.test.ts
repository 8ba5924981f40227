/** Reports as people have them. They lie beside the checkout on some machines, and are skipped on the others. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../src/engine/engine.ts';
import type { Document } from '../../src/model/document.ts';
import { extractDocument } from '../../src/pipeline/stages.ts';
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

  test('title, year and region of every report, as extract gives them', async () => {
    const { engine } = await loadEngine();
    const facts: Record<string, unknown> = {};
    for (const path of FOLDERS.flatMap(corpusFiles)) {
      for (const document of await documentsOf(path)) {
        const { name, title, year, region, date } = extractDocument(document, engine).report;
        facts[name] = [title, year, region, date];
      }
    }
    // 中华人民共和国 stands in titles of Wikisource alone; a report of the State Council does not name its country otherwise.
    const stated = (year: number, date: string | null = null) => [
      `${year}年中华人民共和国国务院政府工作报告`,
      year - 1,
      '中华人民共和国',
      date,
    ];
    expect(facts).toEqual({
      '2025年安徽省政府工作报告.docx': ['2025年安徽省政府工作报告', 2024, '安徽省', '2025-01-20'],
      '2025年广东省政府工作报告.docx': ['2025年广东省政府工作报告', 2024, '广东省', '2025-01-15'],
      '2025年浙江省政府工作报告.docx': ['2025年浙江省政府工作报告', 2024, '浙江省', '2025-01-14'],
      '2025年湖北省政府工作报告.docx': ['2025年湖北省政府工作报告', 2024, '湖北省', '2025-01-16'],
      '1978.txt': ['1978年国务院政府工作报告', 1977, null, '1978-02-26'],
      '1999.txt': ['1999年国务院政府工作报告', 1998, null, '1999-03-05'],
      '2008.txt': ['2008年国务院政府工作报告', 2007, null, '2008-03-05'],
      '2018.txt': ['政府工作报告', 2017, null, '2018-03-05'],
      '2026_安徽省_政府工作报告.csv#1': ['2026年安徽省政府工作报告', 2025, '安徽省', '2026-02-11'],
      '2026_广东省_政府工作报告.csv#1': ['2026年广东省政府工作报告', 2025, '广东省', '2026-01-31'],
      '2026_浙江省_政府工作报告.csv#1': ['2026年浙江省政府工作报告', 2025, '浙江省', '2026-01-22'],
      '2026_湖北省_政府工作报告.csv#1': ['2026年湖北省政府工作报告', 2025, '湖北省', '2026-02-05'],
      'state-council.jsonl#1': stated(2024, '2024-03-05'),
      'state-council.jsonl#2': stated(2019),
      'state-council.jsonl#3': stated(2008),
      'state-council.jsonl#4': stated(1999),
    });
  });

  test.skipIf(!hasProgram(PANDOC)).each(corpusFiles('docx'))('%s is what pandoc reads', async (path) => {
    const { text } = await decodeOne('a.docx', new Uint8Array(readFileSync(path)));
    const theirs = execFileSync(PANDOC, ['-t', 'plain', '--wrap=none', path], { encoding: 'utf8' });
    expect(withoutBlanks(text)).toBe(withoutBlanks(theirs));
  });
});
