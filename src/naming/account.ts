/** （二）政府性基金预算。|收入9亿元: an income or an expenditure with nothing that says of what is of the account that the heading names. */

import type { Name } from '../model/name.ts';
import type { NamingContext } from './context.ts';
import { composed } from './name.ts';

/** The name with the account of the section before it; null where its heading names none. */
export function ofAccount({ text, classes, heading }: NamingContext, own: string): Name | null {
  if (!heading || !classes.counterHead.has(own)) return null;
  let { end } = heading;
  for (let length = 1; length > 0; end -= length) length = classes.accountTail.longestBefore(text, end, heading.start);
  const isAccount =
    end - heading.start <= LONGEST_ACCOUNT && classes.account.longestBefore(text, end, heading.start) > 0;
  return isAccount ? composed(text.slice(heading.start, end), own) : null;
}

/** A longer heading tells more than an account. */
const LONGEST_ACCOUNT = 14;
