/** What an index of reports shows. */
import type { Language } from '../../../messages/language.ts';
import { PAGE_WORDS, type PageWords } from '../../../messages/page.ts';
import type { BriefFinding, IndexEntry, PackedIndex } from '../../index-data.ts';
import type { Scheme } from '../shared/settings.ts';
import { newStore, type Store } from '../shared/store.ts';

export type IndexReport = { page: string; entry: IndexEntry; haystack: string };

/** A finding of any report; it knows whose it is. */
export type AnyFinding = { report: IndexReport; finding: BriefFinding; isPlaceholder: boolean; haystack: string };

export type ReportFilter = { text: string; year: string; kind: string; left: boolean };
export type SearchFilter = { text: string; kind: string; status: string; concept: string; year: string };

export const INDEX_VIEWS = ['overview', 'searchAll'] as const;
export type IndexView = (typeof INDEX_VIEWS)[number];

export const REPORT_SORTS = ['order', 'report', 'year', 'indicators', 'placeholders'] as const;
export type ReportSort = { by: (typeof REPORT_SORTS)[number]; falls: boolean };

export type IndexState = {
  language: Language;
  scheme: Scheme;
  view: IndexView;
  reportFilter: ReportFilter;
  sort: ReportSort;
  searchFilter: SearchFilter;
};

export type IndexContext = {
  index: PackedIndex;
  reports: readonly IndexReport[];
  /** Made when they are first asked for. */
  findings: () => readonly AnyFinding[];
  store: Store<IndexState>;
  words: () => PageWords;
  language: () => Language;
  announce: (words: string) => void;
};

export function newIndexContext(index: PackedIndex, language: Language, scheme: Scheme): IndexContext {
  const reports = index.reports.map(({ page, entry }) => {
    const { path, title, region, year } = entry.report;
    return { page, entry, haystack: `${path}\n${title ?? ''}\n${region ?? ''}\n${year ?? ''}`.toLowerCase() };
  });
  let findings: readonly AnyFinding[] | null = null;
  const store = newStore<IndexState>({
    language,
    scheme,
    view: 'overview',
    reportFilter: { text: '', year: '', kind: '', left: false },
    sort: { by: 'order', falls: false },
    searchFilter: { text: '', kind: '', status: '', concept: '', year: '' },
  });
  return {
    index,
    reports,
    findings: () => {
      findings ??= reports.flatMap(findingsOf);
      return findings;
    },
    store,
    words: () => PAGE_WORDS[store.get().language],
    language: () => store.get().language,
    announce: () => {},
  };
}

function findingsOf(report: IndexReport): AnyFinding[] {
  const of = (isPlaceholder: boolean) => (finding: BriefFinding) => ({
    report,
    finding,
    isPlaceholder,
    haystack: `${finding[1]}\n${finding[2]}\n${report.entry.report.region ?? ''}`.toLowerCase(),
  });
  return [...report.entry.indicators.map(of(false)), ...report.entry.placeholders.map(of(true))];
}

export function shownReports({ reports, store }: IndexContext): IndexReport[] {
  const { reportFilter: filter, sort } = store.get();
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = reports.filter(
    ({ entry, haystack }) =>
      words.every((word) => haystack.includes(word)) &&
      (filter.year === '' || String(entry.report.year) === filter.year) &&
      (filter.kind === '' || entry.report.kind === filter.kind) &&
      (!filter.left || entry.placeholders.length > 0),
  );
  if (sort.by !== 'order') shown.sort(COMPARE[sort.by]);
  return sort.falls ? shown.reverse() : shown;
}

const collator = new Intl.Collator('zh-CN');

export const nameOf = ({ entry: { report } }: IndexReport): string => report.region ?? report.title ?? report.name;

const COMPARE: Record<Exclude<ReportSort['by'], 'order'>, (a: IndexReport, b: IndexReport) => number> = {
  report: (a, b) => collator.compare(nameOf(a), nameOf(b)),
  year: (a, b) => (a.entry.report.year ?? 0) - (b.entry.report.year ?? 0),
  indicators: (a, b) => a.entry.indicators.length - b.entry.indicators.length,
  placeholders: (a, b) => a.entry.placeholders.length - b.entry.placeholders.length,
};

/** In the order of the reports, and of their texts. */
export function shownFindings({ findings, store }: IndexContext): AnyFinding[] {
  const { searchFilter: filter } = store.get();
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return findings().filter(
    ({ finding: [, , , kind, status, year, concept], isPlaceholder, haystack }) =>
      words.every((word) => haystack.includes(word)) &&
      (filter.kind === '' || kind === filter.kind || filter.kind === (isPlaceholder ? 'placeholder' : 'indicator')) &&
      (filter.status === '' || status === filter.status) &&
      (filter.concept === '' || concept === filter.concept) &&
      (filter.year === '' || year === filter.year),
  );
}
