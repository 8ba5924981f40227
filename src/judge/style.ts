import type { FigureStyle } from '../knowledge/pattern/table.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Report } from '../model/report.ts';
import { lastAtMost } from '../text/sorted.ts';

/**
 * Which digits the figures of a paragraph are written in: a report of the 1950s has Chinese numerals throughout, one of
 * the 2020s has them in phrases only. Paragraphs with fewer than three measured figures follow the report as a whole.
 */
export function styleOf(report: Report, quantities: readonly Quantity[]): (at: number) => FigureStyle {
  const { blocks } = report.normal;
  const whole = new ScriptTally();
  const tallies = blocks.map(() => new ScriptTally());
  let block = 0;
  for (const quantity of quantities) {
    while ((blocks[block + 1]?.span.start ?? Number.POSITIVE_INFINITY) <= quantity.span.start) block++;
    whole.add(quantity);
    tallies[block]?.add(quantity);
  }
  const styles = tallies.map((tally) => (tally.count >= 3 ? tally.style : whole.style));
  return (at) => styles[lastAtMost(blocks, at, ({ span }) => span.start)] ?? whole.style;
}

class ScriptTally {
  #chinese = 0;
  #arabic = 0;

  get count(): number {
    return this.#chinese + this.#arabic;
  }

  get style(): FigureStyle {
    return this.#chinese > this.#arabic ? 'chinese' : 'arabic';
  }

  /** Only figures that measure count: 三个方面 is written so in every age. */
  add({ unit, script, number, form }: Quantity): void {
    if (!unit || unit.dimension === 'time' || form === 'rank') return;
    if (script === 'chinese' && number !== null && number > 10) this.#chinese++;
    if (script === 'arabic') this.#arabic++;
  }
}
