import type { Facts } from '../model/diagnostic.ts';
import { shown, shownLines } from '../text/shown.ts';

/** `{name}` becomes the fact of that name, so that no line of ours is forged by it; `told` may put words in the place of a code. */
export const fillTemplate = (
  template: string,
  facts: Facts,
  told: (name: string, fact: string) => string | undefined = () => undefined,
): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = String(facts[name] ?? '');
    return told(name, fact) ?? (name === 'excerpt' ? shownLines(fact) : shown(fact));
  });
