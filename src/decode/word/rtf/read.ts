/**
 * The paragraphs of an .rtf, as a reader of the printed report sees them: numbers of lists stand in the file (`\listtext`); headers, hidden and
 * deleted text, instructions of fields go; rows of tables are lines; notes and text boxes follow.
 */
import type { Paragraph } from '../../paragraphs.ts';
import { addToName, describe, type FontEntry } from './entries.ts';
import { type Destination, ENDS_PARAGRAPH, type Group, newTarget, SETTINGS, textOf, write } from './group.ts';
import { NO_STYLE, openStyleSheet, type RtfStyle } from './styles.ts';
import { charOfCode, symbolsOfBytes } from './symbols.ts';
import { MAX_GROUPS, type RtfToken, rtfTokens, tooDeep } from './tokens.ts';
import { CHARACTERS, CODE_PAGES, ELSEWHERE, READ_THOUGH_OPTIONAL, SKIPPED } from './words.ts';

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
    raised: false,
    alternatives: 1,
    font: null,
    inTable: false,
    style: NO_STYLE,
    isMarker: false,
    target: this.#body,
    fonts: false,
    styles: false,
    entry: null,
  };
  /** Bytes that are not decoded yet: a character may be in two pieces. */
  #bytes: number[] = [];
  /** Characters still to be left out after \u. */
  #left = 0;
  #optional = false;
  #codePage: string | null = null;
  readonly #fonts = new Map<number, FontEntry>();
  readonly #styles = openStyleSheet();
  #titled = false;

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
      this.#endParagraph(target, false, NO_STYLE);
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
    if (isMarker) target.text = markerOf(textOf(target));
    const outer = this.#outer.pop();
    if (!outer) return;
    if (target !== outer.target) this.#endParagraph(target, false, NO_STYLE);
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
    if (SKIPPED.has(word) || (isOptional && !READ_THOUGH_OPTIONAL.has(word))) {
      group.skipped = true;
      group.entry = null;
    }
    if (!ELSEWHERE.has(word) || group.skipped) return;
    group.target = newTarget();
    group.inTable = false;
    this.#others.push(group.target);
  }

  #turn(word: string, value: number | null): void {
    const group = this.#group;
    const setting = SETTINGS.get(word);
    if (setting) setting(group, value);
    if (group.entry) describe(group.entry, word, value);
    if (setting) return;
    if (word === 'ansicpg') this.#codePage = CODE_PAGES.get(value ?? 0) ?? null;
    else if (word === 'f') this.#turnFont(value ?? 0);
    else if (word === 's') this.#turnStyle(value ?? 0);
    else if (!group.skipped) this.#lay(word, group);
  }

  #lay(word: string, { target, inTable, style }: Group): void {
    if (ENDS_PARAGRAPH.has(word)) this.#endParagraph(target, inTable, style);
    else if (word === 'cell' || word === 'nestcell') endCell(target);
    else if (word === 'row' || word === 'nestrow') target.flow.endRow();
  }

  #turnStyle(number: number): void {
    const group = this.#group;
    if (group.styles) group.entry = this.#styles.add(number);
    else group.style = this.#styles.find(number);
  }

  #turnFont(number: number): void {
    const group = this.#group;
    if (!group.fonts) {
      group.font = this.#fonts.get(number) ?? null;
      return;
    }
    const entry: FontEntry = { name: '', encoding: null, charset: null };
    this.#fonts.set(number, entry);
    group.entry = entry;
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
    const { font } = this.#group;
    this.#write(symbolsOfBytes(font, bytes) ?? new TextDecoder(font?.encoding ?? this.encoding).decode(bytes));
  }

  /** Codes are signed; what follows for older programs is left out. */
  #addCode(value: number): void {
    this.#write(charOfCode(this.#group.font, value < 0 ? value + 0x10000 : value));
    this.#left = this.#group.alternatives;
  }

  #add(text: string): void {
    if (this.#left > 0) this.#left--;
    else this.#write(text);
  }

  #write(text: string): void {
    const { skipped, hidden, deleted, raised, target, entry } = this.#group;
    if (entry) addToName(entry, text);
    if (!skipped && !hidden && !deleted) write(target, text, raised);
  }

  #endParagraph(target: Destination, inTable: boolean, style: RtfStyle): void {
    const text = textOf(target);
    target.text = '';
    target.flow.endParagraph({ text, ...this.#roleOf(style, text) }, inTable);
  }

  #roleOf({ isContents, isTitle, outline }: RtfStyle, text: string): Pick<Paragraph, 'role' | 'level'> {
    if (isContents) return { role: 'boilerplate', level: null };
    if (isTitle && !this.#titled && /\S/.test(text)) {
      this.#titled = true;
      return { role: 'title', level: null };
    }
    return outline === null ? { role: 'text', level: null } : { role: 'heading', level: outline };
  }
}

/** A bullet without letter or digit, or the hollow one of Word, says no more than that there is a list. */
const BULLET = /^(?:[^\p{L}\p{N}]*|\s*o\s*)$/u;

/** The number of a list ends with a tab; full-width signs have their blank within. */
function markerOf(text: string): string {
  if (BULLET.test(text)) return '';
  const trimmed = text.trimEnd();
  return trimmed.length === text.length || /[、．。，：）】〕》]/.test(trimmed.slice(-1)) ? trimmed : `${trimmed} `;
}

function endCell(target: Destination): void {
  target.flow.endCell(textOf(target));
  target.text = '';
}
