/** A terminal as far as gaige uses one: what stands on it after all that was written. It refuses every other control sequence. */
import { widthOfCharacter } from '../../src/text/width.ts';

const SEQUENCE = /^\[\??[\d;]*[A-Za-z]/;

export type Screen = { write: (text: string) => void; lines: () => string[]; column: () => number };

export function openScreen(columns: number): Screen {
  const rows: string[][] = [[]];
  let [row, column, folds] = [0, 0, true];
  const down = () => {
    row++;
    rows[row] ??= [];
  };
  const put = (char: string) => {
    const width = widthOfCharacter(char);
    if (column + width > columns) {
      if (folds) {
        down();
        column = 0;
      } else column = columns - width;
    }
    const cells = rows[row] ?? [];
    while (cells.length < column) cells.push(' ');
    // The second column of a wide character holds nothing.
    cells.splice(column, width, char, ...(width === 2 ? [''] : []));
    column += width;
  };
  const control = (sequence: string | undefined) => {
    if (sequence === '[J') rows.splice(row, rows.length, (rows[row] ?? []).slice(0, column));
    else if (sequence === '[?7l' || sequence === '[?7h') folds = sequence.endsWith('h');
    else if (!sequence?.endsWith('m')) throw new Error(`control sequence ${sequence}`);
  };
  const print = (text: string) => {
    for (const char of text) {
      if (char === '\n') down();
      // A terminal adds the return to a line end.
      if (char === '\r' || char === '\n') column = 0;
      else put(char);
    }
  };
  return {
    write: (text) => {
      const [before = '', ...parts] = text.split('\u001b');
      print(before);
      for (const part of parts) {
        const sequence = SEQUENCE.exec(part)?.[0];
        control(sequence);
        print(part.slice(sequence?.length));
      }
    },
    lines: () => rows.map((cells) => cells.join('').trimEnd()).filter((line) => line !== ''),
    column: () => column,
  };
}
