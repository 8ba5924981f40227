/**
 * gaige as a library: reports in, findings out. What comes out is plain data; all its spans are UTF-16 code units into the report's text,
 * half-open, so that `text.slice(span.start, span.end)` is the finding. Nothing is read but what is named: no `gaige.yaml`, no environment.
 */
export { checkReport, type ReportCheck } from './api/check.ts';
export { explainError } from './api/errors.ts';
export { extractReport, extractReports, type ReportResult } from './api/extract.ts';
export type { ReportInput } from './api/input.ts';
export type { CheckOptions, ExtractOptions } from './api/options.ts';
export { loadPack, type PackOptions } from './api/pack.ts';
export { lexQuantities } from './api/quantities.ts';
export { jsonSchema } from './api/schemas.ts';
export { stageRows, stages } from './api/stages.ts';
export { VERSION } from './built/version.ts';
export type { Baseline } from './check/baseline-schema.ts';
export type { RulePack } from './knowledge/rule-pack.ts';
export type { Language } from './messages/language.ts';
export type { ErrorExplanation } from './messages/problems.ts';
export type { CheckFinding, CheckNotice } from './model/check-record.ts';
export { type ErrorCode, GaigeError } from './model/error.ts';
export type { CheckCounts } from './model/issue.ts';
export type * from './model/record.ts';
export { envelopeSchema, recordSchema } from './model/record.ts';
export type { Span } from './model/span.ts';
export { STAGE_NAMES, type StageName } from './model/stage-names.ts';
export type { SchemaName } from './pipeline/json-schemas.ts';
export type { QuantityRecord } from './pipeline/quantities.ts';
export type { StageRow } from './pipeline/stage-rows.ts';
export type { Stages } from './pipeline/stages.ts';
