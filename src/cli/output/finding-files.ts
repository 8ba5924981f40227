/** Files that have to be put together of the rows of all reports: a workbook of the tables of findings, a parquet file of one. */
import type { BinaryFormat } from '../../emit/emitter.ts';
import type { FindingTable } from '../../emit/index.ts';
import { rowsIn } from '../../emit/rows.ts';
import { TABLE_DEFINITIONS } from '../../emit/tables.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Language } from '../../messages/language.ts';
import type { Io } from '../io.ts';
import type { OpenFile } from './output.ts';
import { reportLosses } from './problems.ts';
import { openSpools } from './spool.ts';

type TableStyle = { tables: readonly FindingTable[]; header: Language; pack: RulePack };

export const findingFiles = (format: BinaryFormat, style: TableStyle, io: Io): Promise<OpenFile> =>
  format === 'xlsx' ? bookFiles(style, io) : parquetFiles(style);

async function bookFiles({ tables, header, pack }: TableStyle, io: Io): Promise<OpenFile> {
  const { openWorkbook } = await import('../../emit/workbook.ts');
  return async (sink) => {
    const spools = openSpools();
    const book = openWorkbook(header, sink.write, spools.open);
    const sheets = tables.map((table) => book.openTable(TABLE_DEFINITIONS[table], namesIn(pack)));
    return {
      add: async ({ pieces }) => {
        for (const [i, sheet] of sheets.entries()) for (const row of rowsIn(pieces[i]!)) await sheet.add(row);
      },
      commit: async () => {
        const losses = await book.end();
        await spools.close();
        await sink.commit();
        await reportLosses(losses, io);
      },
      discard: async () => {
        await spools.close();
        await sink.discard();
      },
    };
  };
}

async function parquetFiles({ tables, header, pack }: TableStyle): Promise<OpenFile> {
  const { openParquet } = await import('../../emit/parquet.ts');
  return async (sink, index) => {
    const { columns } = TABLE_DEFINITIONS[tables[index]!];
    const table = openParquet(columns, header, sink.write, namesIn(pack));
    return {
      add: async ({ pieces }) => {
        for (const row of rowsIn(pieces[index]!)) await table.add(row);
      },
      commit: async () => {
        await table.end();
        await sink.commit();
      },
      discard: sink.discard,
    };
  };
}

/** What packs call their standard indicators and fields. */
function namesIn({ concepts, domains }: RulePack) {
  const fields = new Map(domains.definitions.map(({ id, label }) => [id, label]));
  const indicators = new Map([...concepts.definitions].map(([id, { label }]) => [id, label.zh]));
  return { domains: fields, concept: indicators };
}
