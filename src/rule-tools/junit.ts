/** The outcome of examples as JUnit XML, which CI systems show. */
import { formatFault } from '../messages/fault.ts';
import type { Language } from '../messages/language.ts';
import { escapeXml } from '../text/xml-escape.ts';
import type { ExampleOutcome } from './examples.ts';

export function formatJunit(outcomes: readonly ExampleOutcome[], language: Language): string {
  const files = new Map<string, ExampleOutcome[]>();
  for (const outcome of outcomes) {
    const { path } = outcome.example.file;
    files.set(path, [...(files.get(path) ?? []), outcome]);
  }
  const suites = [...files].map(([path, own]) => suite(path, own, language));
  const root = `<testsuites name="gaige rules test" tests="${outcomes.length}" failures="${failuresIn(outcomes)}">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n${suites.join('')}</testsuites>\n`;
}

const failuresIn = (outcomes: readonly ExampleOutcome[]): number =>
  outcomes.filter(({ fault }) => fault !== null).length;

function suite(path: string, outcomes: readonly ExampleOutcome[], language: Language): string {
  const cases = outcomes.map((outcome) => testCase(path, outcome, language));
  const counts = `tests="${outcomes.length}" failures="${failuresIn(outcomes)}"`;
  return `  <testsuite name="${escapeXml(path)}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function testCase(path: string, { example, fault }: ExampleOutcome, language: Language): string {
  const { id, kind, text, file, keys } = example;
  const line = /\d+$/.exec(file.placeOf(keys))?.[0] ?? '1';
  const head = `    <testcase name="${escapeXml(`${kind}: ${text}`)}" classname="${escapeXml(id ?? 'pack')}" file="${escapeXml(path)}" line="${line}"`;
  if (!fault) return `${head}/>\n`;
  const words = formatFault(fault, language);
  return `${head}>\n      <failure message="${escapeXml(words.split('\n')[0]!)}">${escapeXml(words)}</failure>\n    </testcase>\n`;
}
