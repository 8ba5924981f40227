/** XML as Office and OFD write it: strict, no entities of its own, by saxes. Names are those of the usual prefixes, whatever a file calls them. */
import { SaxesParser } from 'saxes';
import { GaigeError } from '../model/error.ts';
import { MAX_XML_DEPTH, MAX_XML_ELEMENTS } from './limits.ts';

export type XmlElement = {
  /** With the usual prefix: `w:p`. */
  name: string;
  /** By their names without a prefix. */
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
};

export type XmlHandler = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
};

/** Namespaces, transitional and strict, by their usual prefixes. */
const PREFIXES = new Map(
  Object.entries({
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
    'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
    'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
    'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
    'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
    'http://purl.org/dc/elements/1.1/': 'dc',
    'http://www.ofdspec.org/2016': 'ofd',
  }),
);

/**
 * Reads XML from start to end, element by element; memory stays that of the handler.
 * @throws GaigeError DAMAGED where it is not well-formed, XML_ENTITIES where it declares entities, ARCHIVE_TOO_LARGE where it nests without end
 */
export function scanXml(bytes: Uint8Array, { open, close, text }: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let doctype = false;
  parser.on('doctype', () => {
    doctype = true;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (doctype) throw new GaigeError('XML_ENTITIES');
    if (++depth > MAX_XML_DEPTH) throw new GaigeError('ARCHIVE_TOO_LARGE', { limit: MAX_XML_DEPTH, problem: 'depth' });
    open?.(nameOf(uri, local), plainAttributes(attributes));
  });
  parser.on('closetag', ({ uri, local }) => {
    depth--;
    close?.(nameOf(uri, local));
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.on('error', (error) => {
    throw doctype
      ? new GaigeError('XML_ENTITIES')
      : new GaigeError('DAMAGED', { kind: 'xml', problem: 'syntax' }, error);
  });
  for (const part of pieces(decodeXml(bytes))) parser.write(part);
  parser.close();
}

const nameOf = (uri: string, local: string): string => {
  const prefix = PREFIXES.get(uri);
  return prefix ? `${prefix}:${local}` : local;
};

function plainAttributes(attributes: Record<string, { local: string; value: string }>): Record<string, string> {
  const plain: Record<string, string> = Object.create(null);
  for (const key in attributes) {
    const attribute = attributes[key];
    if (attribute) plain[attribute.local] = attribute.value;
  }
  return plain;
}

/** Strict UTF-8 or, by its mark, UTF-16. */
function decodeXml(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** saxes copies what it is given more than once. */
const PIECE = 1 << 20;

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/**
 * The tree of an XML document.
 * @throws GaigeError as `scanXml`, and ARCHIVE_TOO_LARGE for more elements than memory holds
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const outer: XmlElement[] = [];
  let parent = root;
  let count = 0;
  scanXml(bytes, {
    open(name, attributes) {
      if (++count > MAX_XML_ELEMENTS) {
        throw new GaigeError('ARCHIVE_TOO_LARGE', { limit: MAX_XML_ELEMENTS, problem: 'elements' });
      }
      const element: XmlElement = { name, attributes, children: [] };
      parent.children.push(element);
      outer.push(parent);
      parent = element;
    },
    close() {
      parent = outer.pop() ?? root;
    },
    text(text) {
      parent.children.push(text);
    },
  });
  return root.children.find((child) => typeof child !== 'string') ?? root;
}

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string');

export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);

export const childrenOf = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  parent ? elementsOf(parent).filter((child) => child.name === name) : [];

export const textOf = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
