/** Small PDFs for tests: text in GBK with a font that is not in the file, as Chinese offices' programs write them. */
import { encoder } from './support.ts';

const gbk = encoder('gb18030');

/** The font of all pages; `widths` as PDF writes those of its characters, from the first of a stretch to its last. */
const fontOf = (widths: string): string =>
  `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[${widths}]/FontDescriptor 5 0 R>>`;

export type Words = { text: string; x: number; y: number; size?: number };
export type PdfOptions = { picture?: boolean; trailer?: string; objects?: Record<number, string>; turn?: number };

/** A PDF of pages of words; y from the bottom of A4. */
export function pdfOf(
  pages: readonly (readonly Words[])[],
  { picture, trailer = '', objects = {}, turn = 0 }: PdfOptions = {},
): Uint8Array {
  const parts: string[] = [];
  parts[1] = '<</Type/Catalog/Pages 2 0 R>>';
  parts[3] = '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[4 0 R]>>';
  parts[4] = fontOf('814 939 500');
  parts[5] =
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>';
  parts[6] = stream('/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8', '\x80');
  const kids = pages.map((words, i) => {
    const [page, content] = [7 + 2 * i, 8 + 2 * i];
    const shown = words.map(
      ({ text, x, y, size = 12 }) =>
        `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${Buffer.from(gbk(text)).toString('hex')}> Tj ET`,
    );
    parts[page] =
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${turn}/Resources<</Font<</F 3 0 R>>/XObject<</I 6 0 R>>>>/Contents ${content} 0 R>>`;
    parts[content] = stream('', [...(picture ? ['q 500 0 0 700 40 40 cm /I Do Q'] : []), ...shown].join('\n'));
    return `${page} 0 R`;
  });
  parts[2] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`;
  for (const [number, body] of Object.entries(objects)) parts[Number(number)] = body;
  return assemble(parts, trailer);
}

/** A PDF of a thousand bytes for which the library takes more memory than any machine has. */
export const devouringPdf = (): Uint8Array =>
  pdfOf([[{ text: '改革', x: 72, y: 700 }]], { objects: { 4: fontOf('814 2000000000 500') } });

const stream = (facts: string, content: string): string =>
  `<<${facts}/Length ${content.length}>>\nstream\n${content}\nendstream`;

function assemble(parts: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [number, body] of parts.entries()) {
    if (body === undefined) continue;
    places[number] = file.length;
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  const rows = Array.from(parts, (_, i) =>
    places[i] === undefined ? '0000000000 65535 f \n' : `${String(places[i]).padStart(10, '0')} 00000 n \n`,
  );
  file += `xref\n0 ${parts.length}\n${rows.join('')}trailer\n<</Size ${parts.length}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}
