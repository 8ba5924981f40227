/** Words of others as a part of one line of ours: without line ends and controls, which a terminal would obey, and no longer than said. */
import { shown } from './shown.ts';

export function oneLine(text: string, longest: number): string {
  const words = text
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  const chars = [...shown(words)];
  return chars.length > longest ? `${chars.slice(0, longest - 1).join('')}…` : chars.join('');
}
