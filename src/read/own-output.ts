/** Recognises what gaige wrote itself, so that `gaige extract . -o out/` run twice does not read its own findings. */

/** So many bytes tell. */
export const HEAD_LENGTH = 400;

/** A record, or an envelope of records, `stream`'s answers (`id` first) and its errors. */
const RECORD =
  /^\s*\{\s*(?:"id"\s*:\s*(?:"[^"]{0,200}"|-?\d{1,20})\s*,\s*)?"schemaVersion"\s*:\s*"[^"]{0,10}"\s*,\s*"tool"\s*:\s*\{\s*"name"\s*:\s*"gaige"/;
const FAILURE = /^\{"(?:path|id)":"[^"]{0,300}","error":\{"code":"[A-Z_]+","message":/;
/** Every table begins with the same columns, in English or in Chinese. */
const TABLE = /^"?(?:report"?,"?region"?,"?year"?,"?section"?,|报告"?,"?地区"?,"?年份"?,"?章节"?,)/;
/** What `table --long` and `track` write. */
const OBSERVATIONS =
  /^\ufeff?(?:region,(?:region_code,)?year,(?:time_from,time_to,)?concept,label,|地区,(?:地区代码,)?年份,(?:起始时间,截止时间,)?标准指标,指标名称,)/;
/** What `check` writes: findings, its table, issues for GitLab, a baseline. */
const CHECKED = [
  /^\{"path":"[^"]{0,300}","line":(?:\d+|null),"column":/,
  /^(?:report,line,column,paragraph,|报告,行,列,段,)/,
  /^\[\s*\{"description":"[^"]{0,300}","check_name":"placeholder\//,
  /^\{\s*"version": 1,\s*"entries": \[\s*(?:\]|\{"path":"[^"]{0,300}","fingerprint":)/,
];

const WRITTEN = /\.(?:json|jsonl|ndjson|csv)$/i;

/** Only a file of such a name needs to be looked into. */
export const mayBeOwnOutput = (name: string): boolean => WRITTEN.test(name);

/** Whether a file that begins so is one that gaige wrote. */
export function isOwnOutput(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head);
  return [RECORD, FAILURE, TABLE, OBSERVATIONS, ...CHECKED].some((pattern) => pattern.test(text));
}

/** Whether it is records, a line each, which `table` can read. */
export const isRecords = (head: Uint8Array): boolean => RECORD.test(new TextDecoder().decode(head));
