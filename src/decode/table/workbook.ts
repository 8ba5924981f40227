/** The parts of an .xlsx. */
import { GaigeError } from '../../model/error.ts';
import type { Archive } from '../container/archive.ts';
import { childrenOf, parseXml, scanXml, type XmlElement } from '../xml.ts';
import { readRows, unescapeText } from './sheet.ts';

export type Worksheet = { name: string; path: string };
export type Workbook = { sheets: readonly Worksheet[]; rowsOf(sheet: Worksheet): string[][] };

export function openWorkbook(archive: Archive): Workbook {
  const entries = new Map(archive.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const bytesOf = (path: string): Uint8Array | null => {
    const entry = entries.get(path.toLowerCase());
    return entry ? archive.read(entry) : null;
  };
  const partOf = (path: string): XmlElement | undefined => {
    const bytes = bytesOf(path);
    return bytes ? parseXml(bytes) : undefined;
  };
  const book = partOf('xl/workbook.xml');
  if (!book) throw new GaigeError('DAMAGED', { kind: 'xlsx', problem: 'part' });
  const paths = new Map(
    childrenOf(partOf('xl/_rels/workbook.xml.rels'), 'rel:Relationship').map(({ attributes }) => [
      attributes['Id'] ?? '',
      pathOf(attributes['Target'] ?? ''),
    ]),
  );
  const sheets = childrenOf(childrenOf(book, 'x:sheets')[0], 'x:sheet')
    .filter(({ attributes }) => (attributes['state'] ?? 'visible') === 'visible')
    .map(({ attributes }) => ({ name: attributes['name'] ?? '', path: paths.get(attributes['id'] ?? '') ?? '' }));
  // One part named as hundreds of sheets is a small file that unpacks to a large one.
  const once = new Map(sheets.map((sheet) => [sheet.path.toLowerCase(), sheet] as const).reverse());
  const shared = sharedStrings(bytesOf('xl/sharedStrings.xml'));
  const formats = formatsOf(partOf('xl/styles.xml'));
  const isDate = dateStyles(formats);
  const percentOf = percentStyles(formats);
  const starts1904 = ['1', 'true'].includes(childrenOf(book, 'x:workbookPr')[0]?.attributes['date1904'] ?? '');
  return {
    sheets: [...once.values()].reverse(),
    rowsOf({ path }) {
      const bytes = bytesOf(path);
      return bytes ? readRows(bytes, { shared, isDate, percentOf, starts1904 }) : [];
    },
  };
}

const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** Texts that cells refer to by number. Readings of characters (rPh) are not part of them. */
function sharedStrings(bytes: Uint8Array | null): string[] {
  const strings: string[] = [];
  let text = '';
  let reading = false;
  let inText = false;
  if (!bytes) return strings;
  scanXml(bytes, {
    open(name) {
      if (name === 'x:si') text = '';
      else if (name === 'x:rPh') reading = true;
      else if (name === 'x:t') inText = !reading;
    },
    text(part) {
      if (inText) text += part;
    },
    close(name) {
      if (name === 'x:si') strings.push(unescapeText(text));
      else if (name === 'x:rPh') reading = false;
      else if (name === 'x:t') inText = false;
    },
  });
  return strings;
}

/** The format of each style: its number and, where the file states it, its code. */
type CellFormat = { id: number; code: string | undefined };

function formatsOf(styles: XmlElement | undefined): CellFormat[] {
  const codes = new Map(
    childrenOf(childrenOf(styles, 'x:numFmts')[0], 'x:numFmt').map(({ attributes }) => [
      attributes['numFmtId'],
      attributes['formatCode'] ?? '',
    ]),
  );
  return childrenOf(childrenOf(styles, 'x:cellXfs')[0], 'x:xf').map(({ attributes }) => {
    const id = attributes['numFmtId'] ?? '0';
    return { id: Number(id), code: codes.get(id) };
  });
}

/** Without what is shown as it stands. */
const signsOf = (code: string): string => code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');

/** Formats of cells that show a number as a date. */
function dateStyles(formats: readonly CellFormat[]): (style: string | undefined) => boolean {
  const dates = formats.map(({ id, code }) =>
    code === undefined ? isDateFormat(id) : /[yd年日]/i.test(signsOf(code)),
  );
  return (style) => dates[Number(style ?? -1)] ?? false;
}

/** Formats of cells that show a number as a percentage, by their decimals. */
function percentStyles(formats: readonly CellFormat[]): (style: string | undefined) => number | null {
  const decimals = formats.map(({ id, code = BUILT_IN_PERCENT.get(id) ?? '' }) => {
    const signs = signsOf(code.split(';')[0] ?? '');
    return signs.includes('%') ? (/\.([0#?]+)/.exec(signs)?.[1]?.length ?? 0) : null;
  });
  return (style) => decimals[Number(style ?? -1)] ?? null;
}

const BUILT_IN_PERCENT = new Map([
  [9, '0%'],
  [10, '0.00%'],
]);

/** Built-in formats, those of Chinese Excel among them. */
const isDateFormat = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
