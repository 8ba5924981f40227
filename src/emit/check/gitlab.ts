/** Code Quality of GitLab: an array of issues. Every one needs a line; a document, which has none, is given its first. */
import { createHash } from 'node:crypto';
import { missingWords, placeWords } from '../../messages/check.ts';
import type { Language } from '../../messages/language.ts';
import type { Finding } from '../../model/issue.ts';
import type { CheckContext, CheckEmitter } from './emitter.ts';
import { fileOf } from './uri.ts';

export function gitlab({ language, repositoryPath }: CheckContext): CheckEmitter {
  let issues = 0;
  return {
    begin: () => '[',
    finding: (finding) =>
      `${issues++ === 0 ? '\n' : ',\n'}${JSON.stringify(issueOf(finding, language, repositoryPath))}`,
    report: () => '',
    end: () => '\n]\n',
  };
}

function issueOf(finding: Finding, language: Language, repositoryPath: CheckContext['repositoryPath']): object {
  const { place, kind, level, fingerprint } = finding;
  const path = repositoryPath(finding.path);
  const missing = missingWords(finding, language);
  const lines = 'region' in place ? { begin: place.region.line, end: place.region.endLine } : { begin: 1 };
  return {
    description: 'region' in place ? missing : `${placeWords(place, language)} ${missing}`,
    check_name: `placeholder/${kind}`,
    // Unlike ours it must tell the findings of all files apart.
    fingerprint: createHash('sha256')
      .update(`${fileOf(path)}\0${path}\0${fingerprint}`)
      .digest('hex'),
    severity: level === 'error' ? 'major' : 'minor',
    location: { path: fileOf(path), lines },
  };
}
