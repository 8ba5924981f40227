/** The documents of a source, some at a time. */
import type { Document, InputFailure } from '../model/document.ts';

export type Decoded = Document | InputFailure;

export type Opened = {
  /** The number of the next document, counted from 0: those before cannot be had again. */
  at: () => number;
  /** The documents from `first` on, `count` of them or as many as there are, and whether there are more. */
  take: (first: number, count: number) => Promise<{ documents: readonly Decoded[]; more: boolean }>;
  close: () => Promise<unknown>;
};

export function openDocuments(documents: AsyncGenerator<Decoded>): Opened {
  let at = 0;
  let ahead: IteratorResult<Decoded> | null = null;
  const next = async (): Promise<Decoded | null> => {
    ahead ??= await documents.next();
    if (ahead.done) return null;
    const { value } = ahead;
    ahead = null;
    at++;
    return value;
  };
  const passOver = async (until: number): Promise<void> => {
    while (at < until) if ((await next()) === null) return;
  };
  return {
    at: () => at,
    take: async (first, count) => {
      await passOver(first);
      const taken: Decoded[] = [];
      while (taken.length < count) {
        const one = await next();
        if (one === null) break;
        taken.push(one);
      }
      ahead ??= await documents.next();
      return { documents: taken, more: !ahead.done };
    },
    close: () => documents.return(undefined),
  };
}
