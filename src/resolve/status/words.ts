/** Achieved or promised by the words of the sentence: the last cue before a place that reaches it, else what governs the sentence. */
import { origin } from '../../model/origin.ts';
import type { Span } from '../../model/span.ts';
import { firstAtLeast } from '../../text/sorted.ts';
import type { WordIndex } from '../../text/words.ts';
import { type Cue, type CueContext, cueAt, type Reach } from './cues.ts';
import type { Mode, StatusDecision } from './scope.ts';

/** From this place on, up to the next stretch, this cue decides; where none does, what governs the sentence. */
type Stretch = { start: number; cue: Cue | null };

export function statusWithin(context: CueContext, sentence: Span, mode: Mode): (at: number) => StatusDecision {
  const stretches = stretchesOf(context, sentence, mode);
  return (at) => {
    const cue = stretches[firstAtLeast(stretches, at, ({ start }) => start) - 1]?.cue;
    return cue ? decidedBy(cue, context.text) : mode;
  };
}

const decidedBy = ({ at, length, status }: Cue, text: string): StatusDecision => ({
  status,
  origin: origin('CUE', { cue: text.slice(at, at + length) }),
});

/** The cues that still reach a place, by how far they do. */
type OpenCues = Record<Reach, Cue | null>;

/** One pass: cues open scopes, marks close them. */
function stretchesOf(context: CueContext, sentence: Span, mode: Mode): Stretch[] {
  const { text, punctuation, rules } = context;
  const open: OpenCues = { clause: null, statement: null, sentence: null };
  const stretches: Stretch[] = [];
  const turn = (start: number) => stretches.push({ start, cue: innermost(open) });
  let clause = sentence.start;
  let statement = sentence.start;
  // What is told of no figure is not read.
  const last = context.figures.at(-1)?.span.end ?? sentence.start;
  const limit = Math.min(sentence.end, last + SUBJECT_CHARS + 1);
  for (let at = sentence.start; at < limit; ) {
    if (punctuation.delimiters.at(text, at)) {
      clause = at + 1;
      open.clause = null;
      if (punctuation.statementEnds.at(text, at)) {
        statement = at + 1;
        open.statement = null;
      }
      turn(at);
      at++;
      continue;
    }
    if (open.clause?.end === at) {
      open.clause = null;
      turn(at);
    }
    // Nothing begins at most places.
    const opens = at === clause || punctuation.openers.at(text, at - 1);
    if (!opens && rules.anyCue.longestAt(text, at, sentence.end) === 0) {
      at++;
      continue;
    }
    const { cue, passed } = cueAt(context, at, { sentence, statement, clause, mode, current: innermost(open) });
    if (cue) {
      const subject = subjectOf(context, at, clause, cue);
      // What is planned of one thing says nothing of the next: 3项有望完成，2项存在差距.
      const reach = subject === null ? cue.reach : 'clause';
      // What was opened later and reaches less far ends where this begins.
      if (reach !== 'clause') open.clause = null;
      if (reach === 'sentence') open.statement = null;
      open[reach] = cue;
      // Where the last stretch began before the subject, this one takes it in.
      turn(Math.max(subject ?? at, stretches.at(-1)?.start ?? clause));
    } else if (at === clause && isDone(open) && rules.resumes.longestAt(text, at, sentence.end) > 0) {
      open.statement = null;
      turn(at);
    }
    at += passed;
  }
  return stretches;
}

/** 3个项目计划年底前建成: a count right before a plan is what the plan is about, unless 的 tells which ones are meant or a verb what was done. */
function subjectOf({ text, words, rules, figures }: CueContext, at: number, clause: number, cue: Cue): number | null {
  const last = figures[firstAtLeast(figures, at, ({ span }) => span.start) - 1];
  if (cue.status !== 'target' || !last?.counts || last.span.start < clause) return null;
  const { start, end } = last.span;
  if (at - end > SUBJECT_CHARS || cue.end !== undefined || rules.relative.isIn(text, end, at)) return null;
  return rules.presents.longestBefore(text, start, clause) > 0 || start === clause || !tellsVerb(words, clause, start)
    ? start - 1
    : null;
}

/** The noun between a count and what is planned of it is short. */
const SUBJECT_CHARS = 12;

/** Whether a clause has a verb before the figure: 签约3个. */
function tellsVerb(words: WordIndex, clause: number, figure: number): boolean {
  for (let at = clause; at < figure; ) {
    const word = words.from(at);
    if (word?.tag.startsWith('v')) return true;
    at += word?.text.length ?? 1;
  }
  return false;
}

/** Whether a thing done is told up to the next semicolon: 2024年受理4200件，今年要受理5000件. */
const isDone = ({ statement }: OpenCues): boolean => statement?.status === 'achieved';

const innermost = ({ clause, statement, sentence }: OpenCues): Cue | null => clause ?? statement ?? sentence;
