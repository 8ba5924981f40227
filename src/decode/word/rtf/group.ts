/** What holds within a group of RTF, and the words that change it. */
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

export type Group = {
  skipped: boolean;
  hidden: boolean;
  deleted: boolean;
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

/** Where text goes: the body, a note, a text box. */
export type Destination = { text: string; flow: Flow };

export const newTarget = (): Destination => ({ text: '', flow: new Flow() });
