import { VERSION } from '../built/version.ts';
import { WORDS } from '../messages/command-line.ts';
import type { Language } from '../messages/language.ts';
import { type ProbedSegmenter, probeSegmenter } from '../segment/probe.ts';

export function versionText(language: Language): string {
  return `gaige ${VERSION}\n${segmenterWords(probeSegmenter(), language)}\n`;
}

/** Which segmenter, and why. */
export function segmenterWords({ name, version, reason }: ProbedSegmenter, language: Language): string {
  const cause = reason.code === 'FALLBACK' ? reason.cause : '';
  return WORDS[language].segmenter(`${name} ${version}`, WORDS[language].why[reason.code](cause));
}
