/** Paths as other programs want them. */

/** The file that holds a document: a.zip for a.zip#report.txt. */
export const fileOf = (path: string): string => /^(.+?\.[A-Za-z0-9]{1,5})#/.exec(path)?.[1] ?? path;

/** The URI of a folder, which others start from. */
export const rootUri = (folder: string): string => uriOf(`${folder.replaceAll('\\', '/').replace(/\/+$/, '')}/`);

/** A path as a URI: relative as it is, or absolute; a member of a container is its fragment. */
export function uriOf(path: string): string {
  const file = fileOf(path);
  const member = path.slice(file.length + 1);
  const encoded = file.split('/').map(encodeURIComponent).join('/');
  const drive = /^[A-Za-z]%3A\//.test(encoded) ? `/${encoded.replace('%3A', ':')}` : encoded;
  const uri = drive.startsWith('/') ? `file://${drive}` : drive;
  return member === '' ? uri : `${uri}#${member.split('/').map(encodeURIComponent).join('/')}`;
}
