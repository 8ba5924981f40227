import { describe, expect, test } from 'vitest';
import { decodeAll, decodeOne, encoder, utf8 } from './support.ts';

const gbk = encoder('gb18030');
const PAGE = (charset: string): string =>
  `<html><head><meta charset="${charset}"><title>改革综述</title></head>\r\n<body><p>改革任务12项，完成5项。</p></body></html>`;
const quoted = (bytes: Uint8Array): string =>
  [...bytes]
    .map(
      (byte, i) =>
        `${byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte)}${i % 60 === 59 ? '=\r\n' : ''}`,
    )
    .join('');

const mail = (type: string, encoding: string, body: string): Uint8Array =>
  Buffer.from(
    `From: <saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x"\r\n\r\n----x\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: http://x/\r\n\r\n${body}\r\n----x\r\nContent-Type: text/html\r\n\r\n<html><body>广告</body></html>\r\n----x--\r\n`,
    'latin1',
  );

describe('.mht', () => {
  test.each([
    ['quoted UTF-8', mail('text/html; charset="utf-8"', 'quoted-printable', quoted(utf8(PAGE('utf-8')))), 'utf-8'],
    [
      'base64 GBK',
      mail(
        'text/html; charset=gb2312',
        'base64',
        Buffer.from(gbk(PAGE('gb2312')))
          .toString('base64')
          .replace(/.{76}/g, '$&\r\n'),
      ),
      'gb18030',
    ],
    ['bytes as they are', mail('text/html', '8bit', Buffer.from(gbk(PAGE('gb2312'))).toString('latin1')), 'gb18030'],
  ])('%s', async (_, bytes, encoding) => {
    for (const name of ['a.mht', 'a.html', 'a.doc']) {
      expect(await decodeOne(name, bytes)).toMatchObject({
        format: 'mht',
        encoding,
        text: '改革任务12项，完成5项。',
        metadata: { title: '改革综述' },
      });
    }
  });

  test('without a page', async () => {
    expect(await decodeAll('a.mht', mail('image/png', 'base64', 'AAAA').subarray(0, 230))).toMatchObject([
      { error: { code: 'DAMAGED' } },
    ]);
  });

  test('a text that begins like a mail is a text', async () => {
    expect(await decodeOne('a.txt', 'Content-Type: 改革\n\n甲')).toMatchObject({ format: 'txt' });
  });
});
