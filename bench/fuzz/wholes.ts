/** A whole file of each format, with all that its reader looks at: what the attack begins from. */
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { zipOf } from '../../test/decode/archives.ts';
import { docxOf, ofdOf, p, xlsxOf } from '../../test/decode/office.ts';
import { pdfOf } from '../../test/decode/pdfs.ts';
import { encoder, utf8, utf16 } from '../../test/decode/support.ts';

const gbk = encoder('gb18030');

export const TEXT =
  '云岭区全面深化改革综述\n一、聚焦产业升级\n全区完成改革任务12项，“放管服”改革提速，**公司落户。\n（一）创新驱动\n新建平台5个，增长5.4%。\n'.repeat(
    4,
  );
export const LINES = TEXT.trim().split('\n');

/** What stands in real reports beside them: dates, money, ranges, tables, notes. */
const REPORT = `关于2023年改革工作的报告
云岭区人民政府办公室　2024年1月8日
一、2023年工作回顾
全年地区生产总值1,203.5亿元，比上年增长6.2%，高于全省0.3个百分点；一般公共预算收入达到三十二亿元，同比下降约2%。
1. 新增就业3.5万人次，城镇调查失业率控制在5%以内，处理投诉*件，**镇、XX村完成改造____户。
| 指标 | 单位 | 2023年 | 增速（%） |
| --- | --- | ---: | ---: |
| 规上工业增加值 | 亿元 | 45.6 | -3.5 |
二、2024年计划
力争到2025年底，建成高标准农田1.2—1.5万亩，第二产业占比提高到40%左右，[待补充]。
`;

export const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
export const LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

const docx = docxOf(
  LINES.map((line) => p(line, LISTED)).join('') +
    `<w:tbl><w:tr><w:tc>${p('指标')}</w:tc><w:tc>${p('5')}</w:tc></w:tr></w:tbl>`,
  { numbering: NUMBERING, styles: '<w:style w:styleId="a"><w:name w:val="heading 1"/></w:style>' },
);

const run = (content: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`;
const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`;
const field = (instruction: string, result: string): string =>
  `${run('<w:fldChar w:fldCharType="begin"/>')}${run(`<w:instrText>${instruction}</w:instrText>`)}${run('<w:fldChar w:fldCharType="separate"/>')}${run(t(result))}${run('<w:fldChar w:fldCharType="end"/>')}`;
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;

/** With all that Word may write in a report. */
const fullDocx = docxOf(
  [
    p('云岭区改革工作总结', '<w:pStyle w:val="Title"/>'),
    `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('一、回顾 1', '<w:pStyle w:val="toc1"/>')}</w:sdtContent></w:sdt>`,
    p('回顾', '<w:pStyle w:val="h1"/><w:outlineLvl w:val="0"/>'),
    p('新建学校5所，增长5.4%。', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>'),
    `<w:p>${run(t('完成'))}<w:ins w:id="1">${run(t('12项'))}</w:ins><w:del w:id="2">${run('<w:delText>11项</w:delText>')}</w:del><w:moveFrom>${run(t('迁'))}</w:moveFrom>${field('PAGE \\* MERGEFORMAT', '3')}</w:p>`,
    `<w:p>${run(t('面积5km'))}${run(t('2'), '<w:vertAlign w:val="superscript"/>')}${run('<w:sym w:font="Wingdings" w:char="F0FC"/><w:tab/><w:ptab w:alignment="left"/><w:noBreakHyphen/><w:br w:type="page"/><w:cr/>')}${run(t('隐'), '<w:vanish w:val="true"/>')}${run('<w:footnoteReference w:id="2"/><w:endnoteReference w:id="2"/><w:commentReference w:id="0"/>')}</w:p>`,
    `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box('框中**区5%')}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框中')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath><w:ruby><w:rt>${run(t('yun'))}</w:rt><w:rubyBase>${run(t('云'))}</w:rubyBase></w:ruby></w:p>`,
    `<w:p><w:pPr><w:rPr><w:del w:id="9"/></w:rPr></w:pPr><w:smartTag><w:smartTagPr/>${run(t('合并段'))}</w:smartTag><w:customXml w:element="a">${run(t('内'), '<w:rStyle w:val="c"/><w:rFonts w:ascii="Symbol"/>')}</w:customXml><w:hyperlink w:anchor="x">${run(t('链'))}</w:hyperlink></w:p>`,
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr>${cell('指标', '<w:gridSpan w:val="2"/>')}${cell('2023年', '<w:vMerge w:val="restart"/>')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('产值（亿元）')}${cell('', '<w:vMerge/>')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${cell('删')}</w:tr></w:tbl>`,
  ].join(''),
  {
    core: '<dc:title>总结</dc:title>',
    styles:
      '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style><w:style w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:styleId="h1"><w:name w:val="heading 1"/><w:basedOn w:val="n"/><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:styleId="toc1"><w:name w:val="toc 1"/><w:basedOn w:val="n"/></w:style><w:style w:type="character" w:styleId="c"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>',
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="h1"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlRestart w:val="0"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="h1"/></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:styleLink w:val="h1"/></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>',
    footnotes: `<w:footnote w:type="separator" w:id="0">${p('')}</w:footnote><w:footnote w:id="2">${p('注释5%')}</w:footnote>`,
    endnotes: `<w:endnote w:id="2">${p('尾注')}</w:endnote>`,
  },
);

const xlsx = zipOf({
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="一" sheetId="1" r:id="rId1"/><sheet name="二" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
  'xl/styles.xml':
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m月"/><numFmt numFmtId="171" formatCode="0.0#%"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="10"/></cellXfs></styleSheet>',
  'xl/sharedStrings.xml':
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>指标</t></si><si><r><t>产</t></r><r><t>值_x000D_</t></r><rPh sb="0" eb="1"><t>chan</t></rPh></si></sst>',
  'xl/worksheets/sheet1.xml':
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>2023年（亿元）</t></is></c><c r="C1" s="2"><v>45000</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><f>1+2</f><v>48.199999999999996</v></c><c r="C2" s="3"><v>0.054</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#REF!</v></c><c t="str"><v>完成**件</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>',
});

const O = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const ofd = zipOf({
  'OFD.xml': `<ofd:OFD ${O}><ofd:DocBody><ofd:DocInfo><ofd:Title>总结</ofd:Title></ofd:DocInfo><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
  'Doc_0/Document.xml': `<ofd:Document ${O}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/0/Content.xml"/><ofd:Page ID="2" BaseLoc="Pages/0/Content.xml"/></ofd:Pages></ofd:Document>`,
  'Doc_0/Pages/0/Content.xml': `<ofd:Page ${O}><ofd:Area><ofd:PhysicalBox>0 0 300 200</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer><ofd:TextObject Boundary="20 20 100 8" Size="5" CTM="0 1 -1 0 3 4"><ofd:TextCode X="0" Y="5" DeltaX="g 5 5 2.5">增长5.4%的企业</ofd:TextCode><ofd:TextCode>12家</ofd:TextCode></ofd:TextObject><ofd:PageBlock><ofd:TextObject Boundary="20 40 100 8" Size="5" Visible="true"><ofd:TextCode X="1" Y="5">完成改革任务**项</ofd:TextCode></ofd:TextObject><ofd:TextObject Visible="false" Size="5"><ofd:TextCode>隐</ofd:TextCode></ofd:TextObject></ofd:PageBlock><ofd:ImageObject Boundary="0 0 210 297" ResourceID="5"/></ofd:Layer></ofd:Content></ofd:Page>`,
});

const CMAP =
  '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /X def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n2 beginbfchar\n<0001> <6539>\n<0002> <9769>\nendbfchar\n2 beginbfrange\n<0003> <0006> <65B0>\n<0007> <0008> [<0035> <0025>]\nendbfrange\nendcmap end end';
const streamOf = (facts: string, content: string): string =>
  `<<${facts}/Length ${content.length}>>\nstream\n${content}\nendstream`;
const packed = deflateSync(
  Buffer.from('BT /F 12 Tf 3 Tr 60 300 Td [<0001> -250 <000200030007> 9 <0008>] TJ T* (abc) Tj ET'),
).toString('latin1');

/** With a map of characters of its own, a form, a packed stream and a tree of pages. */
const fullPdf = pdfOf([[{ text: '改革任务12项', x: 60, y: 700 }], [{ text: '增长5.4%', x: 60, y: 700, size: 9 }]], {
  objects: {
    3: '<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 20 0 R>>',
    4: '<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[1[500 600]3 8 700]/CIDToGIDMap/Identity/FontDescriptor 5 0 R>>',
    6: streamOf(
      '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[1 0 0 1 0 0]/Resources<</Font<</F 3 0 R>>>>',
      '/Span<</ActualText(x)>>BDC BT /F 12 Tf 60 500 Td <00010002> Tj ET EMC /I Do',
    ),
    10: streamOf('/Filter/FlateDecode', packed),
    20: streamOf('', CMAP),
    21: '<</Type/Outlines/First 22 0 R/Last 22 0 R/Count 1>>',
    22: '<</Title(x)/Parent 21 0 R/Dest[7 0 R/Fit]>>',
  },
  trailer: '/Info<</Title<FEFF65390001>/CreationDate(D:20240108)>>/ID[<00><00>]',
  picture: true,
});

const page = `<html><head><meta charset="gb2312"><title>改革综述</title></head><body><div id="zoom">${LINES.map((line) => `<p>${line}</p>`).join('')}</div></body></html>`;

const fullPage = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="ArticleTitle" content="总结&amp;计划"><meta name="PubDate" content="2024-01-08"><title>总结_云岭区</title><style>p{color:red}</style><script>var a="<p>";</script></head><body class="main"><nav><ul><li><a href="/">首页</a></li></ul></nav><div class="article" id="UCAP-CONTENT"><h1>云岭区总结</h1><div class="info">来源：云岭日报 发布时间：2024-01-08 浏览：12次</div><h2 style="text-align:center">一、回顾</h2><p>新建学校5所<sup>①</sup>，面积5km<sup>2</sup>，增长&#53;.4&percnt;<br/>完成<b>**</b>件</p><ol start="3" type="a"><li value="9">甲</li><li>乙12项</li></ol><table border="1"><caption>表1</caption><thead><tr><th rowspan="2" colspan="2">指标</th><th>2023年</th></tr><tr><th>亿元</th></tr></thead><tbody><tr><td>产值</td><td>45.6</td><td>5%</td></tr></tbody></table><pre>  甲\n乙</pre><ruby>云<rp>(</rp><rt>yun</rt></ruby><details><summary>详</summary><p>细5个</p></details><svg><text>图3个</text></svg><select><option selected>选</option></select><template><p>隐</p></template><iframe srcdoc="&lt;p&gt;x"></iframe><p hidden style="display:none">藏</p></div><footer>版权所有 备案号12号</footer></body></html>`;

const mail = (encoding: string, body: string): Uint8Array =>
  utf8(
    `From: <x>\r\nSubject: =?utf-8?B?5pS5?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"; boundary="----=_x"\r\n\r\n------=_x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: file:///a.htm\r\n\r\n${body}\r\n--y--\r\n------=_x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------=_x--\r\n`,
  );
const quoted = (text: string): string =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/[^ -<>-~\r\n]/g, (char) => `=${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/.{70}/g, '$&=\r\n');

const markdown = `---\ntitle: 总结\nyear: 2023\nregion: "云岭区"\ndate: 2024-01-08\n---\n# 云岭区总结 #\n\n目录\n===\n\n## 一、回顾\n\n新建**学校**5所，~~删~~，\`**码**\`，[链接12](http://x)，![图](a.png)，增长5.4%[^1]。\\*\\*区\n\n- 甲12项\n  1. 乙5个\n\n> 引用3万人\n\n\`\`\`js\nlet a = 5;\n\`\`\`\n\n| 指标 | 2023年 |\n|:--|--:|\n| 产值（亿元） | 45.6 |\n\n<!-- gaige-ignore -->\n**镇完成*件<br>x&nbsp;y\n\n[^1]: 注5%\n\n<div>块</div>\n`;

const rtf = Buffer.concat([
  utf8(
    "{\\rtf1\\ansi\\ansicpg936\\uc1\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\fcharset2 Wingdings;}}{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0\\outlinelevel0 heading 1;}{\\s2 Title;}}{\\info{\\title x}}{\\*\\listtable{\\list{\\listlevel\\levelnfc37{\\leveltext \\'02\\'00;}}\\listid1}}{\\header x}\\pard\\s2 ",
  ),
  gbk('总结\\par \\pard\\s1\\outlinelevel0{\\listtext '),
  gbk(
    "一、}回顾\\par \\pard 新建学校5所\\u25913?\\u-27639?{\\super 2}{\\v 隐}{\\deleted 删}\\f1\\'fc\\f0\\tab\\emdash\\ldblquote x\\rdblquote\\~\\-\\_\\line ",
  ),
  gbk(
    '{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}{\\footnote \\chftn 注5%}{\\shp{\\*\\shpinst{\\shptxt 框**区\\par}}}{\\upr{a}{\\*\\ud{b}}}{\\pict\\bin3 abc}\\par \\trowd\\cellx1\\cellx2\\intbl 指标\\cell 5%\\cell\\row\\pard{\\*\\nesttableprops}\\nestcell\\nestrow 完\\sect\\page}',
  ),
]);

const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../test/decode/files/${name}`, import.meta.url)));

/** Whole files, by the names they go by. */
export const WHOLE: readonly [string, Uint8Array][] = [
  ['a.txt', utf8(TEXT)],
  ['a.txt', gbk(TEXT)],
  ['a.txt', utf16(TEXT, 'be')],
  ['a.txt', utf8(REPORT)],
  ['a.txt', Buffer.concat([Uint8Array.of(0xff, 0xfe), utf16(REPORT, 'le')])],
  ['a.md', utf8(`# 标题\n\n${TEXT}\n**甲**\n\n| 甲 | 乙 |\n| - | - |\n`)],
  ['a.md', utf8(markdown)],
  ['a.html', gbk(page)],
  ['a.html', utf8(fullPage)],
  [
    'a.mht',
    Buffer.concat([
      utf8(
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n',
      ),
      gbk(page),
      utf8('\r\n--x--\r\n'),
    ]),
  ],
  ['a.mht', mail('quoted-printable', quoted(fullPage))],
  ['a.mht', mail('base64', Buffer.from(page).toString('base64').replace(/.{76}/g, '$&\r\n'))],
  ['a.docx', docx],
  ['a.docx', fullDocx],
  ['a.docx', fullDocx],
  [
    'a.xlsx',
    xlsxOf({
      S: [
        ['正文', '年份'],
        [TEXT, 2024],
      ],
    }),
  ],
  ['a.xlsx', xlsx],
  ['a.ofd', ofdOf([LINES.map((text, i) => ({ x: 30, y: 30 + 8 * i, text }))])],
  ['a.ofd', ofd],
  ['a.pdf', pdfOf([LINES.map((text, i) => ({ text, x: 60, y: 780 - 18 * i }))])],
  ['a.pdf', fullPdf],
  ['a.doc', file('report.doc')],
  ['a.doc', file('county.doc')],
  ['a.doc', file('county-poi.doc')],
  [
    'a.rtf',
    Buffer.concat([
      utf8('{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 S;}}\\f0 '),
      gbk(TEXT.replaceAll('\n', '\\par ')),
      utf8('{\\footnote x}\\trowd\\intbl a\\cell\\row}'),
    ]),
  ],
  ['a.rtf', rtf],
  ['a.csv', gbk(`标题,年份,正文\n甲,2024,"${TEXT}"\n`)],
  [
    'a.csv',
    utf8(
      '\ufeff"标题";正文;年份\r\n甲;"全区全年地区生产总值45.6亿元，同比增长，居全市第一位，完成""改革""**项。\r\n增长5%。";2023\r\n\r\n=乙;;x\r\n',
    ),
  ],
  [
    'a.tsv',
    utf8('地区\t内容\t增速(%)\n云岭区\t全区全年地区生产总值增长5.4%，居全市第一位，完成改革任务12项，**落户。\t-3.5\n'),
  ],
  ['a.json', utf8(JSON.stringify({ reports: [{ title: '甲', text: TEXT }] }))],
  ['a.json', utf8(JSON.stringify([{ id: 1, 标题: '乙', data: { content: REPORT, 年份: 2023 } }, { content: '5%' }]))],
  ['a.jsonl', utf8(`${JSON.stringify({ text: TEXT })}\n`.repeat(3))],
  ['a.fodt', file('county.fodt')],
  [
    'a.zip',
    zipOf([
      { name: gbk('报告.txt'), data: gbk(TEXT) },
      { name: 'b.docx', data: docx },
    ]),
  ],
  [
    'a.zip',
    zipOf([
      { name: '甲/乙.html', data: utf8(fullPage), flags: 0x800 },
      { name: '__MACOSX/._x', data: 'x', method: 0 },
      { name: '甲/', data: '' },
      { name: '丙.rtf', data: rtf },
      { name: '丁.csv', data: '标题,内容\n甲,全区全年地区生产总值增长5%，居全市第一位，完成改革任务12项\n' },
    ]),
  ],
  ['a.zip', zipOf([{ name: '丙.rtf', data: rtf, wide: true }])],
];
