/** Names and texts of others as a part of what people read on a terminal or in a log, where they must not be obeyed. */

/** Line ends and other controls, marks that turn the direction of what follows, halves of characters, and what no eye sees. */
const OBEYED = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** What logs of GitHub, Azure and TeamCity take for a command of the step that wrote it. */
const COMMANDS = /^(\s*):(?=:)|#(?=#(?:\[|vso\[|teamcity\[))/gm;

const SHORT = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const escaped = (char: string): string =>
  SHORT.get(char) ?? `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** On one line, every sign of it to be seen: `\n` for a line end, `\u202e` for a mark that turns the text. */
export const shown = (text: string): string =>
  text.replace(OBEYED, escaped).replace(COMMANDS, (sign, blanks = '') => blanks + escaped(sign.trimStart()));

/** The same with line ends kept, of what has lines of its own. */
export const shownLines = (text: string): string => text.split('\n').map(shown).join('\n');
