/** Faults of usage as errors of ours. */

import type { CommanderError } from 'commander';
import type { UsageProblem } from '../messages/problems.ts';
import type { Facts } from '../model/diagnostic.ts';
import { GaigeError } from '../model/error.ts';
import { OPTIONS } from '../options/declared.ts';
import { own } from '../text/own.ts';

export const usageError = (problem: UsageProblem, facts: Facts = {}): GaigeError =>
  new GaigeError('USAGE', { problem, ...facts });

type UsageReading = { problem: UsageProblem; facts: RegExp };

const NEAR = String.raw`(?:\s+\(Did you mean (?:one of )?(?<near>.*)\?\))?$`;

/** commander tells what is wrong only in its English message, so the facts are read out of it again. */
const READINGS: Readonly<Record<string, UsageReading>> = {
  'commander.unknownOption': { problem: 'UNKNOWN_OPTION', facts: new RegExp(`'(?<given>.*)'${NEAR}`, 's') },
  'commander.unknownCommand': { problem: 'UNKNOWN_COMMAND', facts: new RegExp(`'(?<given>.*)'${NEAR}`, 's') },
  'commander.optionMissingArgument': { problem: 'MISSING_VALUE', facts: /'(?<option>.*)'/s },
  'commander.missingArgument': { problem: 'MISSING_ARGUMENT', facts: /'(?<given>.*)'/s },
  'commander.missingMandatoryOptionValue': { problem: 'MISSING_OPTION', facts: /'(?<option>.*)'/s },
  'commander.excessArguments': { problem: 'EXCESS_ARGUMENTS', facts: /^/ },
  'commander.invalidArgument': {
    problem: 'INVALID_VALUE',
    facts:
      /(?:option '(?<option>[^']*)' argument|value) '(?<given>.*)' is invalid(?: for argument '(?<argument>.*)')?\. (?:Allowed choices are )?(?<allowed>.*?)\.?$/s,
  },
};

/** What commander does not tell of an option that is missing. */
function choicesOf(flags = ''): string {
  const spec = Object.values(OPTIONS).find((each) => each.flags === flags);
  return spec?.choices?.join(', ') ?? flags.slice(flags.indexOf(' ') + 1);
}

export function usageErrorOf({ code, message }: CommanderError): GaigeError {
  const reading = own(READINGS, code);
  const { near, option, argument, ...facts } = reading?.facts.exec(message)?.groups ?? {};
  const subject = option ?? argument;
  return usageError(reading?.problem ?? 'EXCESS_ARGUMENTS', {
    allowed: choicesOf(option),
    ...facts,
    ...(subject === undefined ? {} : { option: subject }),
    ...(near === undefined ? {} : { near }),
  });
}
