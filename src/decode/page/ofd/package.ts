/** The parts of an .ofd: OFD.xml names the document, the document its pages. Elements go by their names alone: producers differ in namespaces. */
import { GaigeError } from '../../../model/error.ts';
import { openArchive, resolvePath } from '../../container/archive.ts';
import { MAX_PAGES } from '../../limits.ts';
import { elementsOf, parseXml, textOf, type XmlElement } from '../../xml.ts';

export type Box = { width: number; height: number };
export type OfdParts = { title: string | undefined; pages: readonly XmlElement[]; size: Box };

/** A4 in millimetres. */
const A4: Box = { width: 210, height: 297 };

export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

export const named = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  parent ? elementsOf(parent).filter((child) => localName(child) === name) : [];

/** @throws GaigeError DAMAGED, ENCRYPTED, XML_ENTITIES, ARCHIVE_TOO_LARGE */
export function openOfd(bytes: Uint8Array, maxMember: number | undefined): OfdParts {
  const archive = openArchive(bytes, maxMember);
  const entries = new Map(archive.entries.map((entry) => [entry.name.toLowerCase().replaceAll('\\', '/'), entry]));
  if (entries.has('encryptions.xml')) throw new GaigeError('ENCRYPTED', { kind: 'ofd' });
  const part = (path: string): XmlElement => {
    const entry = entries.get(path.toLowerCase());
    if (!entry) throw new GaigeError('DAMAGED', { kind: 'ofd', problem: 'part' });
    return parseXml(archive.read(entry));
  };
  const [body] = named(part('OFD.xml'), 'DocBody');
  const root = resolvePath('', wordsOf(body, 'DocRoot') ?? 'Doc_0/Document.xml');
  const document = part(root);
  const [pageList] = named(document, 'Pages');
  const pages = named(pageList, 'Page');
  if (pages.length > MAX_PAGES) throw new GaigeError('ARCHIVE_TOO_LARGE', { limit: MAX_PAGES, problem: 'pages' });
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  // One part named as thousands of pages is a small file that unpacks to a large one.
  const places = new Set(pages.map(({ attributes }) => resolvePath(folder, attributes['BaseLoc'] ?? '')));
  return {
    title: wordsOf(named(body, 'DocInfo')[0], 'Title'),
    pages: [...places].map(part),
    size: boxOf(named(named(document, 'CommonData')[0], 'PageArea')[0]) ?? A4,
  };
}

const wordsOf = (parent: XmlElement | undefined, name: string): string | undefined => {
  const [element] = named(parent, name);
  return element && textOf(element).trim();
};

/** The size of a page: `0 0 210 297`. */
export function boxOf(area: XmlElement | undefined): Box | null {
  const [, , width, height] = (wordsOf(area, 'PhysicalBox') ?? '').split(/\s+/).map(Number);
  return width && height ? { width, height } : null;
}
