/** How cells look: each style is told once, by its number. */
import { escapeXml } from './text.ts';

export type Style = { format: string; font: Font };

const FONTS = {
  plain: '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  head: '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  link: '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/><family val="2"/></font>',
};

export type Font = keyof typeof FONTS;

/** Formats that every reader knows by their numbers. */
const KNOWN_FORMATS: Readonly<Record<string, number>> = { General: 0, '0': 1, '@': 49 };

/** The first number that a workbook may give to a format of its own. */
const FIRST_OWN = 164;

export type StyleTable = { idOf: (style: Style) => number; xml: () => string };

/** The first style is that of cells that say nothing of theirs. */
export function createStyleTable(): StyleTable {
  const ids = new Map<string, number>();
  const styles: { format: number; font: Font }[] = [];
  const formats: string[] = [];
  const formatId = (format: string): number => {
    const known = KNOWN_FORMATS[format];
    if (known !== undefined) return known;
    if (!formats.includes(format)) formats.push(format);
    return FIRST_OWN + formats.indexOf(format);
  };
  const idOf = ({ format, font }: Style): number => {
    const key = `${font} ${format}`;
    const id = ids.get(key) ?? styles.push({ format: formatId(format), font }) - 1;
    ids.set(key, id);
    return id;
  };
  idOf({ format: 'General', font: 'plain' });
  return { idOf, xml: () => stylesXml(formats, styles) };
}

function stylesXml(formats: readonly string[], styles: readonly { format: number; font: Font }[]): string {
  const names = Object.keys(FONTS);
  const own = formats.map((format, i) => `<numFmt numFmtId="${FIRST_OWN + i}" formatCode="${escapeXml(format)}"/>`);
  const cells = styles.map(
    ({ format, font }) =>
      `<xf numFmtId="${format}" fontId="${names.indexOf(font)}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    ...(own.length > 0 ? [list('numFmts', own)] : []),
    list('fonts', Object.values(FONTS)),
    list(
      'fills',
      ['none', 'gray125'].map((type) => `<fill><patternFill patternType="${type}"/></fill>`),
    ),
    list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']),
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list('cellXfs', cells),
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    '</styleSheet>',
  ].join('');
}

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;
