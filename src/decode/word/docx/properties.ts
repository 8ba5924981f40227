/** Small readings that styles, numbering and paragraphs share. */
import { childOf, type XmlElement } from '../../xml.ts';

/** The value of a property: `<w:start w:val="3"/>`. */
export const settingOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  childOf(parent, name)?.attributes['val'];

export function numberOf(parent: XmlElement | undefined, name: string): number | undefined {
  const value = Number.parseInt(settingOf(parent, name) ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}

/** Whether a switch is on: there, and not said to be off; undefined where it is not there. */
export function isOn(parent: XmlElement | undefined, name: string): boolean | undefined {
  const property = childOf(parent, name);
  return property && !['0', 'false', 'off'].includes(property.attributes['val'] ?? '1');
}

/** A list that a paragraph or a style takes part in. `number` 0 takes it out of one. */
export type ListPlace = { number: number | undefined; level: number | undefined };

export function listPlaceOf(paragraphProperties: XmlElement | undefined): ListPlace {
  const place = childOf(paragraphProperties, 'w:numPr');
  return { number: numberOf(place, 'w:numId'), level: numberOf(place, 'w:ilvl') };
}
