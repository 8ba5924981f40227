import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBytes, encodingName } from '../../src/decode/text/charset.ts';
import { encoder, utf8, utf16 } from './support.ts';

const gbk = encoder('gb18030');
const big5 = encoder('big5');

const SIMPLIFIED =
  '云岭区今年完成改革任务32项，新建学校5所，群众办事更加方便。\n下一步，我们将继续推动产业发展，努力为企业做好服务。';
const TRADITIONAL =
  '本區今年完成改革任務32項，新建學校5所，民眾辦事更加方便。\n下一步，我們將繼續推動產業發展，努力為企業做好服務。';

const bytes = (...parts: (Uint8Array | number[])[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

describe('decodeBytes', () => {
  test.each([
    ['nothing', utf8(''), 'utf-8', ''],
    ['ASCII', utf8('GDP +5%\n'), 'utf-8', 'GDP +5%\n'],
    ['UTF-8', utf8(SIMPLIFIED), 'utf-8', SIMPLIFIED],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], utf8(SIMPLIFIED)), 'utf-8', SIMPLIFIED],
    ['UTF-8 of another script', utf8('Ökologie für Städte: 5 m²'), 'utf-8', 'Ökologie für Städte: 5 m²'],
    ['GBK', gbk(SIMPLIFIED), 'gb18030', SIMPLIFIED],
    ['GB18030 with a mark', bytes([0x84, 0x31, 0x95, 0x33], gbk(SIMPLIFIED)), 'gb18030', SIMPLIFIED],
    ['Big5', big5(TRADITIONAL), 'big5', TRADITIONAL],
    ['UTF-16LE with a mark', bytes([0xff, 0xfe], utf16(SIMPLIFIED, 'le')), 'utf-16le', SIMPLIFIED],
    ['UTF-16BE with a mark', bytes([0xfe, 0xff], utf16(SIMPLIFIED, 'be')), 'utf-16be', SIMPLIFIED],
    ['UTF-16LE without', utf16(SIMPLIFIED, 'le'), 'utf-16le', SIMPLIFIED],
    ['UTF-16BE without', utf16(SIMPLIFIED, 'be'), 'utf-16be', SIMPLIFIED],
    ['UTF-16 of ASCII alone', utf16('name,value\r\nGDP,5\r\n', 'le'), 'utf-16le', 'name,value\r\nGDP,5\r\n'],
    [
      'UTF-16 without a NUL',
      utf16('全区完成改革任务，新建学校，群众办事更加方便。', 'be'),
      'utf-16be',
      '全区完成改革任务，新建学校，群众办事更加方便。',
    ],
    ['a stray NUL', utf8(`${SIMPLIFIED}\0${SIMPLIFIED}`), 'utf-8', `${SIMPLIFIED}\0${SIMPLIFIED}`],
  ])('%s', (_, input, encoding, text) => {
    const decoded = decodeBytes(input);
    expect(decoded).toMatchObject({ encoding, text });
    expect(decoded.confidence).toBeGreaterThan(0.5);
    expect(decoded.diagnostics).toEqual([]);
  });

  test('an encoding given by the user settles the matter', () => {
    expect(decodeBytes(gbk('联通'), { encoding: 'GB2312' })).toMatchObject({
      text: '联通',
      encoding: 'gb18030',
      confidence: 1,
    });
    expect(decodeBytes(utf8('区'), { encoding: 'latin1' })).toMatchObject({ encoding: 'windows-1252' });
  });

  test('a declaration is believed where it holds, and not where the bytes say otherwise', () => {
    expect(decodeBytes(gbk('镕'), { declared: 'gb2312' })).toMatchObject({ text: '镕', encoding: 'gb18030' });
    expect(decodeBytes(utf8(SIMPLIFIED), { declared: 'gb2312' })).toMatchObject({
      text: SIMPLIFIED,
      encoding: 'utf-8',
    });
    expect(decodeBytes(gbk(SIMPLIFIED), { declared: 'utf-8' })).toMatchObject({
      text: SIMPLIFIED,
      encoding: 'gb18030',
    });
    expect(decodeBytes(gbk(SIMPLIFIED), { declared: 'utf-16le' })).toMatchObject({ encoding: 'gb18030' });
    expect(decodeBytes(gbk(SIMPLIFIED), { declared: 'no-such-thing' })).toMatchObject({ encoding: 'gb18030' });
  });

  test('a guess from a handful of rare characters is doubtful', () => {
    const { encoding, confidence, diagnostics } = decodeBytes(gbk('鼙鼓'));
    expect(confidence).toBeLessThan(0.5);
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'UNCERTAIN_ENCODING', facts: { encoding } }]);
  });

  test.each([
    ['cut off in UTF-8', utf8(SIMPLIFIED).slice(0, -1), 'utf-8'],
    ['cut off in GBK', gbk(SIMPLIFIED).slice(0, -1), 'gb18030'],
    ['with a broken byte in UTF-8', bytes(utf8(SIMPLIFIED), [0xe4], utf8(SIMPLIFIED)), 'utf-8'],
  ])('a text %s is still read', (_, input, encoding) => {
    const decoded = decodeBytes(input);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text.match(/\ufffd/g)).toHaveLength(1);
    expect(decoded.text).toContain('改革任务32项');
  });

  const noise = (length: number): Uint8Array =>
    Uint8Array.from({ length }, (_, i) => (i * i * 7919 + i * 104729) % 251);

  test.each([
    ['PDF', utf8('%PDF-1.7\n'), 'BINARY_FILE', 'pdf'],
    ['zip', bytes(utf8('PK'), [3, 4, 20, 0]), 'BINARY_FILE', 'zip'],
    ['OLE', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0], 'BINARY_FILE', 'ole'],
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 13, 10], 'BINARY_FILE', 'png'],
    ['noise', noise(5000), 'BINARY_FILE', 'unknown'],
    ['zeros', new Uint8Array(100), 'BINARY_FILE', 'unknown'],
  ])('%s is binary', (_, input, code, kind) => {
    expect(() => decodeBytes(Uint8Array.from(input))).toThrow(expect.objectContaining({ code, facts: { kind } }));
  });

  test.each([
    ['no encoding', Uint8Array.from({ length: 400 }, (_, i) => [0x41, 0xff, 0x20, 0xc0, 0x80][i % 5]!)],
    ['Latin-1', Buffer.from('é à ü ö ß ñ ç, '.repeat(20), 'latin1')],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x3a, 0x53, 0, 0)],
  ])('bytes valid in %s', (_, input) => {
    expect(() => decodeBytes(input)).toThrow(expect.objectContaining({ code: 'UNDECODABLE' }));
  });

  test('an unknown encoding is a usage error', () => {
    expect(() => decodeBytes(utf8('区'), { encoding: 'klingon' })).toThrow(expect.objectContaining({ code: 'USAGE' }));
    expect([encodingName('GBK'), encodingName('UTF8'), encodingName('klingon')]).toEqual(['gb18030', 'utf-8', null]);
  });

  const words = (alphabet: string) =>
    fc.array(fc.constantFrom(...alphabet), { minLength: 24, maxLength: 200 }).map((chars) => chars.join(''));
  const both =
    '，。、；：（）0123456789%\n 的一是不了人在有中上大地和年得他就可也作方成之部主工本同心日前月公高世市立先力全山三文正里西北九五二第四平水六七八百土口王民加';
  const simplified = words(`${both}国会来说时们为个这发经开过学对动进现业长产`);
  const traditional = words(`${both}國會來說時們為個這發經開過學對動進現業長產`);

  test.each<[string, fc.Arbitrary<string>, (text: string) => Uint8Array]>([
    ['utf-8', fc.string({ unit: 'binary' }).filter((text) => !/\p{Cc}|^\ufeff/u.test(text)), utf8],
    ['gb18030', simplified, gbk],
    ['big5', traditional, big5],
    ['utf-16le', simplified, (text) => utf16(text, 'le')],
    ['utf-16be', simplified, (text) => utf16(text, 'be')],
  ])('round trip through %s', (encoding, texts, encode) => {
    fc.assert(
      fc.property(texts, (text) => {
        const decoded = decodeBytes(encode(text));
        expect(decoded.text).toBe(text);
        if (!/^\p{ASCII}*$/u.test(text)) expect(decoded.encoding).toBe(encoding);
      }),
      { numRuns: 300 },
    );
  });
});
