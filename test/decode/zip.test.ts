import { describe, expect, test } from 'vitest';
import { oleOf, unicodeField, type ZipMember, zipOf } from './archives.ts';
import { docxOf, p } from './office.ts';
import { decodeAll, encoder, utf8 } from './support.ts';

const gbk = encoder('gb18030');
const LONG = '全区完成改革任务12项，新建学校5所，群众办事更加方便。';

const brief = async (bytes: Uint8Array, name = 'a.zip', options = {}): Promise<string[]> =>
  (await decodeAll(name, bytes, options)).map((each) =>
    'error' in each
      ? `${each.path} ${each.error.code}${each.passedOver ? ' passed over' : ''}`
      : `${each.path} ${each.format} ${each.text}`,
  );

describe('members', () => {
  test('of every kind, in the order of the archive', async () => {
    const bytes = zipOf({
      '报告/': '',
      '报告/一.docx': docxOf(p('甲')),
      '报告/二.txt': gbk('乙，改革。'),
      '表.csv': `正文\n${LONG}\n${LONG}\n`,
      '图.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
      '__MACOSX/报告/._一.docx': 'x',
      '~$一.docx': 'x',
      '.hidden.txt': 'x',
    });
    expect(await brief(bytes)).toEqual([
      'in/a.zip#报告/一.docx docx 甲',
      'in/a.zip#报告/二.txt txt 乙，改革。',
      `in/a.zip#表.csv#1 csv ${LONG}`,
      `in/a.zip#表.csv#2 csv ${LONG}`,
      'in/a.zip#图.png FORMAT_UNREAD passed over',
    ]);
  });

  test.each<[string, ZipMember]>([
    ['GBK', { name: gbk('改革报告.txt'), data: '甲' }],
    ['UTF-8 that does not say so', { name: '改革报告.txt', data: '甲' }],
    ['UTF-8 that says so', { name: '改革报告.txt', data: '甲', flags: 0x800 }],
    ['stored', { name: '改革报告.txt', data: '甲', method: 0 }],
    ['UTF-8 beside another', { name: 'x.txt', data: '甲', extra: unicodeField(utf8('x.txt'), '改革报告.txt') }],
    ['another since', { name: '改革报告.txt', data: '甲', extra: unicodeField(utf8('x.txt'), 'x.txt') }],
  ])('names in %s', async (_, member) => {
    expect(await brief(zipOf([member]))).toEqual(['in/a.zip#改革报告.txt txt 甲']);
  });

  test('whose sizes and places are written wide', async () => {
    const members = ['甲', '乙'].map((data) => ({ name: `${data}.txt`, data, wide: true }));
    expect(await brief(zipOf(members))).toEqual(['in/a.zip#甲.txt txt 甲', 'in/a.zip#乙.txt txt 乙']);
  });

  test('with a program before, and a comment after', async () => {
    const zip = zipOf({ 'a.txt': '甲' });
    const commented = Buffer.concat([zip, utf8('注')]);
    commented.writeUInt16LE(3, zip.length - 2);
    expect(await brief(new Uint8Array(commented))).toEqual(['in/a.zip#a.txt txt 甲']);
  });
});

describe('hostile archives', () => {
  const one = (member: Partial<ZipMember>): Uint8Array =>
    zipOf([
      { name: 'a.txt', data: '甲', ...member },
      { name: 'b.txt', data: '乙' },
    ]);

  test.each<[string, Uint8Array, string[]]>([
    [
      'names that lead out',
      zipOf({ '../a.txt': '甲', '/b.txt': '乙', 'C:\\c.txt': '丙', 'x/..\\..\\d.txt': '丁', 'e..f.txt': '戊' }),
      [
        'in/a.zip#../a.txt UNSAFE_NAME',
        'in/a.zip#/b.txt UNSAFE_NAME',
        'in/a.zip#C:/c.txt UNSAFE_NAME',
        'in/a.zip#x/../../d.txt UNSAFE_NAME',
        'in/a.zip#e..f.txt txt 戊',
      ],
    ],
    [
      'an archive in an archive',
      zipOf({ 'in.zip': zipOf({ 'a.txt': '甲' }), 'b.txt': '乙' }),
      ['in/a.zip#in.zip NESTED_ARCHIVE', 'in/a.zip#b.txt txt 乙'],
    ],
    ['a password on one', one({ flags: 1 }), ['in/a.zip#a.txt ENCRYPTED', 'in/a.zip#b.txt txt 乙']],
    ['a password on all', zipOf([{ name: 'a.txt', data: '甲', flags: 1 }]), ['in/a.zip ENCRYPTED']],
    ['a wrong checksum', one({ crc: 1 }), ['in/a.zip#a.txt DAMAGED', 'in/a.zip#b.txt txt 乙']],
    ['an unknown method', one({ method: 14 }), ['in/a.zip#a.txt DAMAGED', 'in/a.zip#b.txt txt 乙']],
    ['cut off', zipOf({ 'a.txt': LONG.repeat(50) }).subarray(0, 80), ['in/a.zip DAMAGED']],
    ['nothing to read', zipOf({ 'a.png': 'x' }), ['in/a.zip#a.png FORMAT_UNREAD passed over', 'in/a.zip NO_INPUT']],
    ['empty', zipOf({}), ['in/a.zip NO_INPUT']],
    ['a presentation', zipOf({ 'ppt/presentation.xml': '<x/>' }), ['in/a.zip FORMAT_UNREAD']],
    [
      'an OpenDocument',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      ['in/a.zip FORMAT_UNREAD'],
    ],
  ])('%s', async (_, bytes, results) => {
    expect(await brief(bytes)).toEqual(results);
  });

  test('a bomb is refused, and the rest is done', async () => {
    const bomb = zipOf([
      { name: 'bomb.txt', data: new Uint8Array(200 * 1024 * 1024) },
      { name: 'b.txt', data: '乙' },
    ]);
    expect(bomb.length).toBeLessThan(300_000);
    expect(await brief(bomb)).toEqual(['in/a.zip#bomb.txt ARCHIVE_TOO_LARGE', 'in/a.zip#b.txt txt 乙']);
  });

  test('members are held to the size limit of files', async () => {
    const bytes = zipOf({ 'a.txt': '甲'.repeat(1000), 'b.txt': '乙' });
    expect(await brief(bytes, 'a.zip', { maxFileSize: 1000 })).toEqual([
      'in/a.zip#a.txt ARCHIVE_TOO_LARGE',
      'in/a.zip#b.txt txt 乙',
    ]);
  });
});

describe('content before name', () => {
  const PAGE = '<html><body><p>改革，有力。</p></body></html>';
  test.each([
    ['a page', 'a.docx', utf8(PAGE), 'html'],
    ['RTF', 'a.doc', utf8('{\\rtf1 A}'), 'rtf'],
    ['a zip', 'a.doc', docxOf(p('甲')), 'docx'],
    ['text', 'a.docx', utf8('改革'), 'txt'],
    ['text', 'a.pdf', gbk('改革，有力。全区完成改革任务'), 'txt'],
    ['a .docx', 'a.txt', docxOf(p('甲')), 'docx'],
  ])('%s called %s', async (_, name, bytes, format) => {
    expect(await decodeAll(name, bytes)).toMatchObject([{ format }]);
  });

  test.each([
    ['a workbook', 'a.doc', oleOf(['Workbook']), 'FORMAT_UNREAD', 'xls'],
    ['a presentation', 'a.doc', oleOf(['PowerPoint Document']), 'FORMAT_UNREAD', 'ppt'],
    ['another compound file', 'a.doc', oleOf(['Something']), 'FORMAT_UNREAD', 'ole'],
    ['a .docx with a password', 'a.docx', oleOf(['EncryptedPackage', 'EncryptionInfo']), 'ENCRYPTED', 'office'],
    [
      'a .doc with a password',
      'a.doc',
      oleOf(['WordDocument'], Uint8Array.of(0xec, 0xa5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0)),
      'ENCRYPTED',
      'doc',
    ],
    ['a compound file cut off', 'a.doc', oleOf(['WordDocument']).subarray(0, 600), 'DAMAGED', 'ole'],
    ['a .doc without a text', 'a.doc', oleOf(['WordDocument'], Uint8Array.of(0xec, 0xa5, 0xc1, 0)), 'DAMAGED', 'doc'],
    [
      'Word XML',
      'a.doc',
      utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x"><w:t>甲</w:t>'),
      'FORMAT_UNREAD',
      'word-xml',
    ],
    ['RAR', 'a.zip', utf8('Rar!\x1a\x07'), 'BINARY_FILE', 'rar'],
  ])('%s called %s is refused', async (_, name, bytes, code, kind) => {
    expect(await decodeAll(name, bytes)).toMatchObject([{ path: `in/${name}`, error: { code, facts: { kind } } }]);
  });
});
