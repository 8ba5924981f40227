/** All in one: reports with their findings, what the policy no longer needs, and counts. One finding a line. */
import { SCHEMA_VERSION } from '../../model/vocabulary.ts';
import { findingData, noticeData } from './data.ts';
import type { CheckContext, CheckEmitter } from './emitter.ts';

export function json({ tool, summary }: CheckContext): CheckEmitter {
  let [reports, findings] = [0, 0];
  const open = (path: string) => `${reports++ === 0 ? '\n' : ',\n'}{"path":${JSON.stringify(path)},"findings":[`;
  return {
    begin: () => `{"schemaVersion":${JSON.stringify(SCHEMA_VERSION)},"tool":${JSON.stringify(tool)},"reports":[`,
    finding: (finding) => {
      if (summary) return '';
      const start = findings++ === 0 ? `${open(finding.path)}\n` : ',\n';
      return start + JSON.stringify(findingData(finding));
    },
    report: (path, counts) => {
      const start = findings === 0 ? open(path) : '\n';
      findings = 0;
      return `${start}],"counts":${JSON.stringify(counts)}}`;
    },
    end: ({ reports: read, counts, notices, failures }) => {
      const rest = { notices: notices.map(noticeData), failures, summary: { reports: read, ...counts } };
      return `\n],${JSON.stringify(rest).slice(1)}\n`;
    },
  };
}
