import type { Facts } from '../model/diagnostic.ts';

/** `{name}` becomes the fact of that name; `told` may put words in the place of a code. */
export const fillTemplate = (
  template: string,
  facts: Facts,
  told: (name: string, fact: string) => string | undefined = () => undefined,
): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = String(facts[name] ?? '');
    return told(name, fact) ?? fact;
  });
