/** Pages of reports: one in a file, many in a folder, with an index of them. */
import { dirname, join } from 'node:path';
import type { Done } from '../../batch/task.ts';
import { addCounts, type Emitter, type FindingCounts, NO_COUNTS } from '../../emit/index.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Language } from '../../messages/language.ts';
import { DATA, type PagePlace } from '../../page/data.ts';
import { dataElement } from '../../page/html.ts';
import { indexFrame } from '../../page/index-page.ts';
import { usageError } from '../usage.ts';
import { makeFolder, type Openers, type OpenFile, type Output, orDiscard } from './output.ts';
import { reportFiles } from './report-files.ts';
import { openFileSink, type Sink } from './sink.ts';

type PageEmitter = Pick<Emitter, 'end'>;

export function pageFiles(
  [page]: readonly Emitter[],
  { concepts }: Pick<RulePack, 'concepts'>,
  language: Language,
  limits: PartLimits = PART_LIMITS,
): Openers {
  if (!page) throw new Error('pages have an emitter');
  return {
    openFile: onePage(page),
    openFolder: (folder) => pageFolder(folder, page, indexFrame(concepts, language), limits),
  };
}

/** Nothing is written before it is known that there is no second report. */
const onePage =
  (emitter: PageEmitter): OpenFile =>
  async (sink) => {
    let only: Done | null = null;
    return {
      add: async (report) => {
        if (only) throw usageError('PAGE_OF_ONE_REPORT');
        only = report;
      },
      commit: async () => {
        // Without a report there is no page, and no file that would look like one.
        if (!only) return sink.discard();
        await writePage(sink, only, '', emitter);
        await sink.commit();
      },
      discard: sink.discard,
    };
  };

async function writePage(sink: Sink, report: Done, place: string, emitter: PageEmitter): Promise<void> {
  const [page] = report.pieces;
  if (page) await sink.write(page);
  await sink.write(place + emitter.end(report.counts));
}

type IndexFrame = ReturnType<typeof indexFrame>;

async function pageFolder(
  folder: string,
  emitter: PageEmitter,
  frame: IndexFrame,
  limits: PartLimits,
): Promise<Output> {
  const fileOf = reportFiles('html', (file) => PART_NAME.test(file));
  const index = await openIndex(folder, frame, limits);
  return {
    add: async (report) => {
      const file = fileOf(report.path);
      const part = await index.add(file, report);
      makeFolder(dirname(join(folder, file)));
      const sink = await openFileSink(join(folder, file));
      await orDiscard(sink, async () => {
        await writePage(sink, report, dataElement(DATA.place, JSON.stringify(placeOf(file, part))), emitter);
        await sink.commit();
      });
    },
    commit: index.commit,
    discard: index.discard,
  };
}

const placeOf = (file: string, part: number): PagePlace => ({
  index: '../'.repeat(file.split('/').length - 1) + partName(part),
});

const partName = (part: number): string => (part === 1 ? 'index.html' : `index.p${part}.html`);

const PART_NAME = /^index(?:\.p\d+)?\.html$/;

type PartLimits = { reports: number; bytes: number };

/** A part of an index is as much as a browser can search at once. */
const PART_LIMITS: PartLimits = { reports: 1000, bytes: 12 * 1024 * 1024 };

type OpenPart = { number: number; sink: Sink; reports: number; bytes: number };

/** The first part is ended last: it tells of all. */
async function openIndex(folder: string, frame: IndexFrame, limits: PartLimits) {
  const openPart = async (number: number): Promise<OpenPart> => {
    const sink = await openFileSink(join(folder, partName(number)));
    await orDiscard(sink, () => sink.write(frame.begin()));
    return { number, sink, reports: 0, bytes: 0 };
  };
  const end = async ({ number, sink }: OpenPart, isLast: boolean, counts: FindingCounts | null) => {
    await sink.write(frame.end({ part: number, isLast, counts, parts: counts && part.number }));
    await sink.commit();
  };
  const first = await openPart(1);
  let part = first;
  let counts = NO_COUNTS;
  return {
    /** Returns the part that the report is in. */
    add: async (file: string, report: Done): Promise<number> => {
      const entry = frame.entry(pathTo(file), report.pieces[1] ?? new Uint8Array());
      if (part.reports > 0 && (part.reports >= limits.reports || part.bytes + entry.length > limits.bytes)) {
        if (part !== first) await end(part, false, null);
        part = await openPart(part.number + 1);
      }
      if (part.reports > 0) await part.sink.write(',');
      await part.sink.write(entry);
      part.reports++;
      part.bytes += entry.length;
      counts = addCounts(counts, report.counts);
      return part.number;
    },
    commit: async () => {
      if (part !== first) await end(part, true, null);
      await end(first, part === first, counts);
    },
    discard: async () => {
      if (part !== first) await part.sink.discard();
      await first.sink.discard();
    },
  };
}

/** Whatever a file is called, a link to it leads to it: `./` keeps what looks like a scheme from being one. */
const pathTo = (file: string): string => `./${file.split('/').map(encodeURIComponent).join('/')}`;
