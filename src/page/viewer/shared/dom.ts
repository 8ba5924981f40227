/** Elements, made of text and attributes alone: nothing is ever parsed as markup. */

type Listener = (event: never) => void;
type Attribute = string | number | boolean | null | undefined | Listener;
export type Attributes = Readonly<Record<string, Attribute>>;
export type Child = Node | string | null | undefined | false;

export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  dress(element, attributes);
  addTo(element, children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(SVG, tag);
  dress(element, attributes);
  addTo(element, children);
  return element;
}

/** What stands in an element is replaced by these. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  addTo(element, children);
}

function addTo(element: Element, children: readonly Child[]): void {
  for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child);
}

/** `onclick` and the like are functions; true stands for an attribute without a value, false and null for none. */
function dress(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
}
