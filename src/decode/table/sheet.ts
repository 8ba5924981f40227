/** The cells of a sheet of an .xlsx. */
import { GaigeError } from '../../model/error.ts';
import { scanXml } from '../xml.ts';

const MAX_COLUMN = 16_384;
const MAX_CELLS = 5_000_000;

/** What values of cells refer to. */
export type SheetContext = {
  shared: readonly string[];
  isDate: (style: string | undefined) => boolean;
  /** So many decimals of percent a style shows; null where it shows no percent. */
  percentOf: (style: string | undefined) => number | null;
  /** Days count from 1904, as on old Macs. */
  starts1904: boolean;
};

/** Rows of what cells show; a row has holes where cells are empty. */
export function readRows(bytes: Uint8Array, context: SheetContext): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell: { column: number; type: string; style: string | undefined; value: string } | null = null;
  let inValue = false;
  let reading = false;
  let count = 0;
  scanXml(bytes, {
    open(name, { r: place = '', t: type = 'n', s: style }) {
      if (name === 'x:row') row = [];
      else if (name === 'x:c') {
        if (++count > MAX_CELLS) throw new GaigeError('ARCHIVE_TOO_LARGE', { limit: MAX_CELLS, problem: 'cells' });
        cell = { column: columnOf(place) ?? row.length, type, style, value: '' };
      } else if (name === 'x:rPh') reading = true;
      else if (name === 'x:v' || name === 'x:t') inValue = !reading;
    },
    text(part) {
      if (cell && inValue) cell.value += part;
    },
    close(name) {
      if (name === 'x:v' || name === 'x:t') inValue = false;
      else if (name === 'x:rPh') reading = false;
      else if (name === 'x:row') rows.push(row);
      else if (name === 'x:c' && cell) {
        const { column, type, style, value } = cell;
        if (value !== '') row[column] = shownValue(type, value, style, context);
        cell = null;
      }
    },
  });
  return rows;
}

/** Excel writes characters that XML cannot hold as _x000D_. */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** AB12 → 27; null where a cell does not say where it is: next to the one before. */
function columnOf(place: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return Math.min(column, MAX_COLUMN) - 1;
}

function shownValue(
  type: string,
  value: string,
  style: string | undefined,
  { shared, isDate, percentOf, starts1904 }: SheetContext,
): string {
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'inlineStr' || type === 'str') return unescapeText(value);
  if (type === 'e') return '';
  if (type !== 'n') return value;
  if (isDate(style)) return dateOf(Number(value), starts1904) ?? value;
  const decimals = percentOf(style);
  if (decimals !== null && value.trim() !== '' && Number.isFinite(Number(value)))
    return `${(Number(value) * 100).toFixed(decimals)}%`;
  return plainNumber(value);
}

/** Excel shows 15 digits: 48.199999999999996 is 48.2. */
const plainNumber = (value: string): string =>
  /^-?\d+\.\d{12,}$/.test(value) ? String(Number(Number(value).toPrecision(15))) : value;

const DAY = 24 * 60 * 60 * 1000;

/** Excel counts days from the end of 1899, or on old Macs from 1904. */
function dateOf(days: number, starts1904: boolean): string | null {
  const date = new Date((starts1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)) + days * DAY);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date.toISOString().slice(0, 10);
}
