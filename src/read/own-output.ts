/** Recognises what gaige wrote itself, so that `gaige extract . -o out/` run twice does not read its own findings. */

/** So many bytes tell. */
export const HEAD_LENGTH = 400;

/** A record, or an envelope of records, `stream`'s answers (`id` first) and its errors. */
const RECORD =
  /^\s*\{\s*(?:"id"\s*:\s*(?:"[^"]{0,200}"|-?\d{1,20})\s*,\s*)?"schemaVersion"\s*:\s*"[^"]{0,10}"\s*,\s*"tool"\s*:\s*\{\s*"name"\s*:\s*"gaige"/;
const FAILURE = /^\{"(?:path|id)":"[^"]{0,300}","error":\{"code":"[A-Z_]+","message":/;
/** Every table begins with the same columns, in English or in Chinese. */
const TABLE = /^"?(?:report"?,"?region"?,"?year"?,"?section"?,|报告"?,"?地区"?,"?年份"?,"?章节"?,)/;
/** What `table` and `track` write: an observation or a target a row, as csv and as ndjson. */
const OBSERVATIONS = [
  /^\ufeff?(?:region,(?:region_code,)?year,(?:time_from,time_to,)?concept,label,|地区,(?:地区代码,)?年份,(?:起始时间,截止时间,)?标准指标,指标名称,)/,
  /^\{"region":(?:null|"[^"]{0,100}"),(?:"region_code":(?:null|"\d{6}"),)?"year":(?:null|\d{4}),(?:"time_from":[^,]{4,12},"time_to":[^,]{4,12},)?"concept":"[^"]{0,100}","label":/,
];
/** Indicators as columns are known where one of them is more than a level: gdp:change:target. A reader's own table may begin like the others. */
const WIDE = [
  /^\ufeff(?:region,year|地区,年份),(?:[^\n]*,)?[^,:\n]+:(?:change|share|rank|target|变化|占比|位次|目标)[:,\r]/,
  /^\{"region":(?:null|"[^"]{0,100}"),"year":\d{4},"[^\n]*":(?:null|"[^"]*"),"[^":]+:(?:change|share|rank|target)[:"]/,
];
/** What `check` writes: findings, its table, issues for GitLab, a baseline. */
const CHECKED = [
  /^\{"path":"[^"]{0,300}","line":(?:\d+|null),"column":/,
  /^(?:report,line,column,paragraph,|报告,行,列,段,)/,
  /^\[\s*\{"description":"[^"]{0,300}","check_name":"placeholder\//,
  /^\{\s*"version": 1,\s*"entries": \[\s*(?:\]|\{"path":"[^"]{0,300}","fingerprint":)/,
];
/** Corrections, which a page or `merge` saves, and the annotations that are made of them. */
const CORRECTED = [
  /^\s*\{\s*"version"\s*:\s*1\s*,\s*"report"\s*:\s*\{\s*"path"\s*:\s*"[^"]{0,300}"\s*,\s*"fileSha256"/,
  /^\{\s*"file": "[^"]{0,300}",\s*"(?:within|indicators)": \[/,
];
/** A page, of a report or of a folder of them. */
const PAGE =
  /^<!doctype html>\n<html lang="[\w-]{2,10}">\n<head>\n<meta charset="utf-8">\n<meta name="generator" content="gaige /;
/** A workbook's first part tells who made it, and is not compressed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: so archives begin
const BOOK = /^PK\u0003\u0004.{8,26}docProps\/app\.xml<\?xml.{0,200}<Application>gaige<\/Application>/s;

const WRITTEN = /\.(?:json|jsonl|ndjson|csv|xlsx|html)$/i;

/** Only a file of such a name needs to be looked into. */
export const mayBeOwnOutput = (name: string): boolean => WRITTEN.test(name);

/** Whether a file that begins so is one that gaige wrote. */
export function isOwnOutput(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head);
  return [RECORD, FAILURE, TABLE, ...OBSERVATIONS, ...WIDE, PAGE, BOOK, ...CHECKED, ...CORRECTED].some((pattern) =>
    pattern.test(text),
  );
}

/** Whether it is records, a line each, which `table` can read. */
export const isRecords = (head: Uint8Array): boolean => RECORD.test(new TextDecoder().decode(head));
