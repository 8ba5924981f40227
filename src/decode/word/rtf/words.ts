/** Words of RTF, by what they mean to a reader of the report. */

/** Groups without text of the report. `\*` marks all others that a reader need not know. */
export const SKIPPED = new Set(
  (
    'fonttbl colortbl stylesheet info pict objdata header headerl headerr headerf footer footerl footerr footerf fldinst listtable listoverridetable ' +
    'revtbl rsidtbl filetbl generator xmlnstbl themedata colorschememapping datastore latentstyles annotation atnid atnauthor bkmkstart bkmkend ' +
    'pntxta pntxtb pnseclvl abiframeprops nonshppict sp sn sv xe tc txe rxe ftnsep ftnsepc aftnsep aftnsepc ftncn aftncn template passwordhash mmathPr'
  ).split(' '),
);
/** Optional groups that hold text after all. */
export const READ_THOUGH_OPTIONAL = new Set(['shpinst', 'shptxt', 'shppict', 'ud', 'footnote', 'fldrslt']);
/** Groups whose text stands elsewhere. */
export const ELSEWHERE = new Set(['footnote', 'shptxt', 'dptxbxtext']);

export const CHARACTERS = new Map([
  ['nbsp', ' '],
  ['nbhyphen', '-'],
  ['tab', '\t'],
  ['line', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u3000'],
  ['enspace', ' '],
  ['qmspace', ' '],
]);

/** The character set of fonts of symbols. */
export const SYMBOLS = 2;

/** Encodings by the number of a character set of Windows, and by code page. */
export const CHARSETS = new Map([
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gb18030'],
  [136, 'big5'],
]);
export const CODE_PAGES = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [54936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [65001, 'utf-8'],
]);
