import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileOffsetAt } from '../../src/text/positions.ts';
import { decodeAll, decodeOne, encoder, outline, placeOf, utf8 } from './support.ts';

const BODY = `
  <p>　　云岭区把改革摆在突出位置，全年完成改革任务12项，新建学校5所。</p>
  <p>&nbsp;&nbsp;群众办事更加方便，企业服务更加贴心，满意度提高到98%。</p>`;

/** A page as sites make them, around an article. */
const page = (article: string, head = ''): string => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>云岭区全面深化改革综述_云岭新闻网</title>${head}
<script>var n = "完成改革999项，"; if (a < b) document.write("<p>改革888项，</p>");</script><style>p { color: red }</style></head>
<body>
<div class="header"><img alt="标志"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/x">区情</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; 要闻</div>
<div class="wrap">
  <h1>云岭区全面深化改革综述</h1>
  <div class="info"><span>发布时间：2023-02-03 10:20</span> <span>来源：云岭日报</span></div>
  <div class="fontsize">【字体：<a>大</a> <a>中</a> <a>小</a>】</div>
  ${article}
  <div class="share-box">分享到：微信 微博</div>
  <p>上一篇：<a href="/1">另一条消息</a></p>
</div>
<div class="sidebar"><h3>热点新闻</h3><ul><li><a href="/2">某地引进企业77家，投资66亿元</a></li></ul></div>
<form><input value="搜索"><select><option>全站99条</option></select></form>
<footer>主办单位：云岭区人民政府办公室 网站标识码：1234567890</footer>
</body></html>`;

const text = async (html: string): Promise<string> => (await decodeOne('a.html', html)).text;

describe('a news page', () => {
  test('gives title, byline and article', async () => {
    const document = await decodeOne('a.html', page(`<div class="TRS_Editor">${BODY}</div>`));
    expect(outline(document)).toEqual([
      'title1:云岭区全面深化改革综述',
      'boilerplate:发布时间：2023-02-03 10:20 来源：云岭日报',
      '云岭区把改革摆在突出位置，全年完成改革任务12项，新建学校5所。',
      '群众办事更加方便，企业服务更加贴心，满意度提高到98%。',
    ]);
    expect(document).toMatchObject({
      format: 'html',
      encoding: 'utf-8',
      metadata: { title: '云岭区全面深化改革综述' },
      diagnostics: [],
    });
  });

  test.each([
    ['an unknown container', `<div class="x1">${BODY}</div>`],
    ['an article element', `<article>${BODY}</article>`],
    ['no container at all', BODY],
    ['tables for layout', `<table><tr><td><table><tr><td>${BODY}</td></tr></table></td><td></td></tr></table>`],
    ['a container that is called a form or hidden', `<form id="form1"><div style="display: none">${BODY}</div></form>`],
  ])('in %s', async (_, article) => {
    const lines = (await text(page(article))).split('\n');
    expect(lines.filter((line) => line.includes('改革任务12项') || line.includes('满意度提高'))).toHaveLength(2);
    expect(lines.join('')).not.toMatch(/999|888|77家|99条|主办单位|分享|字体|首页|上一篇/);
  });

  test('related links at the end of the article go', async () => {
    const related = '<p><b>相关阅读</b></p><ul><li>某地引进企业77家</li></ul>';
    expect(await text(page(`<div id="zoom">${BODY}${related}</div>`))).not.toMatch(/相关|77家/);
  });

  test('a page of links alone is no loss', async () => {
    expect(await text('<body><a>改革专栏</a> 共12期</body>')).toBe('改革专栏 共12期');
    expect(await text('')).toBe('');
    expect(await text('<frameset></frameset>')).toBe('');
  });
});

describe('blocks', () => {
  const article = async (html: string): Promise<string[]> =>
    outline(await decodeOne('a.html', `<body><p>改革，在路上，不停步。</p>${html}</body>`)).slice(1);

  test.each([
    ['paragraphs and breaks', '<p>甲<br>乙</p>丙<div>丁</div>', ['甲', '乙', '丙', '丁']],
    ['headings', '<h2>一、<span>开局</span></h2><h4>二<br>节</h4>', ['heading2:一、开局', 'heading4:二 节']],
    [
      'bold lines',
      '<p><strong>（一）</strong><b>改革</b></p><p><b>注意</b>安全</p><p><b>全部完成。</b></p>',
      ['heading:（一）改革', '注意安全', '全部完成。'],
    ],
    ['lists', '<ol><li>甲</li><li>乙<ul><li>丙</li></ul></li></ol>', ['甲', '乙', '丙']],
    [
      'data tables',
      '<table><caption>表1</caption><tr><th>指标</th><th>数</th></tr><tr><td><p>学校</p><p>所</p></td><td></td><td>5</td></tr></table>',
      ['表1', '指标\t数', '学校 所\t\t5'],
    ],
    ['white space', '<p> 甲  乙\n  丙 <b> A\nB</b> 　</p>', ['甲 乙丙 A B']],
    ['ideographic blanks within', '<p>　　区长　林某</p>', ['区长　林某']],
    ['preformatted text', '<pre>甲  乙\n丙</pre>', ['甲 乙', '丙']],
    ['inline elements join', '<p>完<span>成</span><a href="x">5</a>项<sup>①</sup></p>', ['完成5项①']],
    ['superscripts', '<p>铺草7m<sup>2</sup>，添椅38<sup>4</sup>把</p>', ['铺草7m²，添椅38把']],
    ['powers of ten', '<p>发电10<sup>6</sup>千瓦时，添椅110<sup>6</sup>把</p>', ['发电10⁶千瓦时，添椅110把']],
    [
      'marks of notes',
      '<p>添椅38把<sup>①</sup>，铺草7亩<sup>[1]</sup>，种树5棵<sup>[12]</sup></p>',
      ['添椅38把①，铺草7亩，种树5棵'],
    ],
    [
      'struck out and hidden words',
      '<p>完成<del>4</del>5项</p><p hidden>甲</p><p style="display:none">乙</p>',
      ['完成5项'],
    ],
    ['controls, radical signs, characters that R could not show', '<p><U+00A0>⺠⽣\0工程<U+00A0></p>', ['民生 工程']],
  ])('%s', async (_, html, lines) => {
    expect(await article(html)).toEqual(lines);
  });
});

describe('head', () => {
  const metadataOf = async (head: string, body = '<p>改革，在路上，不停步。</p>') =>
    (await decodeOne('a.html', `<head>${head}</head><body>${body}</body>`)).metadata;

  test.each([
    ['<title>改革综述_云岭新闻网</title>', { title: '改革综述' }],
    ['<title>改革综述 - 云岭区人民政府门户网站</title>', { title: '改革综述' }],
    ['<title>改革｜“放”出活力 | 要闻频道 | 云岭在线</title>', { title: '改革｜“放”出活力' }],
    ['<title>云岭区人民政府</title>', {}],
    ['<title>区委-区政府改革纪要</title>', { title: '区委-区政府改革纪要' }],
    ['<meta name="ArticleTitle" content="改革综述"><title>别的</title>', { title: '改革综述' }],
    [
      '<meta name="PubDate" content="2023-02-03 10:20"><meta name="ContentSource" content="云岭日报">',
      { date: '2023-02-03', publisher: '云岭日报' },
    ],
    ['<meta property="article:published_time" content="2023-02-30">', {}],
  ])('%s', async (head, metadata) => {
    expect(await metadataOf(head)).toEqual(metadata);
  });

  test('the title shown is the one the head names, and not the name of the site', async () => {
    const body = '<h1>云岭区人民政府门户网站</h1><h2>改革综述</h2><p>改革，在路上，不停步。</p>';
    const document = await decodeOne('a.html', `<title>改革综述_云岭网</title><body>${body}</body>`);
    expect(outline(document).filter((line) => line.startsWith('title'))).toEqual(['title2:改革综述']);
  });
});

describe('encoding and kind', () => {
  const gbk = encoder('gb18030');

  test('declared, wrongly declared, not declared', async () => {
    for (const charset of [
      '<meta charset="gb2312">',
      '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">',
      '',
    ]) {
      const { text: decoded, encoding } = await decodeOne('a.htm', gbk(`<html>${charset}<body>${BODY}</body></html>`));
      expect([encoding, decoded.includes('全年完成改革任务12项')]).toEqual(['gb18030', true]);
    }
  });

  test('a page is a page, whatever its name', async () => {
    for (const start of ['<!DOCTYPE html>', '\n<html lang="zh">', '<?xml version="1.0"?>\n<!-- x --><html>']) {
      expect(await decodeOne('a.txt', `${start}<body><p>甲</p>`)).toMatchObject({ format: 'html', text: '甲' });
    }
    expect(await decodeOne('a.txt', '<p>甲</p>')).toMatchObject({ format: 'txt' });
    expect(await decodeAll('a.html', utf8('GIF89a'))).toMatchObject([{ error: { code: 'BINARY_FILE' } }]);
  });

  test('a page nested without end is refused', async () => {
    expect(await decodeAll('a.html', utf8('<div>'.repeat(200_000)))).toMatchObject([
      { error: { code: 'UNDECODABLE' } },
    ]);
  });
});

describe('places', () => {
  test('are those of the file', async () => {
    const html =
      '\ufeff<body>\r\n<p>改革，有力，有序。</p>\r\n<p>&ldquo;甲&rdquo;&nbsp;&#20057;<b>丙</b>&amp;丁\r\n戊</p></body>';
    const document = await decodeOne('a.html', html);
    expect(document.text).toBe('改革，有力，有序。\n“甲” 乙丙&丁戊');
    expect(['改革', '甲', '乙', '丙', '丁', '戊'].map((char) => placeOf(document, char))).toEqual([
      '2:4',
      '3:11',
      '3:25',
      '3:36',
      '3:46',
      '4:1',
    ]);
  });

  test('every Han character comes from where it stands in the file', async () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</i>',
      '<table>',
      '<tr>',
      '<td>',
      '改革',
      '，完成',
      '5项。',
      '&nbsp;',
      '&#65;',
      '&',
      '<',
      '\r\n',
      ' ',
      '<br>',
      '<h2>',
      '</h2>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const file = pieces.join('');
        const { text: decoded, positions, blocks } = await decodeOne('a.html', file);
        for (let i = 0; i < decoded.length; i++) {
          if (/\p{Script=Han}/u.test(decoded[i]!)) expect(file[fileOffsetAt(positions, i)]).toBe(decoded[i]);
        }
        // An empty cell at the beginning of a row leaves its tab, which is no part of the block.
        const rows = decoded.replace(/^\t+/gm, '');
        expect(blocks.map(({ span }) => decoded.slice(span.start, span.end)).join('\n')).toBe(rows);
      }),
      { numRuns: 300 },
    );
  });
});
