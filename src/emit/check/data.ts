/** Findings and notices as data: the same fields in every format that programs read, null where there is none. */

import { noticeWords } from '../../messages/check.ts';
import type { CheckFinding, CheckNotice } from '../../model/check-record.ts';
import type { Finding, Notice } from '../../model/issue.ts';

const NOWHERE = { line: null, column: null, endLine: null, endColumn: null, paragraph: null, row: null };

export function findingData(finding: Finding): CheckFinding {
  const { path, place, level, kind, text, expects, subject, sentence, section, fingerprint, rule, span } = finding;
  const position = 'region' in place ? place.region : place;
  return {
    path,
    ...NOWHERE,
    ...position,
    level,
    kind,
    text,
    expects,
    missing: subject,
    section,
    sentence: sentence.text,
    mark: sentence.mark,
    span,
    fingerprint,
    rule,
  };
}

export const noticeData = (notice: Notice): CheckNotice => ({ ...notice, message: noticeWords(notice, 'en') });
