/** .zip of reports: each member as if it stood in a folder. Nothing is unpacked to disk, and archives in archives are refused. */
import type { Document, InputFailure, Source } from '../../model/document.ts';
import { GaigeError } from '../../model/error.ts';
import type { DecodeOptions, Inner, Reader } from '../reader.ts';
import { decodeBytes } from '../text/charset.ts';
import { type Archive, type ArchiveEntry, isArchive, openArchive } from './archive.ts';

export const zip: Reader = {
  format: 'zip',
  extensions: ['zip'],
  sniff: isArchive,
  byContent: true,
  holdsMany: true,
  decode: decodeZip,
};

/** Documents that are zips, and that no reader claims, by a member that tells. */
const UNREAD: readonly { kind: string; remedy: string; member: RegExp }[] = [
  { kind: 'pptx', remedy: 'save-as-docx', member: /^ppt\/presentation\.xml$/i },
  { kind: 'odf', remedy: 'save-as-docx', member: /^content\.xml$/i },
  { kind: 'epub', remedy: 'save-as-html', member: /^META-INF\/container\.xml$/i },
];

async function* decodeZip<Member>(
  source: Source,
  { maxFileSize }: DecodeOptions,
  inner: Inner<Member>,
): AsyncGenerator<Document | InputFailure | Member> {
  const archive = openArchive(source.bytes, maxFileSize);
  const unread = UNREAD.find(({ member }) => archive.entries.some(({ name }) => member.test(name)));
  if (unread) throw new GaigeError('FORMAT_UNREAD', { kind: unread.kind, remedy: unread.remedy });
  if (inner.isInner) throw new GaigeError('NESTED_ARCHIVE');
  const members = membersOf(archive);
  if (members.length > 0 && members.every(({ entry }) => entry.isEncrypted)) {
    throw new GaigeError('ENCRYPTED', { kind: 'zip' });
  }
  let found = false;
  for (const { entry, path } of members) {
    const member = { path: `${source.path}#${path}`, name: path.slice(path.lastIndexOf('/') + 1) };
    if (!inner.isReadable(member.name)) {
      yield { path: member.path, error: unreadMember(member), passedOver: true };
      continue;
    }
    found = true;
    yield* decodeMember(member, entry, path, archive, inner);
  }
  if (!found) throw new GaigeError('NO_INPUT', { formats: inner.formats });
}

const unreadMember = ({ path, name }: { path: string; name: string }): GaigeError =>
  new GaigeError('FORMAT_UNREAD', {
    path,
    kind: name.includes('.') ? name.slice(name.lastIndexOf('.')) : name,
    remedy: 'not-a-report',
  });

async function* decodeMember<Member>(
  member: { path: string; name: string },
  entry: ArchiveEntry,
  path: string,
  archive: Archive,
  inner: Inner<Member>,
): AsyncGenerator<InputFailure | Member> {
  let bytes: Uint8Array;
  try {
    if (isUnsafe(path)) throw new GaigeError('UNSAFE_NAME');
    bytes = archive.read(entry);
  } catch (error) {
    if (!(error instanceof GaigeError)) throw error;
    yield { path: member.path, error: new GaigeError(error.code, { path: member.path, ...error.facts }, error.cause) };
    return;
  }
  yield* inner.decode({ ...member, bytes });
}

/** Nothing is written, but records carry the name, and whoever reads them may write. */
const isUnsafe = (path: string): boolean => /^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)|\p{Cc}/u.test(path);

type Member = { entry: ArchiveEntry; path: string };

/** The files of the archive, without what systems leave beside them: __MACOSX, .DS_Store, ~$locks. */
function membersOf({ entries }: Archive): Member[] {
  const encoding = encodingOfNames(entries);
  return entries
    .map((entry) => ({ entry, path: nameOf(entry, encoding).replaceAll('\\', '/') }))
    .filter(({ path }) => !path.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.[^./]|~\$|Thumbs\.db$)/i.test(path));
}

const nameOf = ({ rawName, isUtf8 }: ArchiveEntry, encoding: string): string =>
  new TextDecoder(isUtf8 ? 'utf-8' : encoding).decode(rawName);

/** Names that are not marked as UTF-8 may be all the same, or GBK, as Chinese Windows writes them; all names of an archive are in one. */
function encodingOfNames(entries: readonly ArchiveEntry[]): string {
  const names = Buffer.concat(
    entries.filter(({ isUtf8 }) => !isUtf8).flatMap(({ rawName }) => [rawName, Buffer.of(10)]),
  );
  try {
    const { encoding } = decodeBytes(names);
    return encoding.startsWith('utf-16') ? 'gb18030' : encoding;
  } catch {
    return 'gb18030';
  }
}
