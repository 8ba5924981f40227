/** Findings of `check` → pretty, unix, json, ndjson, sarif, github, gitlab, junit, csv. Each format is loaded when it is asked for. */
import type { CheckContext, CheckEmitter, CheckFormat } from './emitter.ts';

export type { CheckContext, CheckEmitter } from './emitter.ts';

type CheckEmitterOf = (context: CheckContext) => CheckEmitter;

const EMITTERS: Record<CheckFormat, () => Promise<CheckEmitterOf>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  unix: async () => (await import('./unix.ts')).unix,
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
  csv: async () => (await import('./csv.ts')).csv,
};

/** What a step of GitHub Actions shows beside its log. */
export const loadStepSummary = async (): Promise<CheckEmitterOf> => (await import('./step-summary.ts')).stepSummary;

export const loadCheckEmitter = (format: CheckFormat): Promise<CheckEmitterOf> => EMITTERS[format]();
