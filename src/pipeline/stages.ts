/**
 * The data's way through gaige, for one document: decode → normalize → structure → lex → segment → judge → naming → resolve, beside them masks and
 * domains, and the record in the end. Every stage is a value that is made when it is first asked for, and kept; whoever runs a report,
 * explains it or prints a stage of it reads these values and makes none of their own.
 */
import { conceptsIn } from '../concepts/index.ts';
import { type Domains, findDomains } from '../domains/index.ts';
import type { Engine } from '../engine/engine.ts';
import { brokenDiagnostics } from '../judge/broken-numbers.ts';
import type { JudgedSentence, NamedSentence } from '../judge/figure.ts';
import { judgeFigures, placeFigures, type SentencePlaces } from '../judge/index.ts';
import { type UnknownUnit, unitDiagnostics, unknownUnits } from '../judge/unknown-units.ts';
import { lex } from '../lex/index.ts';
import type { Document } from '../model/document.ts';
import type { PlaceholderDraft } from '../model/findings.ts';
import type { NormalText } from '../model/normal-text.ts';
import type { Lexed, Quantity } from '../model/quantity.ts';
import type { GaigeRecord } from '../model/record.ts';
import type { Report } from '../model/report.ts';
import { nameFigures } from '../naming/index.ts';
import { normalize } from '../normalize/index.ts';
import { type FoundMask, maskFinder, placeholdersAmong } from '../placeholders/index.ts';
import { type ResolvedIndicator, resolveFigures } from '../resolve/index.ts';
import { segmentSentences } from '../segment/word-index.ts';
import { structure } from '../structure/index.ts';
import { type CellReading, tableFigures } from '../tables/index.ts';
import { lazily } from '../text/once.ts';
import type { SegmentedSentence } from '../text/words.ts';
import { validate } from '../validate/index.ts';

export type Stages = {
  /** The text that findings refer to, its blocks, and the way back to the file. */
  readonly document: Document;
  /** The text that the stages from here to `resolve` look at and refer to: paragraphs whole, in one script. */
  readonly normalize: NormalText;
  /** Headings, sentences, and what the report says of itself. */
  readonly structure: Report;
  /** Quantities and masks, by characters alone. */
  readonly lex: Lexed;
  /** The figures of tables, as their heads have them. */
  readonly tables: ReadonlyMap<Quantity, CellReading | null>;
  /** Words, cut where a later stage asks for them. */
  readonly segment: readonly SegmentedSentence[];
  /** Figures with what rules may look at around them. */
  readonly places: readonly SentencePlaces[];
  /** Which rules fired on a figure, and which decides what. */
  readonly judge: readonly JudgedSentence[];
  /** What looks like a unit that no rule knows. */
  readonly unknownUnits: readonly UnknownUnit[];
  /** What each accepted figure measures. */
  readonly naming: readonly NamedSentence[];
  /** Indicators, each field with where it comes from. */
  readonly resolve: readonly ResolvedIndicator[];
  /** Masks, with the contexts that judged them. */
  readonly masks: readonly FoundMask[];
  readonly placeholders: readonly PlaceholderDraft[];
  readonly domains: Domains;
  /** The record: every finding checked against the contract. */
  readonly validate: GaigeRecord;
};

/** What each stage makes of those before it. */
const MAKERS: { [Name in Exclude<keyof Stages, 'document'>]: (made: Stages, engine: Engine) => Stages[Name] } = {
  normalize: ({ document }, { pack }) => normalize(document, pack),
  structure: (made, { pack }) => structure(made.normalize, pack),
  lex: (made, { pack }) => lex(made.normalize.text, pack),
  tables: (made, { pack }) => tableFigures(made.structure, made.lex, pack),
  segment: (made, { segment, meet }) => {
    meet?.(made.structure.text);
    return segmentSentences(made.structure, made.lex, segment);
  },
  places: (made, { pack }) => [...placeFigures(made.structure, made.segment, made.lex, pack)],
  // What stands around a figure is looked at once, and kept for nobody but those who print it.
  judge: (made, { pack }) =>
    judgeFigures(placeFigures(made.structure, made.segment, made.lex, pack), made.tables, pack),
  unknownUnits: (made, { pack }) => unknownUnits(made.normalize.text, made.judge, pack),
  naming: (made, { pack }) => nameFigures(made.structure, made.lex, made.judge, pack),
  domains: (made, { pack }) => findDomains(made.structure, pack.domains),
  resolve: (made, { pack }) => {
    const conceptOf = conceptsIn(made.structure, pack);
    return resolveFigures(made.structure, made.naming, made.domains.ofFigure, conceptOf, pack);
  },
  masks: (made, { pack }) => maskFinder(made.normalize, pack)(made.lex),
  placeholders: (made) => [...placeholdersAmong(made.masks, () => made.structure.headings)],
  validate: (made, { tool, includeText }) => {
    const findings = { indicators: made.resolve, placeholders: made.placeholders, domains: made.domains };
    const noted = [...brokenDiagnostics(made.normalize.text, made.lex), ...unitDiagnostics(made.unknownUnits)];
    return validate(made.structure, findings, noted, tool, includeText);
  },
};

export const stages = (document: Document, engine: Engine): Stages =>
  lazily<Stages, Engine>({ document: () => document, ...MAKERS }, engine);

/** All that is found in a document. */
export const extractDocument = (document: Document, engine: Engine): GaigeRecord => stages(document, engine).validate;
