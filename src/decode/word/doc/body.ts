/** The text of a .doc as a reader of the printed report sees it: see `src/decode/docx/body.ts`. */
import { lastAtMost } from '../../../text/sorted.ts';
import type { Paragraph } from '../../paragraphs.ts';
import { raisedText, TELLING } from '../../raised.ts';
import { WordFields } from '../fields.ts';
import { Flow } from '../flow.ts';
import { markerCounter, type NextMarker } from '../lists/counter.ts';
import type { DocFile } from './file.ts';
import { readDocLists } from './lists.ts';
import { type DocumentPiece, piecesOf } from './pieces.ts';
import { CHANGE, changesIn, type PropertyRun, propertyRuns } from './properties.ts';
import { type DocStyle, outlineOf, readDocStyles } from './styles.ts';
import { type Fonts, readDocFonts, symbolsIn } from './symbols.ts';

/** Signs that Word keeps in the text. */
const CELL_END = '\x07';
const PARAGRAPH_ENDS = new Set(['\r', '\f', CELL_END]);
const FIELD = { begin: '\x13', separator: '\x14', end: '\x15' };
const PRINTED = new Map([
  ['\v', '\n'],
  ['\x0e', '\n'],
  ['\x1e', '-'],
  ['\t', '\t'],
]);
/** Stands in for text that is hidden or deleted, so that places stay. */
const HIDDEN = '\x1f';

export function readDocBody(file: DocFile): Paragraph[] {
  const { main, part, lengths } = file;
  const pieces = piecesOf(file);
  const fonts = readDocFonts(part('fonts').bytes);
  const runs = propertyRuns(main, part('characters').bytes, 'characters');
  const special = withWholeMarks(runs.flatMap((run) => specialRun(run, fonts)));
  const text = pieces.map((piece) => asPrinted(piece, special)).join('');
  const context: BodyContext = {
    pieces,
    paragraphs: propertyRuns(main, part('paragraphs').bytes, 'paragraphs'),
    styles: readDocStyles(part('styles').bytes),
    marker: markerCounter(readDocLists(file)),
    titled: false,
  };
  const { body, footnotes, headers, macros, comments, endnotes, boxes } = lengths;
  const afterHeaders = body + footnotes + headers + macros + comments;
  return [
    ...paragraphsIn(text, 0, body, context),
    ...paragraphsIn(text, body, footnotes, context),
    ...paragraphsIn(text, afterHeaders, endnotes, context),
    ...paragraphsIn(text, afterHeaders + endnotes, boxes, context),
  ];
}

type BodyContext = {
  pieces: readonly DocumentPiece[];
  paragraphs: readonly PropertyRun[];
  styles: (index: number) => DocStyle;
  marker: NextMarker;
  titled: boolean;
};

/** On, or the opposite of a style that is not hidden. */
const isOn = (value: number | undefined): boolean => value === 1 || value === 0x81;

/** A run of the main stream whose characters are not printed as they are; '' for one that is not printed at all. */
type SpecialRun = { start: number; end: number; isRaised: boolean; print: (char: string) => string };

const SUPERSCRIPT = 1;

function specialRun({ start, end, changes }: PropertyRun, fonts: Fonts): SpecialRun[] {
  const found = changesIn(changes);
  const isHidden = isOn(found.get(CHANGE.hidden)) || isOn(found.get(CHANGE.deleted));
  const isRaised = !isHidden && found.get(CHANGE.position) === SUPERSCRIPT;
  const print = isHidden ? () => '' : (symbolsIn(found, fonts) ?? (isRaised ? asItIs : null));
  return print === null ? [] : [{ start, end, isRaised, print }];
}

const asItIs = (char: string): string => char;

/** Runs end where any property changes: a mark of a note may be in several. */
function withWholeMarks(runs: readonly SpecialRun[]): SpecialRun[] {
  const whole: SpecialRun[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last?.isRaised && run.isRaised && last.end === run.start) whole[whole.length - 1] = { ...last, end: run.end };
    else whole.push(run);
  }
  return whole;
}

function asPrinted({ text, start, bytesEach }: DocumentPiece, special: readonly SpecialRun[]): string {
  const parts: string[] = [];
  let at = 0;
  let i = Math.max(
    0,
    lastAtMost(special, start, (run) => run.start),
  );
  for (let run = special[i]; run; run = special[++i]) {
    const from = Math.max(at, Math.ceil((run.start - start) / bytesEach));
    const to = Math.min(text.length, Math.ceil((run.end - start) / bytesEach));
    if (from >= text.length) break;
    if (to <= from) continue;
    parts.push(
      text.slice(at, from),
      printWith(run, text.slice(from, to), text.slice(Math.max(0, from - TELLING), from)),
    );
    at = to;
  }
  return parts.join('') + text.slice(at);
}

/** As long as before. */
function printWith({ print, isRaised }: SpecialRun, text: string, before: string): string {
  const printed = isRaised ? raisedText(before, text) : text;
  const isGone = printed.length !== text.length;
  return (isGone ? text : printed).replace(/./gs, (char) =>
    PARAGRAPH_ENDS.has(char) ? char : (!isGone && print(char)) || HIDDEN,
  );
}

function paragraphsIn(text: string, start: number, length: number, context: BodyContext): Paragraph[] {
  const flow = new Flow();
  const fields = new WordFields();
  let words = '';
  for (let at = start; at < Math.min(start + length, text.length); at++) {
    const char = text.charAt(at);
    if (PARAGRAPH_ENDS.has(char)) {
      endParagraph(flow, words, char, propertiesAt(at, context), context);
      words = '';
      fields.endParagraph();
    } else if (char === FIELD.begin) fields.begin();
    else if (char === FIELD.separator) fields.separate();
    else if (char === FIELD.end) fields.end();
    else if (fields.isPrinted) words += char >= ' ' ? char : (PRINTED.get(char) ?? '');
  }
  flow.endParagraph({ text: words, role: 'text', level: null }, false);
  return flow.finish();
}

type DocumentProperties = { style: DocStyle; changes: ReadonlyMap<number, number> };

const NO_PROPERTIES = Buffer.alloc(2);

/** The properties of a paragraph stand with its end. */
function propertiesAt(at: number, { pieces, paragraphs, styles }: BodyContext): DocumentProperties {
  const place = placeOf(at, pieces);
  const run = paragraphs[lastAtMost(paragraphs, place, ({ start }) => start)];
  const changes = run && run.end > place && run.changes.length >= 2 ? run.changes : NO_PROPERTIES;
  const style = styles(changes.readUInt16LE(0));
  return { style, changes: new Map([...style.changes, ...changesIn(changes.subarray(2))]) };
}

function placeOf(at: number, pieces: readonly DocumentPiece[]): number {
  const piece = pieces[lastAtMost(pieces, at, (each) => each.at)];
  return piece ? piece.start + (at - piece.at) * piece.bytesEach : -1;
}

function endParagraph(
  flow: Flow,
  words: string,
  end: string,
  { style, changes }: DocumentProperties,
  context: BodyContext,
): void {
  if (end === CELL_END && isOn(changes.get(CHANGE.endsRow))) {
    flow.endRow();
    return;
  }
  const text = markerOf(changes, context) + words.trimStart();
  if (end === CELL_END) flow.endCell(/\S/.test(words) ? text : '');
  else if (/\S/.test(words))
    flow.endParagraph({ ...roleOf(style, changes, context), text }, isOn(changes.get(CHANGE.inTable)));
}

/** Numbers above belong to lists of older programs. */
const LAST_LIST = 0x7fe;

function markerOf(changes: ReadonlyMap<number, number>, { marker }: BodyContext): string {
  const list = changes.get(CHANGE.list) ?? 0;
  return list > 0 && list <= LAST_LIST ? marker(list, changes.get(CHANGE.listLevel) ?? 0) : '';
}

function roleOf(
  style: DocStyle,
  changes: ReadonlyMap<number, number>,
  context: BodyContext,
): Pick<Paragraph, 'role' | 'level'> {
  if (style.isContents) return { role: 'boilerplate', level: null };
  if (style.isTitle && !context.titled) {
    context.titled = true;
    return { role: 'title', level: null };
  }
  const outline = outlineOf(changes) ?? style.outline;
  return outline ? { role: 'heading', level: outline } : { role: 'text', level: null };
}
