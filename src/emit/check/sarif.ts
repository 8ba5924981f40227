/** SARIF 2.1.0 (OASIS), for code scanning: rules with help, places, fingerprints. */
import type { ArtifactLocation, Location, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import { missingWords, noticeWords, placeWords, RULE_WORDS } from '../../messages/check.ts';
import type { Language } from '../../messages/language.ts';
import type { CheckOutcome, Finding } from '../../model/issue.ts';
import { PLACEHOLDER_KINDS, type PlaceholderKind } from '../../model/vocabulary.ts';
import type { CheckContext, CheckEmitter } from './emitter.ts';
import { fileOf, rootUri, uriOf } from './uri.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The name that relative URIs go by, as other tools have it. */
const ROOT = '%SRCROOT%';

export function sarif({ tool, language, root, repositoryPath }: CheckContext): CheckEmitter {
  let results = 0;
  const placeOf = (path: string): ArtifactLocation => {
    const uri = uriOf(repositoryPath(path));
    return /^(?:file:|-$)/.test(uri) ? { uri } : { uri, uriBaseId: ROOT };
  };
  return {
    begin: () => {
      const driver: Run['tool']['driver'] = {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        rules: PLACEHOLDER_KINDS.map((kind) => ruleOf(kind, language)),
        properties: { rules: tool.rules },
      };
      const head = {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        originalUriBaseIds: { [ROOT]: { uri: rootUri(root) } },
      };
      return `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[${JSON.stringify(head).slice(0, -1)},"results":[`;
    },
    finding: (finding) => `${results++ === 0 ? '\n' : ',\n'}${JSON.stringify(resultOf(finding, language, placeOf))}`,
    report: () => '',
    // Written last, since only then it is known what could not be read.
    end: (outcome) => `\n],"invocations":${JSON.stringify([invocationOf(outcome, language, placeOf)])}}]}\n`,
  };
}

const ruleId = (kind: PlaceholderKind): string => `placeholder/${kind}`;

function ruleOf(kind: PlaceholderKind, language: Language): ReportingDescriptor {
  const { title, help } = RULE_WORDS[kind];
  return {
    id: ruleId(kind),
    name: `Unfilled${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    shortDescription: { text: title[language] },
    fullDescription: { text: help[language] },
    help: { text: help[language], markdown: `**${title[language]}**\n\n${help[language]}` },
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['placeholder', kind], precision: 'very-high' },
  };
}

type PlaceOf = (path: string) => ArtifactLocation;

function resultOf(finding: Finding, language: Language, placeOf: PlaceOf): Result {
  const { kind, level, sentence, fingerprint, expects, section } = finding;
  return {
    ruleId: ruleId(kind),
    ruleIndex: PLACEHOLDER_KINDS.indexOf(kind),
    level: level === 'warn' ? 'warning' : 'error',
    message: { text: missingWords(finding, language) },
    locations: [locationOf(finding, language, placeOf(finding.path))],
    partialFingerprints: { 'gaigeContext/v1': fingerprint },
    properties: { expects, section, sentence: sentence.text },
  };
}

function locationOf({ path, place, text }: Finding, language: Language, artifactLocation: ArtifactLocation): Location {
  if ('region' in place) {
    const { line: startLine, column: startColumn, endLine, endColumn } = place.region;
    const region = { startLine, startColumn, endLine, endColumn, snippet: { text } };
    return { physicalLocation: { artifactLocation, region } };
  }
  const logical = {
    name: placeWords(place, language),
    fullyQualifiedName: `${path}:${placeWords(place, 'en')}`,
    kind: 'row' in place ? 'row' : 'paragraph',
  };
  return { physicalLocation: { artifactLocation }, logicalLocations: [logical] };
}

function invocationOf(
  { notices, failures }: CheckOutcome,
  language: Language,
  placeOf: PlaceOf,
): NonNullable<Run['invocations']>[number] {
  const stale = notices.map(
    (notice): Notification => ({
      level: 'warning',
      message: { text: noticeWords(notice, language) },
      descriptor: { id: notice.code },
      locations: [
        {
          physicalLocation: {
            artifactLocation: placeOf(notice.path),
            ...(notice.line === null ? {} : { region: { startLine: notice.line } }),
          },
        },
      ],
    }),
  );
  const unread = failures.map(
    ({ path, message }): Notification => ({
      level: 'error',
      message: { text: message },
      descriptor: { id: 'UNREAD' },
      locations: [{ physicalLocation: { artifactLocation: placeOf(fileOf(path)) } }],
    }),
  );
  return { executionSuccessful: failures.length === 0, toolExecutionNotifications: [...unread, ...stale] };
}
