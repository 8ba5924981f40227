import type { Language } from '../model/wording.ts';
import { type ProbedSegmenter, probeSegmenter } from '../segment/probe.ts';
import { VERSION } from '../version.ts';
import { WORDS } from './explain.ts';

export function versionText(language: Language): string {
  return `gaige ${VERSION}\n${segmenterWords(probeSegmenter(), language)}\n`;
}

/** Which segmenter, and why. */
export function segmenterWords({ name, version, reason }: ProbedSegmenter, language: Language): string {
  const cause = reason.code === 'FALLBACK' ? reason.cause : '';
  return WORDS[language].segmenter(`${name} ${version}`, WORDS[language].why[reason.code](cause));
}
