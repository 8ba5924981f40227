/** The parts of a .docx, found by their relationships. */
import { GaigeError } from '../../../model/error.ts';
import { type Archive, type ArchiveEntry, openArchive, resolvePath } from '../../container/archive.ts';
import { elementsOf, parseXml, type XmlElement } from '../../xml.ts';

export type DocxParts = {
  document: XmlElement;
  styles: XmlElement | undefined;
  numbering: XmlElement | undefined;
  footnotes: XmlElement | undefined;
  endnotes: XmlElement | undefined;
  /** docProps/core.xml */
  core: XmlElement | undefined;
};

/** @throws GaigeError DAMAGED, ENCRYPTED, XML_ENTITIES, ARCHIVE_TOO_LARGE */
export function openDocx(bytes: Uint8Array, maxMember: number | undefined): DocxParts {
  const archive = openArchive(bytes, maxMember);
  // Names of parts are compared without case.
  const entries = new Map(archive.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const whole = relationships(archive, entries, '_rels/.rels', '');
  const main = whole.get('officeDocument') ?? 'word/document.xml';
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const inner = relationships(archive, entries, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const part = (path: string | undefined): XmlElement | undefined => readPart(archive, entries, path);
  const document = part(main);
  if (!document) throw new GaigeError('DAMAGED', { kind: 'docx', problem: 'part' });
  return {
    document,
    styles: part(inner.get('styles')),
    numbering: part(inner.get('numbering')),
    footnotes: part(inner.get('footnotes')),
    endnotes: part(inner.get('endnotes')),
    core: part(whole.get('core-properties')),
  };
}

function readPart(
  archive: Archive,
  entries: ReadonlyMap<string, ArchiveEntry>,
  path: string | undefined,
): XmlElement | undefined {
  const entry = path === undefined ? undefined : entries.get(path.toLowerCase());
  return entry && parseXml(archive.read(entry));
}

/** Paths of related parts by the last word of the kind of relationship, which strict and transitional files share. */
function relationships(
  archive: Archive,
  entries: ReadonlyMap<string, ArchiveEntry>,
  path: string,
  folder: string,
): Map<string, string> {
  const found = new Map<string, string>();
  const part = readPart(archive, entries, path);
  for (const { attributes } of part ? elementsOf(part) : []) {
    const { Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    const kind = type.slice(type.lastIndexOf('/') + 1);
    if (mode !== 'External' && !found.has(kind)) found.set(kind, resolvePath(folder, target));
  }
  return found;
}
