/** What kinds and statuses are called. */
import { INDICATOR_KIND_LABELS, PLACEHOLDER_KIND_LABELS, STATUS_LABELS } from '../../../messages/labels.ts';
import type { Language } from '../../../messages/language.ts';
import { PAGE_WORDS } from '../../../messages/page.ts';
import type { Status } from '../../../model/vocabulary.ts';

const KIND_LABELS: Readonly<Record<string, { zh: string; en: string }>> = {
  ...INDICATOR_KIND_LABELS,
  ...PLACEHOLDER_KIND_LABELS,
};

export const kindLabel = (kind: string, language: Language): string =>
  KIND_LABELS[kind]?.[language] ?? PAGE_WORDS[language].types.evidence;

export const statusLabel = (status: Status | '', language: Language): string =>
  status === '' ? '' : STATUS_LABELS[status][language];
