import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { zipOf } from './archives.ts';
import { xlsxOf } from './office.ts';
import { decodeAll, encoder, outline, utf8, utf16 } from './support.ts';

const gbk = encoder('gb18030');
const LONG = '全区完成改革任务12项，新建学校5所，群众办事更加方便，企业服务更加贴心。';
const REPORT = LONG.repeat(8);

const brief = (results: Awaited<ReturnType<typeof decodeAll>>): unknown[] =>
  results.map((each) =>
    'error' in each ? [each.path, each.error.code, each.passedOver ?? false] : [each.path, each.text, each.metadata],
  );

describe('.csv', () => {
  test('one report a row, the other columns its metadata', async () => {
    const csv =
      'province,year,title,source_url,publish_date,full_text\r\n' +
      `安徽省,2026,改革综述,https://x.example/,2026-02-11,"${LONG}\n""第二段"""\r\n` +
      '\r\n' +
      `浙江省,2025,工作报告,,2025/1/22,${LONG}\r\n` +
      '湖北省,2025,空,,,\r\n';
    const results = await decodeAll('a.csv', utf8(csv));
    expect(brief(results)).toEqual([
      ['in/a.csv#1', `${LONG}\n"第二段"`, { title: '改革综述', date: '2026-02-11', year: 2026, region: '安徽省' }],
      ['in/a.csv#2', LONG, { title: '工作报告', date: '2025-01-22', year: 2025, region: '浙江省' }],
    ]);
    const [first, second] = results as Document[];
    expect(first).toMatchObject({
      name: 'a.csv#1',
      format: 'csv',
      encoding: 'utf-8',
      diagnostics: [{ severity: 'info', code: 'TEXT_COLUMN_GUESSED', facts: { column: 'full_text' } }],
    });
    expect(second!.diagnostics).toEqual([]);
    expect(first!.sha256).not.toBe(second!.sha256);
  });

  const table = `序号\t地市\t区县\t报告\n1\t合肥市\t庐阳区\t${REPORT}\n`;
  test.each([
    ['GBK', gbk(table), 'gb18030'],
    ['Excel’s Unicode text', Uint8Array.from([0xff, 0xfe, ...utf16(table, 'le')]), 'utf-16le'],
    ['semicolons', utf8(table.replaceAll('\t', ';')), 'utf-8'],
  ])('%s, with a column that no rule names', async (_, bytes, encoding) => {
    expect(await decodeAll('a.tsv', bytes)).toMatchObject([
      { path: 'in/a.tsv#1', format: 'tsv', encoding, text: REPORT, metadata: { region: '合肥市庐阳区' } },
    ]);
  });

  test('boilerplate of a page in the cell is marked', async () => {
    const [document] = await decodeAll('a.csv', utf8(`text\n"下载\n打印\n【字号：\n加大\n】\n<p>${LONG}</p>"\n`));
    expect(outline(document as Document)).toEqual([
      'boilerplate:下载',
      'boilerplate:打印',
      'boilerplate:【字号：',
      'boilerplate:加大',
      'boilerplate:】',
      LONG,
    ]);
  });

  test('a column that the user names, or numbers', async () => {
    const csv = utf8(`甲,乙\n短,${LONG}\n`);
    expect(brief(await decodeAll('a.csv', csv, { textColumn: '甲' }))).toEqual([['in/a.csv#1', '短', {}]]);
    expect(brief(await decodeAll('a.csv', csv, { textColumn: '2' }))).toEqual([['in/a.csv#1', LONG, {}]]);
    expect(brief(await decodeAll('a.csv', csv, { textColumn: '丙' }))).toEqual([['in/a.csv', 'NO_TEXT_COLUMN', false]]);
  });

  test('without a header', async () => {
    expect(brief(await decodeAll('a.csv', utf8(`1,${REPORT}\n2,${REPORT}\n`)))).toEqual([
      ['in/a.csv#1', REPORT, {}],
      ['in/a.csv#2', REPORT, {}],
    ]);
  });

  test.each([
    ['numbers', '地区,数值\n安徽省,5\n'],
    ['short texts', '编号,备注\n1,正常\n2,全区完成改革任务12项\n'],
    ['a header alone', 'title,text\n'],
    ['nothing', ''],
  ])('%s: passed over with a note', async (_, csv) => {
    expect(brief(await decodeAll('a.csv', utf8(csv)))).toEqual([['in/a.csv', 'NO_TEXT_COLUMN', true]]);
  });

  test('a quotation mark that is never closed: what comes before is done', async () => {
    const rows = `text,id\n${`${LONG},1\n`.repeat(60)}"${LONG}`;
    const results = brief(await decodeAll('a.csv', utf8(rows)));
    expect(results).toHaveLength(61);
    expect(results.at(-1)).toEqual(['in/a.csv', 'DAMAGED', false]);
  });

  test('many rows, one at a time', async () => {
    const results = await decodeAll('a.csv', utf8(`id,text\n${`1,${LONG}\n`.repeat(20_000)}`));
    expect(results).toHaveLength(20_000);
    expect(results.at(-1)).toMatchObject({ path: 'in/a.csv#20000' });
  });
});

describe('.xlsx', () => {
  test('sheets, dates, cells that are not there', async () => {
    const bytes = xlsxOf({
      报告: [
        ['地区', '', '日期', '年度', '正文'],
        ['安徽省', '', { date: 46064 }, 2026, LONG],
        ['', '', '', '', ''],
        ['浙江省', 'x', '', '2025年', `${LONG}_x000D_\n乙`],
      ],
      说明: [['甲'], ['乙']],
    });
    expect(brief(await decodeAll('a.xls', bytes))).toEqual([
      ['in/a.xls#报告#1', LONG, { date: '2026-02-11', year: 2026, region: '安徽省' }],
      ['in/a.xls#报告#2', `${LONG}\n乙`, { year: 2025, region: '浙江省' }],
    ]);
  });

  test('one sheet goes without its name; a full cell is told', async () => {
    const full = '改'.repeat(32_767);
    expect(await decodeAll('a.xlsx', xlsxOf({ S: [['正文'], [full]] }))).toMatchObject([
      { path: 'in/a.xlsx#1', diagnostics: [{ code: 'TEXT_COLUMN_GUESSED' }, { code: 'CELL_FULL' }] },
    ]);
  });

  test('without texts: passed over', async () => {
    expect(
      brief(
        await decodeAll(
          'a.xlsx',
          xlsxOf({
            S: [
              ['甲', '乙'],
              [1, 2],
            ],
          }),
        ),
      ),
    ).toEqual([['in/a.xlsx', 'NO_TEXT_COLUMN', true]]);
  });

  test('a cell at the end of the world takes no room', async () => {
    const X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const sheet = `<worksheet ${X}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>正文</t></is></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>${LONG}</t></is></c></row></sheetData></worksheet>`;
    const bytes = zipOf({
      'xl/workbook.xml': `<workbook ${X} xmlns:r="urn:r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="/xl/s.xml"/></Relationships>',
      'xl/s.xml': sheet,
    });
    expect(brief(await decodeAll('a.xlsx', bytes, { textColumn: '16384' }))).toEqual([
      ['in/a.xlsx', 'NO_TEXT_COLUMN', false],
    ]);
  });
});

describe('.json and .jsonl', () => {
  const record = { title: '改革综述', year: 2024, region: '云岭区', content: LONG };
  const facts = { title: '改革综述', year: 2024, region: '云岭区' };

  test.each([
    ['an array', [record], 'in/a.json#1'],
    ['records in an object', { count: 1, reports: [record] }, 'in/a.json#1'],
    ['records deeper', { data: { list: [record] } }, 'in/a.json#1'],
    ['one record', record, 'in/a.json#1'],
  ])('%s', async (_, value, path) => {
    expect(brief(await decodeAll('a.json', utf8(JSON.stringify(value, null, 2))))).toEqual([[path, LONG, facts]]);
  });

  test('one record to a line, by the number of the line; faulty lines alone fail', async () => {
    const lines = `\ufeff${JSON.stringify(record)}\r\n\r\n{"content":\r\n${JSON.stringify({ ...record, content: `${LONG}乙` })}\r\n`;
    expect(brief(await decodeAll('a.jsonl', utf8(lines)))).toEqual([
      ['in/a.jsonl#1', LONG, facts],
      ['in/a.jsonl#3', 'DAMAGED', false],
      ['in/a.jsonl#4', `${LONG}乙`, facts],
    ]);
    expect(await decodeAll('a.json', utf8(lines))).toHaveLength(3);
    expect(await decodeAll('a.jsonl', utf8(JSON.stringify(record)))).toMatchObject([{ text: LONG }]);
  });

  test('texts themselves, texts of paragraphs, fields within fields', async () => {
    expect(brief(await decodeAll('a.json', utf8(JSON.stringify([LONG, LONG]))))).toEqual([
      ['in/a.json#1', LONG, {}],
      ['in/a.json#2', LONG, {}],
    ]);
    const nested = { meta: { title: '改革综述' }, doc: { text: [LONG, '乙'] } };
    expect(brief(await decodeAll('a.json', utf8(JSON.stringify([nested])), { textField: 'doc.text' }))).toEqual([
      ['in/a.json#1', `${LONG}\n乙`, { title: '改革综述' }],
    ]);
  });

  test('without texts: passed over; not JSON: a failure', async () => {
    const settings = '{"name":"gaige","version":"1","files":["bin","dist"]}';
    expect(brief(await decodeAll('a.json', utf8(settings)))).toEqual([['in/a.json', 'NO_TEXT_COLUMN', true]]);
    expect(brief(await decodeAll('a.json', utf8('[1, 2')))).toEqual([['in/a.json', 'DAMAGED', false]]);
    expect(brief(await decodeAll('a.json', utf8('['.repeat(300_000))))).toEqual([['in/a.json', 'DAMAGED', false]]);
  });
});
