import { CharSet } from '../../text/char-set.ts';
import { Lexicon } from '../../text/lexicon.ts';
import { lexiconOf, splitWords } from '../word-list.ts';
import type { MasksSource } from './schema.ts';
import { TraceKinds } from './trace-kinds.ts';

/** A way of masking: which characters, how many at least, and what may not stand beside them. */
export type MaskForm = {
  id: string;
  chars: CharSet;
  /** Shortest run that is a mask. */
  min: number;
  /** Longest run that is a mask: a long row of underscores is a rule, not a blank. */
  max: number;
  /** No mask where a Latin letter or a digit of another kind stands beside it (X in CTX, 3X). */
  apartFromLatin: boolean;
  /** No mask where a Chinese digit stands beside it (○ in 二○二二). */
  apartFromDigits: boolean;
};

/** A bracketed note that stands for missing content: 【待补充】, [TODO], （ ）. */
export type NoteForms = {
  /** Closing bracket by opening bracket. */
  brackets: ReadonlyMap<string, string>;
  /** A note that holds one of these is a placeholder. */
  words: Lexicon;
  /** A note that begins or ends with one of these is a placeholder. */
  edges: Lexicon;
  /** Longer words that hold one of those and leave nothing open (待核准). */
  notWords: Lexicon;
  /** A note of nothing but these characters is a placeholder (…, blanks). */
  blanks: CharSet;
  /** Longest note, brackets included. */
  max: number;
  /** Words that are placeholders without brackets: TODO, TBD. */
  bare: Lexicon;
  /** They join such a word to the name of a file. */
  pathSigns: CharSet;
};

/** What shows that a lone mask character before a digit multiplies. */
export type TimesSigns = {
  /** It stands directly after one of these, or after a figure with its unit: （本期－上期）×100%, 7天×24小时. */
  after: CharSet;
  /** It never stands directly after one of these: 2023年*2月 masks half a month. */
  notAfter: CharSet;
  /** One of these stands in its clause: 得分=完成率*0.6. */
  reckon: CharSet;
};

/** What a mask or a note cannot do without. Patterns are global, and kept, since V8 compiles each for itself. */
export type MaskTraces = {
  kinds: TraceKinds;
  /** A mask character. Looked for by itself: V8 takes four times as long where a pattern is one of two. */
  sign: RegExp;
  /** A bracket with one of its blanks. */
  blank: RegExp;
  /** Whatever may turn out to be a mask: a run of signs, a bracket, a word. */
  candidate: RegExp;
  /** Words that mask, and those of notes, without blanks. */
  words: Lexicon;
  /** The first two characters of each of them. */
  beginnings: ReadonlySet<string>;
};

export type MaskTable = {
  forms: ReadonlyMap<string, MaskForm>;
  /** Form by mask character. */
  byChar: ReadonlyMap<string, MaskForm>;
  /** Words that are masks: 某某. */
  words: Lexicon;
  /** Nouns that make a mask behind 前 a name. */
  places: Lexicon;
  /** What stands beside two masks without a unit that are the ends of a range. */
  ranges: { before: Lexicon; after: Lexicon };
  times: TimesSigns;
  notes: NoteForms;
  traces: MaskTraces;
};

export function compileMasks(section: MasksSource): MaskTable {
  const forms = new Map<string, MaskForm>();
  const byChar = new Map<string, MaskForm>();
  for (const { chars, ...form } of section.forms) {
    const compiled: MaskForm = { ...form, chars: new CharSet(chars) };
    forms.set(form.id, compiled);
    for (const char of chars) byChar.set(char, compiled);
  }
  const { notes, times } = section;
  return {
    forms,
    byChar,
    times: {
      after: new CharSet(times.after),
      notAfter: new CharSet(times.notAfter),
      reckon: new CharSet(times.reckon),
    },
    words: lexiconOf(section.words),
    places: lexiconOf(section.places),
    ranges: { before: lexiconOf(section.ranges.before), after: lexiconOf(section.ranges.after) },
    notes: {
      brackets: new Map(Object.entries(notes.brackets)),
      words: lexiconOf(notes.words),
      edges: lexiconOf(notes.edges),
      notWords: lexiconOf(notes.notWords),
      blanks: new CharSet(notes.blanks),
      max: notes.max,
      bare: lexiconOf(notes.bare),
      pathSigns: new CharSet(notes.pathSigns),
    },
    traces: tracesOf(section),
  };
}

function tracesOf({ forms, words, notes }: MasksSource): MaskTraces {
  const literal = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const setOf = (chars: Iterable<string>) => `[${[...chars].map(literal).join('')}]`;
  const signs = setOf(forms.map(({ chars }) => chars).join(''));
  const brackets = setOf(Object.keys(notes.brackets));
  const spelt = splitWords([...words, ...notes.bare]);
  const ofNotes = splitWords([...notes.words, ...notes.edges]);
  const traceWords = [...spelt, ...ofNotes].map((word) => word.replace(/\s+/g, ''));
  return {
    kinds: new TraceKinds({
      signs: forms.map(({ chars }) => chars).join(''),
      words: traceWords,
      brackets: Object.keys(notes.brackets).join(''),
      blanks: [...notes.blanks].join(''),
    }),
    sign: new RegExp(signs, 'g'),
    blank: new RegExp(`${brackets}(?=${setOf(notes.blanks)})`, 'g'),
    candidate: new RegExp([`${signs}+`, brackets, ...spelt.map(literal)].join('|'), 'g'),
    words: new Lexicon(traceWords),
    beginnings: new Set(traceWords.map((word) => word.slice(0, 2))),
  };
}
