/** What of a workbook is no sheet: which parts it has, and how they hang together. */
import type { StyleTable } from './styles.ts';
import { escapeXml } from './text.ts';

/** `file` lies in `xl/`; `range` is that of its head and rows. */
export type SheetPart = { name: string; file: string; range: string };

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FORMATS = 'http://schemas.openxmlformats.org';
const RELATIONS = `${FORMATS}/officeDocument/2006/relationships`;
const TYPES = 'application/vnd.openxmlformats-officedocument';

/** Comes first, so that the first bytes tell who wrote the file. */
const APP = `${DECLARATION}<Properties xmlns="${FORMATS}/officeDocument/2006/extended-properties"><Application>gaige</Application></Properties>`;

export const packageParts = (sheets: readonly SheetPart[], styles: StyleTable): [name: string, xml: string][] => [
  ['docProps/app.xml', APP],
  ['[Content_Types].xml', contentTypes(sheets)],
  [
    '_rels/.rels',
    relations([
      ['officeDocument', 'xl/workbook.xml'],
      ['extended-properties', 'docProps/app.xml'],
    ]),
  ],
  ['xl/workbook.xml', workbook(sheets)],
  [
    'xl/_rels/workbook.xml.rels',
    relations([...sheets.map(({ file }): [string, string] => ['worksheet', file]), ['styles', 'styles.xml']]),
  ],
  ['xl/styles.xml', styles.xml()],
];

function contentTypes(sheets: readonly SheetPart[]): string {
  const parts: [name: string, type: string][] = [
    ['docProps/app.xml', `${TYPES}.extended-properties+xml`],
    ['xl/workbook.xml', `${TYPES}.spreadsheetml.sheet.main+xml`],
    ['xl/styles.xml', `${TYPES}.spreadsheetml.styles+xml`],
    ...sheets.map(({ file }): [string, string] => [`xl/${file}`, `${TYPES}.spreadsheetml.worksheet+xml`]),
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return `${DECLARATION}<Types xmlns="${FORMATS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

/** Their numbers are their places, from 1. */
function relations(targets: readonly [type: string, target: string][]): string {
  const items = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${FORMATS}/package/2006/relationships">${items.join('')}</Relationships>`;
}

function workbook(sheets: readonly SheetPart[]): string {
  const items = sheets.map(({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  // Excel looks here for the range of a filter.
  const filters = sheets.map(
    ({ name, range }, i) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">'${escapeXml(name)}'!${absolute(range)}</definedName>`,
  );
  return `${DECLARATION}<workbook xmlns="${FORMATS}/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheets>${items.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`;
}

/** A1:D20 → $A$1:$D$20 */
const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
