/** Parts of .docx, .xlsx and .ofd for tests that need what no library writes. */
import { zipOf } from './archives.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const NAMESPACES =
  `xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wp="urn:wp"';

type Parts = Partial<Record<'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'core', string>>;

const relations = (targets: Record<string, string>): string => {
  const items = Object.entries(targets).map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
};

/** A .docx whose body is this XML; other parts by the content of their root elements. */
export function docxOf(body: string, parts: Parts = {}): Uint8Array {
  const wrap = (root: string, content: string): string => `${HEAD}<w:${root} ${NAMESPACES}>${content}</w:${root}>`;
  const inner = Object.entries(parts).filter(([name]) => name !== 'core');
  return zipOf({
    '[Content_Types].xml': `${HEAD}<Types/>`,
    '_rels/.rels': relations({ officeDocument: 'word/document.xml', 'metadata/core-properties': 'docProps/core.xml' }),
    'word/document.xml': wrap('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relations(Object.fromEntries(inner.map(([name]) => [name, `${name}.xml`]))),
    ...Object.fromEntries(inner.map(([name, content]) => [`word/${name}.xml`, wrap(name, content)])),
    ...(parts.core && {
      'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/">${parts.core}</cp:coreProperties>`,
    }),
  });
}

/** `<w:p>` of text, with what stands in its `<w:pPr>`. */
export const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** An .xlsx of sheets of cells; a number of a date is given as `{ date }`, in days. */
export function xlsxOf(
  sheets: Record<string, readonly (readonly (string | number | { date: number })[])[]>,
): Uint8Array {
  const X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const strings: string[] = [];
  const cell = (value: string | number | { date: number }, place: string): string => {
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    if (typeof value === 'object') return `<c r="${place}" s="1"><v>${value.date}</v></c>`;
    strings.push(value);
    return `<c r="${place}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const names = Object.keys(sheets);
  const parts = names.map((name, i) => {
    const rows = sheets[name]!.map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((value, column) => (value === '' ? '' : cell(value, `${String.fromCharCode(65 + column)}${row + 1}`))).join('')}</row>`,
    );
    return [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet ${X}><sheetData>${rows.join('')}</sheetData></worksheet>`];
  });
  return zipOf({
    'xl/workbook.xml': `<workbook ${X} xmlns:r="${RELATIONS}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="x" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${X}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(parts),
    'xl/sharedStrings.xml': `<sst ${X}>${strings.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`,
  });
}

/** An .ofd of pages of text objects: place and words. */
export function ofdOf(
  pages: readonly (readonly { x: number; y: number; text: string; size?: number }[])[],
): Uint8Array {
  const O = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const object = ({ x, y, text, size = 5 }: { x: number; y: number; text: string; size?: number }): string =>
    `<ofd:TextObject Boundary="${x} ${y - size} 150 ${size}" Size="${size}"><ofd:TextCode X="0" Y="${size}" DeltaX="g ${text.length - 1} ${size}">${text}</ofd:TextCode></ofd:TextObject>`;
  return zipOf({
    'OFD.xml': `<ofd:OFD ${O}><ofd:DocBody><ofd:DocInfo><ofd:Title>无题</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${O}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${pages.map((_, i) => `<ofd:Page ID="${i}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(
      pages.map((objects, i) => [
        `Doc_0/Pages/Page_${i}/Content.xml`,
        `<ofd:Page ${O}><ofd:Content><ofd:Layer>${objects.map(object).join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
      ]),
    ),
  });
}
