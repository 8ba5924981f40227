/** node read_parquet.mjs FILE: the types of its columns, then its rows, as DuckDB reads them, a line of JSON each. */
import { DuckDBInstance } from '@duckdb/node-api';

const [file = ''] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create()).connect();
const of = `read_parquet('${file.replaceAll("'", "''")}')`;
const rowsOf = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
const types = (await rowsOf(`DESCRIBE SELECT * FROM ${of}`)).map((row) => [row.column_name, row.column_type]);
console.log(JSON.stringify(types));
for (const row of await rowsOf(`SELECT * FROM ${of}`)) {
  // Whole numbers of 64 bits come as texts.
  console.log(JSON.stringify(types.map(([name, type]) => (type === 'BIGINT' && row[name] !== null ? Number(row[name]) : row[name]))));
}
