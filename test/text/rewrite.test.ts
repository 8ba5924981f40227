import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileOffsetAt, positionAt } from '../../src/text/positions.ts';
import { composeRuns, lineEndEdits, lineStartsOf, piecesOf, rewrite, type TextEdit } from '../../src/text/rewrite.ts';

/** A text and edits to it that do not overlap. */
const edited = (file: fc.Arbitrary<string>) =>
  fc.tuple(file, fc.array(fc.tuple(fc.nat(6), fc.nat(4), fc.string({ maxLength: 3 })))).map(([text, steps]) => {
    const edits: TextEdit[] = [];
    let at = 0;
    for (const [gap, length, replacement] of steps) {
      const start = at + gap;
      const end = start + length;
      if (end > text.length) break;
      edits.push({ start, end, text: replacement });
      at = end + 1;
    }
    return { file: text, edits };
  });

const files = fc.string({ maxLength: 60 });

/** Origins of all characters, one by one, the long way round. */
function slowRewrite(file: string, edits: readonly TextEdit[]): { text: string; origins: number[] } {
  let text = '';
  const origins: number[] = [];
  const add = (part: string, from: number) => {
    for (let i = 0; i < part.length; i++) origins.push(from + i);
    text += part;
  };
  let at = 0;
  for (const edit of edits) {
    add(file.slice(at, edit.start), at);
    add(edit.text, edit.start);
    at = edit.end;
  }
  add(file.slice(at), at);
  return { text, origins };
}

describe('rewrite', () => {
  test('every character knows where it comes from', () => {
    fc.assert(
      fc.property(edited(files), ({ file, edits }) => {
        const { text, runs } = rewrite(file, edits);
        const slow = slowRewrite(file, edits);
        expect(text).toBe(slow.text);
        expect(slow.origins.map((_, i) => fileOffsetAt(runs, i))).toEqual(slow.origins);
      }),
    );
  });

  test('two rewritings in a row are one', () => {
    fc.assert(
      fc.property(edited(files), fc.infiniteStream(fc.nat(5)), ({ file, edits }, numbers) => {
        const first = rewrite(file, edits);
        const secondEdits: TextEdit[] = [];
        for (let at = 0; ; ) {
          const [gap, length] = [...numbers.take(2)] as [number, number];
          const edit = { start: at + gap, end: at + gap + length, text: '~'.repeat(gap) };
          if (edit.end > first.text.length) break;
          secondEdits.push(edit);
          at = edit.end + 1;
        }
        const second = rewrite(first.text, secondEdits);
        const runs = composeRuns(second.runs, first.runs);
        // A replacement longer than what it replaces has no place of its own beyond it: only the characters kept are compared.
        for (const { part, file: from } of piecesOf(second, 0, second.text.length)) {
          if (part !== first.text.slice(from, from + part.length)) continue;
          const at = second.runs.text[second.runs.file.indexOf(from)]!;
          for (let i = 0; i < part.length; i++) {
            expect(fileOffsetAt(runs, at + i)).toBe(fileOffsetAt(first.runs, fileOffsetAt(second.runs, at + i)));
          }
        }
      }),
    );
  });

  test('pieces make up the text', () => {
    fc.assert(
      fc.property(edited(files), fc.nat(60), fc.nat(60), ({ file, edits }, a, b) => {
        const rewritten = rewrite(file, edits);
        const [start, end] = [Math.min(a, b, rewritten.text.length), Math.min(Math.max(a, b), rewritten.text.length)];
        const parts = [...piecesOf(rewritten, start, end)].map((piece) => piece.part);
        expect(parts.join('')).toBe(rewritten.text.slice(start, end));
      }),
    );
  });
});

describe('line ends', () => {
  test.each([
    ['', '', [0]],
    ['a\nb', 'a\nb', [0, 2]],
    ['a\r\nb\r\n', 'a\nb\n', [0, 3, 6]],
    ['a\rb', 'a\nb', [0, 2]],
    ['a\r\rb', 'a\n\nb', [0, 2, 3]],
    ['a\r\r\nb', 'a\nb', [0, 4]],
    ['\n\r\n\n', '\n\n\n', [0, 1, 3, 4]],
  ])('%j', (file, text, starts) => {
    expect(rewrite(file, lineEndEdits(file)).text).toBe(text);
    expect(lineStartsOf(file)).toEqual(starts);
  });

  test('a place in the text is the same line of the file, whatever ends its lines', () => {
    const lines = fc.array(fc.stringMatching(/^[改革a ]{0,5}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n', '\r', '\r\r\n'), (rows, end) => {
        const file = rows.join(end);
        const { text, runs } = rewrite(file, lineEndEdits(file));
        expect(text).toBe(rows.join('\n'));
        const map = { ...runs, lineStarts: lineStartsOf(file) };
        let offset = 0;
        for (const [i, row] of rows.entries()) {
          for (let column = 0; column < row.length; column++) {
            expect(positionAt(map, offset + column)).toEqual({ line: i + 1, column: column + 1 });
          }
          offset += row.length + 1;
        }
      }),
    );
  });
});
