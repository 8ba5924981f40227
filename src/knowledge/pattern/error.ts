import type { FaultCode } from '../../messages/fault.ts';
import type { Facts } from '../../model/diagnostic.ts';

/** A fault in a pattern, and which characters of it are at fault. */
export class PatternError extends Error {
  readonly code: FaultCode;
  readonly facts: Facts;
  readonly at: number;
  readonly length: number;

  constructor(code: FaultCode, facts: Facts, at: number, length = 1) {
    super(code);
    this.name = 'PatternError';
    this.code = code;
    this.facts = facts;
    this.at = at;
    this.length = length;
  }
}
