import { hash } from 'node:crypto';
import type { Span } from '../model/span.ts';

/** Ids that are the same in every run: the letter and ten hex digits of sha256 over report, kind and span. */
export const idGenerator =
  (reportSha256: string) =>
  (kind: 'i' | 'p' | 's', { start, end }: Span): string =>
    kind + hash('sha256', `${reportSha256}:${kind}:${start}:${end}`, 'hex').slice(0, 10);
