/** What holds within a group of RTF, and the words that change it. */
import { raisedText, TELLING } from '../../raised.ts';
import { Flow } from '../flow.ts';
import { type FontEntry, levelOf, type StyleEntry } from './entries.ts';
import { NO_STYLE, type RtfStyle } from './styles.ts';

export const ENDS_PARAGRAPH = new Set(['par', 'sect', 'page']);

/** What a word changes in its group; a value of 0 turns off. */
export const SETTINGS = new Map<string, (group: Group, value: number | null) => void>(
  Object.entries({
    pard: (group) => {
      group.inTable = false;
      group.style = NO_STYLE;
    },
    plain: (group) => {
      group.hidden = false;
      group.deleted = false;
      group.raised = false;
    },
    intbl: (group, value) => {
      group.inTable = value !== 0;
    },
    v: (group, value) => {
      group.hidden = value !== 0;
    },
    deleted: (group, value) => {
      group.deleted = value !== 0;
    },
    super: (group, value) => {
      group.raised = value !== 0;
    },
    sub: lower,
    nosupersub: lower,
    outlinelevel: (group, value) => {
      group.style = { ...group.style, outline: levelOf(value) };
    },
    uc: (group, value) => {
      group.alternatives = Math.max(0, value ?? 1);
    },
    listtext: markAsNumber,
    pntext: markAsNumber,
  }),
);

function markAsNumber(group: Group): void {
  group.isMarker = true;
}

function lower(group: Group): void {
  group.raised = false;
}

export type Group = {
  skipped: boolean;
  hidden: boolean;
  deleted: boolean;
  /** Superscript. */
  raised: boolean;
  /** How many characters stand after \u for programs that do not know it. */
  alternatives: number;
  font: FontEntry | null;
  inTable: boolean;
  style: RtfStyle;
  /** The group is the number of a list. */
  isMarker: boolean;
  target: Destination;
  /** The group is the table of fonts, or that of styles. */
  fonts: boolean;
  styles: boolean;
  /** What of them is named next. */
  entry: StyleEntry | FontEntry | null;
};

/** Where text goes: the body, a note, a text box. What is raised at the end of the text stands apart until it is whole. */
export type Destination = { text: string; raised: string; flow: Flow };

export const newTarget = (): Destination => ({ text: '', raised: '', flow: new Flow() });

export function write(target: Destination, text: string, isRaised: boolean): void {
  if (isRaised) target.raised += text;
  else target.text = textOf(target) + text;
}

/** All that was written, and nothing raised any more. */
export function textOf(target: Destination): string {
  if (target.raised !== '') target.text += raisedText(target.text.slice(-TELLING), target.raised);
  target.raised = '';
  return target.text;
}
