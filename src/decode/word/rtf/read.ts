/**
 * The paragraphs of an .rtf, as a reader of the printed report sees them: numbers of lists stand in the file (`\listtext`); headers, hidden and
 * deleted text, instructions of fields go; rows of tables are lines; notes and text boxes follow.
 */
import type { Paragraph } from '../../paragraphs.ts';
import { type Destination, ENDS_PARAGRAPH, type Group, newTarget, SETTINGS } from './group.ts';
import { MAX_GROUPS, type RtfToken, rtfTokens, tooDeep } from './tokens.ts';
import { CHARACTERS, CHARSETS, CODE_PAGES, ELSEWHERE, READ_THOUGH_OPTIONAL, SKIPPED } from './words.ts';

/** The paragraphs, and the encoding of text that does not name its own. */
export function readRtf(bytes: Uint8Array): { paragraphs: Paragraph[]; encoding: string } {
  const reader = new RtfReader();
  for (const token of rtfTokens(bytes)) reader.read(token);
  return { paragraphs: reader.finish(), encoding: reader.encoding };
}

const USUAL_ENCODING = 'windows-1252';

class RtfReader {
  readonly #body = newTarget();
  readonly #others: Destination[] = [];
  readonly #outer: Group[] = [];
  #group: Group = {
    skipped: false,
    hidden: false,
    deleted: false,
    alternatives: 1,
    encoding: null,
    inTable: false,
    outline: null,
    isMarker: false,
    target: this.#body,
    fonts: false,
    styles: false,
  };
  /** Bytes that are not decoded yet: a character may be in two pieces. */
  #bytes: number[] = [];
  /** Characters still to be left out after \u. */
  #left = 0;
  #optional = false;
  #codePage: string | null = null;
  #font = -1;
  readonly #fontEncodings = new Map<number, string>();
  #style = -1;
  readonly #styleOutlines = new Map<number, number | null>();

  read(token: RtfToken): void {
    if (token.kind === 'bytes') {
      this.#addBytes(token.bytes);
      return;
    }
    // A character that is cut in two by a word is none.
    this.#flush();
    if (token.kind === 'word') this.#readWord(token.word, token.value);
    else if (token.kind === 'open') this.#open();
    else this.#close();
  }

  get encoding(): string {
    return this.#codePage ?? USUAL_ENCODING;
  }

  finish(): Paragraph[] {
    this.#flush();
    return [this.#body, ...this.#others].flatMap((target) => {
      this.#endParagraph(target, false, null);
      return target.flow.finish();
    });
  }

  #open(): void {
    if (this.#outer.length >= MAX_GROUPS) throw tooDeep();
    this.#optional = false;
    this.#left = 0;
    this.#outer.push(this.#group);
    this.#group = { ...this.#group, isMarker: false };
  }

  #close(): void {
    this.#optional = false;
    this.#left = 0;
    const { isMarker, target } = this.#group;
    if (isMarker) target.text = withoutTab(target.text);
    const outer = this.#outer.pop();
    if (!outer) return;
    if (target !== outer.target) this.#endParagraph(target, false, null);
    this.#group = outer;
  }

  #readWord(word: string, value: number | null): void {
    if (word === 'optional') {
      this.#optional = true;
      return;
    }
    const isOptional = this.#optional;
    this.#optional = false;
    const character = CHARACTERS.get(word);
    if (word === 'u') this.#addCode(value ?? 0);
    else if (character !== undefined) this.#add(character);
    else if (isOptional || SKIPPED.has(word) || ELSEWHERE.has(word)) this.#enter(word, isOptional);
    else this.#turn(word, value);
  }

  /** The first word of a group says what it holds. */
  #enter(word: string, isOptional: boolean): void {
    const group = this.#group;
    if (word === 'fonttbl') group.fonts = true;
    if (word === 'stylesheet') group.styles = true;
    if (SKIPPED.has(word) || (isOptional && !READ_THOUGH_OPTIONAL.has(word))) group.skipped = true;
    if (!ELSEWHERE.has(word) || group.skipped) return;
    group.target = newTarget();
    group.inTable = false;
    this.#others.push(group.target);
  }

  #turn(word: string, value: number | null): void {
    const group = this.#group;
    const setting = SETTINGS.get(word);
    if (setting) setting(group, value);
    if (group.styles && word === 'outlinelevel') this.#styleOutlines.set(this.#style, group.outline);
    if (setting) return;
    if (ENDS_PARAGRAPH.has(word)) this.#endParagraph(group.target, group.inTable, group.outline);
    else if (word === 'cell' || word === 'nestcell') endCell(group.target);
    else if (word === 'row' || word === 'nestrow') group.target.flow.endRow();
    else if (word === 'ansicpg') this.#codePage = CODE_PAGES.get(value ?? 0) ?? null;
    else if (word === 'f') this.#turnFont(value ?? 0);
    else if (word === 's') this.#turnStyle(value ?? 0);
    else if (group.fonts && word === 'fcharset') this.#nameFont(CHARSETS.get(value ?? 0));
    else if (group.fonts && word === 'cpg') this.#nameFont(CODE_PAGES.get(value ?? 0));
  }

  #turnStyle(style: number): void {
    if (this.#group.styles) this.#style = style;
    else this.#group.outline = this.#styleOutlines.get(style) ?? null;
  }

  #turnFont(font: number): void {
    if (this.#group.fonts) this.#font = font;
    else this.#group.encoding = this.#fontEncodings.get(font) ?? null;
  }

  #nameFont(encoding: string | undefined): void {
    if (encoding) this.#fontEncodings.set(this.#font, encoding);
  }

  #addBytes(bytes: readonly number[]): void {
    const rest = bytes.slice(this.#left);
    this.#left = Math.max(0, this.#left - bytes.length);
    for (const byte of rest) this.#bytes.push(byte);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    this.#write(new TextDecoder(this.#group.encoding ?? this.encoding).decode(bytes));
  }

  /** Codes are signed; what follows for older programs is left out. */
  #addCode(value: number): void {
    this.#write(String.fromCharCode(value < 0 ? value + 0x10000 : value));
    this.#left = this.#group.alternatives;
  }

  #add(text: string): void {
    if (this.#left > 0) this.#left--;
    else this.#write(text);
  }

  #write(text: string): void {
    const { skipped, hidden, deleted, target } = this.#group;
    if (!skipped && !hidden && !deleted) target.text += text;
  }

  #endParagraph(target: Destination, inTable: boolean, outline: number | null): void {
    const { text } = target;
    target.text = '';
    target.flow.endParagraph({ text, role: outline === null ? 'text' : 'heading', level: outline }, inTable);
  }
}

/** The number of a list ends with a tab; full-width signs have their blank within. */
function withoutTab(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.length === text.length || /[、．。，：）】〕》]/.test(trimmed.slice(-1)) ? trimmed : `${trimmed} `;
}

function endCell(target: Destination): void {
  target.flow.endCell(target.text);
  target.text = '';
}
