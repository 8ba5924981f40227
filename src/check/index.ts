/** Placeholders → issues with a verdict: where, what is missing, how much it weighs, or that it may stay. */
export { formatBaseline } from './baseline.ts';
export {
  checker,
  formsOf,
  type JudgedPlaceholder,
} from './checker.ts';
export { ignoreComments, mayHoldComments } from './comments.ts';
export { type Allowance, DEFAULT_POLICY, fails, localDate, type Policy } from './policy.ts';
export { openRunTally, type RunTally } from './run-tally.ts';
