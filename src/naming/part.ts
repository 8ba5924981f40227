/** Attributes that name nothing without the thing they are said of: 国家级5家, 男性77.1岁, 户均3万元. */

import type { Figure } from '../judge/figure.ts';
import type { Name } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import { type NamingContext, wordAt, wordBefore } from './context.ts';
import { withoutGrade, withoutNew } from './heads.ts';
import { isAmount, type Memory, unitOf } from './memory.ts';
import { composed } from './name.ts';
import type { LeftPhrase } from './phrase.ts';
import { sideOf } from './side.ts';

/** Nothing longer is an attribute alone. */
const LONGEST_ATTRIBUTE = 12;

/** The name of a figure that has nothing but an attribute beside it: that of the thing measured before in the same unit. */
export function nameOfPart(context: NamingContext, figure: Figure, memory: Memory): Name | null {
  const { text, classes } = context;
  const { start, end } = bareWords(context, figure.left);
  if (end <= start || end - start > LONGEST_ATTRIBUTE || sideOf(context, figure) === 'right') return null;
  const words = text.slice(start, end);
  const unit = unitOf(figure);
  const set = memory.set?.unit === unit ? memory.set.name : null;
  const whole = memory.whole ?? (memory.unit === unit ? (memory.topic ?? memory.last) : null);
  const counted = set?.text ?? withoutDeed(classes, memory.firstByUnit.get(unit)?.text ?? '');
  if (classes.rest.has(words) && counted !== '') return composed(words, counted);
  // 城镇人口22万人，占39%；男性28万人: after the share of a part the others are of the same.
  const all = classes.grade.has(words) ? memory.byUnit.get(unit) : undefined;
  if (memory.unit !== unit && all) return composed(words, withoutGrade(classes, all.text));
  if (!whole || memory.unit !== unit) return null;
  if (classes.perHead.has(words)) return composed(words, whole.text);
  // 新认定企业31家，累计78家: those before are counted too.
  if (classes.inTotal.has(words)) return composed(withoutNew(classes, whole.text));
  const isBound = classes.partBound.longestBefore(words, words.length) > 0;
  if (!isBound && !classes.grade.has(words)) return null;
  memory.whole = whole;
  if (isBound) return composed(words, withoutBound(classes, whole.text));
  return composed(words, withoutGrade(classes, whole.text));
}

/** 纳税1000万元以上|企业: another bound takes the place of this one. */
function withoutBound({ partBound }: NamingContext['classes'], name: string): string {
  const at = partBound.firstIn(name, 0, name.length);
  const rest = at < 0 ? '' : name.slice(at + partBound.longestAt(name, at));
  return rest.length >= 2 ? rest : name;
}

/** 排查|各类纠纷: the thing alone, without what was done to it. */
function withoutDeed({ keptVerb, weakVerb, strongVerb }: NamingContext['classes'], name: string): string {
  const length = Math.max(...[keptVerb, weakVerb, strongVerb].map((verbs) => verbs.longestAt(name, 0)));
  return name.length - length >= 2 ? name.slice(length) : name;
}

/** What a figure is part of: 其中教育8亿元、卫生5亿元 are both of the expenditure told before. */
export function wholeOf(
  { classes: { shareName } }: NamingContext,
  figure: Figure,
  { among }: LeftPhrase,
  memory: Memory,
): Name | null {
  const own = unitOf(figure);
  if (!among) return memory.unit === own ? memory.whole : null;
  // 完成投资18亿元，其中新建项目20个: what is counted is no part of an amount.
  const whole = memory.topic ?? memory.last;
  const isOfShare = whole !== null && shareName.longestBefore(whole.text, whole.text.length) > 0;
  return !isAmount(figure) || isOfShare || own === memory.amountUnit ? whole : null;
}

/** 其中|国家级|有: without the words that link. */
export function bareWords(context: NamingContext, span: Span): Span {
  const { text, classes, marks } = context;
  let { start, end } = span;
  for (;;) {
    start = marks.leading.endOfRun(text, start, end);
    const length = wordAt(context, start, end, classes.among);
    if (length === 0) break;
    start += length;
  }
  for (;;) {
    end = marks.trailing.startOfRun(text, end, start);
    const length = wordBefore(context, end, start, classes.moved);
    if (length === 0) return { start, end };
    end -= length;
  }
}
