/** A file of corrections, taken up again. */
import type { Span } from '../../../model/span.ts';
import type { Model } from '../report/model.ts';
import { isMark, isObject, isSpanOf } from './checks.ts';
import {
  type AddedFinding,
  type Changes,
  type FindingMarks,
  type Marks,
  NO_FIELDS,
  NO_MARKS,
  NOTHING_SAID,
} from './marks.ts';

export type Opened = { marks: Marks; taken: number; left: number };

/** `other`: it is about another report or another text of it; `unreadable`: it is no such file. */
export function openedMarks(content: string, model: Model): Opened | 'other' | 'unreadable' {
  const file = parsed(content);
  if (!isObject(file) || file['version'] !== 1 || !Array.isArray(file['marks']) || !isObject(file['report']))
    return 'unreadable';
  if (file['report']['textSha256'] !== model.textSha256) return 'other';
  const idAt = new Map(model.findings.map(({ type, span, id }) => [placeKey(type, span), id]));
  const sectionAt = new Map(model.sections.map(({ span, id }) => [placeKey('section', span), id]));
  const findings: Record<string, FindingMarks> = {};
  const added = new Map<string, AddedFinding>();
  const sections: Record<string, readonly string[]> = {};
  let left = 0;
  for (const mark of file['marks']) {
    if (!isMark(mark, model.text)) {
      left++;
      continue;
    }
    const key = placeKey(String(mark['type']), mark.span);
    const id = mark['mark'] === 'domains' ? sectionAt.get(key) : idAt.get(key);
    if (mark['mark'] === 'add') {
      const finding = addedOf(mark);
      added.set(finding.id, finding);
    } else if (id === undefined) left++;
    else if (mark['mark'] === 'domains') sections[id] = mark['to'] as string[];
    else findings[id] = withMark(findings[id] ?? NOTHING_SAID, mark);
  }
  const by = typeof file['by'] === 'string' ? file['by'] : '';
  const reviewed = isSpanOf(model.text, file['reviewed']) ? file['reviewed'] : null;
  const marks = { ...NO_MARKS, findings, added: [...added.values()], sections, by, reviewed };
  return { marks, taken: file['marks'].length - left, left };
}

function withMark(before: FindingMarks, { mark, field, to, note }: Record<string, unknown>): FindingMarks {
  const noted = typeof note === 'string' ? { ...before, note } : before;
  if (mark === 'right' || mark === 'wrong') return { ...noted, verdict: mark };
  if (mark !== 'change' || typeof field !== 'string') return noted;
  return { ...noted, changes: { ...noted.changes, [field]: to } as Changes };
}

/** Fields that the file leaves out are null. */
function addedOf({ type, span, text, fields, note }: Record<string, unknown> & { span: Span }): AddedFinding {
  const common = {
    id: `+${span.start}-${span.end}`,
    span,
    text: String(text),
    note: typeof note === 'string' ? note : '',
  };
  const given = isObject(fields) ? fields : {};
  if (type === 'placeholder') return { ...common, type, fields: { kind: 'text', expects: null, ...given } };
  return { ...common, type: 'indicator', fields: { ...NO_FIELDS, ...given } };
}

const placeKey = (type: string, { start, end }: { start: number; end: number }): string => `${type} ${start} ${end}`;

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
