import type { Fault } from '../../messages/fault.ts';
import type { Facts } from '../../model/diagnostic.ts';
import type { PlaceholderKind } from '../../model/vocabulary.ts';
import { ARABIC_DIGITS, CharSet, SPACES } from '../../text/char-set.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import { nearest } from '../../text/nearest.ts';
import type { PackEntry } from '../pack.ts';
import type { Knowledge } from '../schema.ts';
import { lexiconOf, splitWords } from '../word-list.ts';
import type { ContextSource, NounClass, PlaceholdersSource, Touching } from './schema.ts';

export type MaskContext = {
  id: string;
  /** Name of the pack it comes from. */
  pack: string;
  /** `file:line` */
  place: string;
  forms: ReadonlySet<string> | null;
  /** Only a run of one character. */
  single: boolean;
  /** Only a run that is part of no numeral. */
  free: boolean;
  before: Lexicon | null;
  after: Lexicon | null;
  /** In the same clause. */
  near: Lexicon | null;
  touching: Touching | null;
  noun: NounClass | null;
  /** Decides for a run that is part of a numeral as well. */
  always: boolean;
  kind: PlaceholderKind | 'none';
  expects: string | null;
};

/** Where a masked name or phrase ends. */
export type NounRules = {
  places: Lexicon;
  names: Lexicon;
  trades: Lexicon;
  texts: Lexicon;
  longer: Lexicon;
  stops: Lexicon;
  closers: ReadonlySet<string>;
  openers: ReadonlySet<string>;
  enumerators: Lexicon;
  others: Lexicon;
};

/** What may stand before a line that begins and ends with the same run: 1. （一） - */
export type ListMarkers = { bullets: CharSet; open: CharSet; numerals: CharSet; close: CharSet };

export type PlaceholderRules = {
  contexts: readonly MaskContext[];
  joiners: ReadonlySet<string>;
  /** Signs that the search for words `near` a mask does not go on over. */
  nearEnds: CharSet;
  /** Closing by opening quote. */
  quotes: ReadonlyMap<string, string>;
  /** Quotes among them. */
  quoteEnds: CharSet;
  footnotes: { stars: CharSet; after: CharSet; legends: Lexicon; explains: Lexicon };
  listMarkers: ListMarkers;
  /** Between a line that begins and ends with the same run and what it is about: **要点**： */
  colons: CharSet;
  /** Closing by opening bracket of the number of a note: [2] */
  noteMarks: ReadonlyMap<string, string>;
  particles: CharSet;
  /** What may stand between a mask and the unit of the numeral that it is part of: 58 and 余 in *58余元, ） in （*）家. */
  numeralEnd: { chars: CharSet; infixes: Lexicon };
  dateUnits: ReadonlySet<string>;
  nouns: NounRules;
  noteKinds: readonly { kind: PlaceholderKind; words: Lexicon }[];
};

/** Of these lists the first member that fits decides. */
export const FIRST_FIT_PLACEHOLDERS = ['contexts', 'noteKinds'] satisfies (keyof PlaceholdersSource)[];

export const compilePlaceholders = (
  section: PlaceholdersSource,
  contexts: readonly PackEntry<ContextSource>[],
  { clauses, masks, numerals }: Pick<Knowledge, 'clauses' | 'masks' | 'numerals'>,
): PlaceholderRules => ({
  contexts: contexts.map(compileContext),
  joiners: new Set(section.joiners),
  nearEnds: new CharSet([...clauses.sentenceEnds, ...clauses.semicolons, ...clauses.commas]),
  quotes: new Map(Object.entries(section.quotes)),
  quoteEnds: new CharSet([...Object.entries(section.quotes).flat(), ...section.quoteEnds]),
  footnotes: compileFootnotes(section.footnotes),
  listMarkers: compileListMarkers(section.listMarkers, numerals),
  colons: new CharSet(clauses.colons),
  noteMarks: new Map(Object.entries(section.noteMarks)),
  particles: new CharSet(section.particles),
  numeralEnd: {
    chars: CharSet.union([
      ARABIC_DIGITS,
      SPACES,
      new CharSet([...numerals.decimalPoints, ...Object.values(masks.notes.brackets)]),
    ]),
    infixes: lexiconOf(numerals.infixes),
  },
  dateUnits: new Set(splitWords(section.dateUnits)),
  nouns: compileNouns(section.nouns),
  noteKinds: section.noteKinds.map(({ kind, words }) => ({ kind, words: lexiconOf(words) })),
});

const compileFootnotes = (footnotes: PlaceholdersSource['footnotes']): PlaceholderRules['footnotes'] => ({
  stars: new CharSet(footnotes.stars),
  after: new CharSet(footnotes.after),
  legends: lexiconOf(footnotes.legends),
  explains: lexiconOf(footnotes.explains),
});

const compileListMarkers = (
  { bullets, open, close }: PlaceholdersSource['listMarkers'],
  { digits, small }: Knowledge['numerals'],
): ListMarkers => ({
  bullets: new CharSet(bullets),
  open: new CharSet(open),
  numerals: CharSet.union([ARABIC_DIGITS, new CharSet([...Object.keys(digits), ...Object.keys(small)])]),
  close: new CharSet(close),
});

const compileNouns = (nouns: PlaceholdersSource['nouns']): NounRules => ({
  places: lexiconOf(nouns.places),
  names: lexiconOf(nouns.names),
  trades: lexiconOf(nouns.trades),
  texts: lexiconOf(nouns.texts),
  longer: lexiconOf(nouns.longer),
  stops: lexiconOf(nouns.stops),
  closers: new Set(nouns.closers),
  openers: new Set(nouns.openers),
  enumerators: lexiconOf(nouns.enumerators),
  others: lexiconOf(nouns.others),
});

const compileContext = ({ value, pack, file, keys }: PackEntry<ContextSource>): MaskContext => {
  const { examples: _examples, ...context } = value;
  return {
    ...context,
    pack: pack.name,
    place: file.placeOf(keys),
    forms: context.forms ? new Set(context.forms) : null,
    before: context.before ? lexiconOf(context.before) : null,
    after: context.after ? lexiconOf(context.after) : null,
    near: context.near ? lexiconOf(context.near) : null,
    touching: context.touching ?? null,
    noun: context.noun ?? null,
    expects: context.expects ?? null,
  };
};

/** Faults of contexts that name forms of masks which are none. */
export function contextFaults(contexts: readonly PackEntry<ContextSource>[], forms: Iterable<string>): Fault[] {
  const known = new Set([...forms, 'note', 'word']);
  return contexts.flatMap(({ value, file, keys }) =>
    (value.forms ?? []).flatMap((form, i) => {
      if (known.has(form)) return [];
      const near = nearest(form, known);
      const facts: Facts = { form, ...(near === null ? {} : { near }) };
      return [file.fault('UNKNOWN_MASK', [...keys, 'forms', i], facts)];
    }),
  );
}
