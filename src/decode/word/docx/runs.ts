/** The text of a paragraph of a .docx: what of its runs is printed. */

import { raisedText, TELLING } from '../../raised.ts';
import { childOf, elementsOf, textOf, type XmlElement } from '../../xml.ts';
import { isOn, settingOf } from './properties.ts';
import { type BodyState, chosen, DELETED } from './state.ts';
import type { ParagraphStyle } from './styles.ts';
import { symbolOf, withSymbols } from './symbols.ts';

export function inlineText(element: XmlElement, style: ParagraphStyle, state: BodyState): string {
  return elementsOf(element)
    .map((child) => inlineOf(child, style, state))
    .join('');
}

/** Elements that hold no text of the paragraph. */
const NO_TEXT = new Set([
  ...DELETED,
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:smartTagPr',
  'w:rt',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:commentReference',
]);

function inlineOf(element: XmlElement, style: ParagraphStyle, state: BodyState): string {
  const { name } = element;
  if (NO_TEXT.has(name)) return '';
  if (name === 'w:r') return isHidden(element, style, state) ? '' : runText(element, style, state);
  if (name === 'mc:AlternateContent') return runText(chosen(element) ?? element, style, state);
  if (name === 'm:t') return printed(textOf(element), state);
  if (name === 'w:txbxContent') {
    state.boxes.push(element);
    return '';
  }
  return inlineText(element, style, state);
}

function isHidden(run: XmlElement, style: ParagraphStyle, { styles }: BodyState): boolean {
  const properties = childOf(run, 'w:rPr');
  const own = settingOf(properties, 'w:rStyle');
  return isOn(properties, 'w:vanish') ?? (style.hidden || (own !== undefined && styles(own).hidden));
}

function runText(run: XmlElement, style: ParagraphStyle, state: BodyState): string {
  const before = state.last;
  let text = '';
  for (const child of elementsOf(run)) text += runPart(child, style, state);
  const properties = childOf(run, 'w:rPr');
  const words = withSymbols(text, childOf(properties, 'w:rFonts')?.attributes['ascii'] ?? '');
  if (settingOf(properties, 'w:vertAlign') !== 'superscript') return words;
  state.last = before;
  return printed(raisedText(before, words), state);
}

function runPart(part: XmlElement, style: ParagraphStyle, state: BodyState): string {
  const { name, attributes } = part;
  if (name === 'w:fldChar') {
    turnField(attributes['fldCharType'], state);
    return '';
  }
  if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
    const kind = name === 'w:footnoteReference' ? 'footnotes' : 'endnotes';
    state.notes.push({ part: kind, id: attributes['id'] ?? '' });
    return '';
  }
  const literal = literalOf(part);
  return literal === null ? inlineOf(part, style, state) : printed(literal, state);
}

function literalOf(part: XmlElement): string | null {
  const { name, attributes } = part;
  if (name === 'w:t') return textOf(part);
  if (name === 'w:tab' || name === 'w:ptab') return '\t';
  if (name === 'w:br' || name === 'w:cr') return '\n';
  if (name === 'w:noBreakHyphen') return '-';
  if (name === 'w:sym') return symbolOf(attributes['font'] ?? '', attributes['char'] ?? '');
  return null;
}

function printed(text: string, state: BodyState): string {
  if (!state.fields.isPrinted) return '';
  state.last = (state.last + text).slice(-TELLING);
  return text;
}

function turnField(step: string | undefined, { fields }: BodyState): void {
  if (step === 'begin') fields.begin();
  else if (step === 'end') fields.end();
  else if (step === 'separate') fields.separate();
}
