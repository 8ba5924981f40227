/** What DuckDB says of files, as a user would ask it. */
import { DuckDBInstance } from '@duckdb/node-api';

/** Each row an object; whole numbers of 64 bits are texts. */
export async function query(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
