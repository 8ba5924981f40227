/** Reads one YAML file against a schema for those who need it without faults. */
import type { z } from 'zod';
import { byPlace, type FaultCode, faultError } from '../messages/fault.ts';
import type { Facts } from '../model/diagnostic.ts';
import type { ErrorCode, GaigeError } from '../model/error.ts';
import { shapeYaml } from './shape.ts';
import { type Keys, readYaml, type Spot } from './source.ts';

export type YamlText<Content> = {
  path: string;
  content: Content;
  /** 1-based. */
  lineOf: (keys: Keys) => number;
  /** The error that names a place in the file. */
  errorAt: (problem: FaultCode, keys: Keys, facts?: Facts, spot?: Spot) => GaigeError;
};

/** `code` is what the first fault is thrown as, with the facts path, line, column, problem and excerpt. */
export function parseYaml<Content>(
  path: string,
  text: string,
  schema: z.ZodType<Content>,
  code: ErrorCode,
): YamlText<Content> {
  const source = readYaml(path, text);
  const { value, faults } = shapeYaml(source, schema);
  if (value === null || faults.length > 0) throw faultError(faults.sort(byPlace), code);
  return {
    path,
    content: value,
    lineOf: source.lineOf,
    errorAt: (...problem) => faultError([source.fault(...problem)], code),
  };
}
