/** JUnit XML: a suite a report, a failed case a finding; a report without any is a case that passes. */
import { LEVEL_LABELS, missingWords, placeWords, RULE_WORDS } from '../../messages/check.ts';
import type { Language } from '../../messages/language.ts';
import type { Finding } from '../../model/issue.ts';
import { escapeXml } from '../../text/xml-escape.ts';
import type { CheckContext, CheckEmitter } from './emitter.ts';

export function junit({ language }: CheckContext): CheckEmitter {
  // The head of a suite counts its cases, so they wait until it is over.
  let cases: string[] = [];
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gaige check">\n',
    finding: (finding) => {
      cases.push(caseOf(finding, language));
      return '';
    },
    report: (path) => {
      const failures = cases.length;
      const body = failures > 0 ? cases : [`    <testcase name="gaige check" classname="${escapeXml(path)}"/>\n`];
      cases = [];
      const head = `name="${escapeXml(path)}" tests="${body.length}" failures="${failures}" errors="0" skipped="0"`;
      return `  <testsuite ${head}>\n${body.join('')}  </testsuite>\n`;
    },
    end: ({ failures }) => `${failures.map(failureSuite).join('')}</testsuites>\n`,
  };
}

function caseOf(finding: Finding, language: Language): string {
  const { path, place, kind, level, sentence } = finding;
  const missing = missingWords(finding, language);
  const where = 'region' in place ? `${path}:${placeWords(place, language)}` : `${path} ${placeWords(place, language)}`;
  const line = 'region' in place ? ` line="${place.region.line}"` : '';
  const body = `${where}\n${LEVEL_LABELS[level][language]} ${RULE_WORDS[kind].title[language]}\n${sentence.text}`;
  return (
    `    <testcase name="${escapeXml(`${placeWords(place, language)} ${missing}`)}" classname="${escapeXml(path)}" file="${escapeXml(path)}"${line}>\n` +
    `      <failure message="${escapeXml(missing)}" type="placeholder/${kind}">${escapeXml(body)}</failure>\n    </testcase>\n`
  );
}

const failureSuite = ({ path, message }: { path: string; message: string }): string =>
  `  <testsuite name="${escapeXml(path)}" tests="1" failures="0" errors="1" skipped="0">\n` +
  `    <testcase name="gaige check" classname="${escapeXml(path)}">\n` +
  `      <error message="${escapeXml(message)}" type="UNREAD"/>\n    </testcase>\n  </testsuite>\n`;
