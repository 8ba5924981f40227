/** The form that `rules/status.yaml` has: the words that tell what was achieved from what is promised. */
import { z } from 'zod';
import { part, tags, words } from '../schema-parts.ts';

export const statusSchema = z
  .strictObject({
    planDocuments: words.describe('A report whose own title ends in one of these is a plan: 工作要点'),
    planTitles: words.describe('Nouns of work to come that head a phrase of a title: 工作打算'),
    titleTimes: words.describe('Times to come, anywhere in a title: 下一步'),
    reviewTitles: words.describe('Nouns that look back and end a phrase of a title: 完成情况'),
    claimTitles: words.describe(
      'A title with one of these tells of a success, unless a plan around it wants that: 取得',
    ),
    titleVerbs: words.describe('What one of these has for its object heads no title: 聚焦目标任务'),
    titleJoints: words.describe('Between the phrases of a title'),
    partialPeriods: words.describe('Where one stands in its title, a report looks back on less than a year: 上半年'),
    restOfYear: words.describe('At the start of a sentence of such a report these open a plan: 下半年'),
    planLeads: words.describe(
      'A sentence with one of these opens a plan: up to the end of its section where it opens a list, else of its paragraph and those after it that urge',
    ),
    paragraphLeads: words.describe('At the start of a clause these open a plan up to the end of the paragraph'),
    announceVerbs: words.describe(
      'With a word of `announced` behind in its clause, a sentence without a figure opens a plan: 抓好…五项工作',
    ),
    announceMoods: words.describe('One of these in the sentence makes it look ahead: 要'),
    announced: words.describe('What those announce'),
    planSources: words.describe(
      'At the start of a sentence, with a noun of a plan before its first comma, these open a plan: 按照今年的计划，',
    ),
    planNouns: words.describe('Such nouns'),
    planAfterYear: words.describe(
      'Behind a year to come at the start of a sentence, or a comma: that opens a plan too',
    ),
    inCharge: words.describe('A paragraph with one of these is an item of a plan: 牵头单位：'),
    target: words.describe('Turn the rest of the sentence to a plan: 预期目标'),
    wishes: words.describe('The same up to a semicolon, or to its end where they have no subject of their own: 力争'),
    wholeSubjects: words.describe('Subjects and times that are those of the whole sentence: 我们'),
    purposes: words.describe('Of those, these reach no further than their clause where no figure stands in it: 确保'),
    targetInClause: words.describe('The same up to a comma'),
    targetUnlessReview: words.describe('The same, but under a heading that looks back these turn nothing'),
    until: words.describe('With a year to come, at the start of a clause, the rest of the sentence: 到2027年'),
    planPeriods: words.describe(
      'Five-year plans in their order, the first of which ended in 2010, as such a year: 到“十五五”末',
    ),
    calls: words.describe('At the start of a clause, up to a semicolon: 要求'),
    forecasts: words.describe('Up to a semicolon, where a time to come follows in the clause: 预计'),
    deadlines: words.describe('Such times: 年底前'),
    afterwards: words.describe('When a work is done; with a word of `ability` behind, up to a semicolon: 投产后'),
    ability: words.describe('What a work will be good for: 可以'),
    presents: words.describe('Before a count these say nothing of it but that it is: 其余5座'),
    disposal: words.describe('Where one follows, 将 is 把: 将…纳入'),
    targetBeforeVerb: words.describe('Turn to a plan up to a semicolon before a verb: 将 要'),
    promised: tags.describe('Parts of speech of what those must stand before; n* is all that begin with n'),
    relative: words.describe('Behind the verb, these end the plan: 计划出让的地块'),
    planned: words.describe('Before a noun these name an amount planned: 计划种植面积38万亩'),
    planTimes: words.describe('Before those, if they do not open the clause'),
    plannable: tags.describe('Parts of speech of what those must stand before'),
    meetsPlan: words.describe('Before those in the clause: it tells how a plan was met'),
    notTarget: words.describe('Words that hold a word of a plan and are none: 未来产业'),
    achieved: words.describe('Turn back to what was done: the rest of the sentence, in a plan the rest of the clause'),
    pastTimes: words.describe('The same, but in a plan, at the start of a clause, up to a semicolon: 截至'),
    existing: words.describe('The figure behind one of these is there already: 现有'),
    notAchieved: words.describe('Words that hold one of those and do not'),
    answers: words.describe(
      'At the start of a clause, after a plan with a word of `planned`, these tell what came of it: 全年完成',
    ),
    comparedWith: words.describe('After one of these a word of what was done says what with: 比去年增加'),
    expected: words.describe('Promise nothing shortly behind one of `heldAgainst` in their clause: 高于年初|预期'),
    heldAgainst: words.describe('Hold a figure against what was expected: 高于'),
    groundsEnds: words.describe('In a plan they end what is done already: 在…基础上'),
    resumes: words.describe('At the start of a clause of a plan they end what is told of a past year: 年内'),
    imperative: words.describe('Open the sentences of a plan'),
    completed: words.describe('Mark the sentences of a review'),
  })
  .describe('Achieved or promised');

/** What one pack says: any part of it. */
export const statusPackSchema = part(statusSchema);

/** What all packs together say. */
export type StatusSource = z.infer<typeof statusSchema>;
