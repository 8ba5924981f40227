/**
 * The scopes outside a sentence, innermost first: its paragraph since a lead, the lead of its section or list, its headings, the report's
 * title; where none of them states anything, the mood. A lead closes with its paragraph, unless a list or paragraphs that urge go on from it.
 */
import { type OriginCode, origin } from '../../model/origin.ts';
import type { Report, Sentence } from '../../model/report.ts';
import { type Span, sliceOf } from '../../model/span.ts';
import { lastAtMost } from '../../text/sorted.ts';
import { moodsOf } from './mood.ts';
import { ACHIEVED, type Mode, stated } from './scope.ts';
import { type Sections, sectionsOf } from './sections.ts';
import { type ParagraphSigns, RUN_IN_LEVEL, type SignedSentence, signedSentences } from './signs.ts';
import type { TitleContext } from './title-words.ts';
import type { YearWords } from './years.ts';

/** A lead on a line of its own that is no longer than this is a heading in all but form. */
const HEADING_CHARS = 30;
/** So much of a lead sentence is shown. */
const SHOWN_LEAD = 24;

/** Answers what governs each sentence. */
export function modesOf(report: Report, context: TitleContext, years: YearWords): (sentence: Sentence) => Mode {
  const signed = signedSentences(report, context, years);
  const sections = sectionsOf(report, context, years);
  const moods = moodsOf(report.headings, signed);
  const leads = new Leads(report, context, sections);
  const inCharge = sectionsInCharge(signed);
  const modes = signed.map((each, i): Mode => {
    const { heading } = each.sentence;
    leads.read(each, signed[i + 1]);
    const assigned = each.paragraph.assigns || (heading >= 0 && inCharge.has(heading)) ? ASSIGNED : null;
    return leads.mode ?? sections.modeOf(heading) ?? assigned ?? moods(heading);
  });
  return ({ span }) => modes[lastAtMost(signed, span.start, ({ sentence }) => sentence.span.start)] ?? ACHIEVED;
}

/** A paragraph that says who is in charge of it is an item of a plan: （牵头单位：区教育局）. */
const ASSIGNED = stated('target', origin('ASSIGNED'));

/** Headings under which somebody is put in charge. */
function sectionsInCharge(signed: readonly SignedSentence[]): ReadonlySet<number> {
  const headings = new Set<number>();
  for (const { sentence, signs } of signed) if (signs.assigns) headings.add(sentence.heading);
  return headings;
}

type Lead = { mode: Mode; heading: number };

/** The leads that are open while sentences are read in order. */
class Leads {
  readonly #report: Report;
  readonly #context: TitleContext;
  readonly #sections: Sections;
  #paragraph: Mode | null = null;
  /** What goes on from its paragraph as long as paragraphs urge. */
  #goal: Lead | null = null;

  constructor(report: Report, context: TitleContext, sections: Sections) {
    this.#report = report;
    this.#context = context;
    this.#sections = sections;
  }

  /** What the leads make of the sentence read last; null where none is open. */
  get mode(): Mode | null {
    return this.#paragraph;
  }

  read({ sentence, signs, paragraph, opensParagraph }: SignedSentence, next: SignedSentence | undefined): void {
    const { span, heading } = sentence;
    // 一是…, 二是… in paragraphs of their own go on from the lead before them.
    const isItem = this.#report.headings[heading]?.level === RUN_IN_LEVEL;
    if (opensParagraph && !isItem) this.#paragraph = this.#goesOn(heading, paragraph);
    const isOpen = (next?.opensParagraph ?? true) && (this.#isOpen(span) || (signs.announces && opensParagraph));
    const isLine = opensParagraph && isOpen && span.end - span.start < HEADING_CHARS;
    if (isLine) this.#readLine(sentence);
    if (!signs.leadsPlan && !signs.leadsParagraph) return;
    this.#paragraph = this.#lead('PARAGRAPH_LEAD', span);
    // 要做好以下工作： on a line of its own opens a part of the report, else the rest of its section.
    if (isOpen) this.#sections.open(isLine && signs.leadsPlan ? -1 : heading, this.#lead('PART_LEAD', span));
    else if (signs.leadsPlan) this.#goal = { mode: this.#lead('PART_LEAD', span), heading };
  }

  #goesOn(heading: number, { urging, telling }: ParagraphSigns): Mode | null {
    if (this.#goal && (this.#goal.heading !== heading || telling > urging)) this.#goal = null;
    return urging > telling ? (this.#goal?.mode ?? null) : null;
  }

  /** A line of its own may be the title of an appendix: 2027年十件民生实事. */
  #readLine({ span, heading }: Sentence): void {
    if (this.#report.headings[heading]?.span.start === span.start) return;
    const mode = this.#sections.modeOfLine(span);
    if (mode) this.#sections.open(-1, mode);
  }

  /** It ends in a colon, or stands without a stop like a heading. */
  #isOpen({ end }: Span): boolean {
    const { punctuation } = this.#context;
    const last = end - 1;
    return punctuation.colons.at(this.#report.text, last) || !punctuation.statementEnds.at(this.#report.text, last);
  }

  #lead(code: OriginCode, { start, end }: Span): Mode {
    const lead = sliceOf(this.#report.text, { start, end: Math.min(end, start + SHOWN_LEAD) });
    return stated('target', origin(code, { lead }));
  }
}
