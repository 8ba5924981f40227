/**
 * Advisories from a file, for where the registry cannot be asked: a mirror, or no network. The file holds what the registry answers to
 * `POST /-/npm/v1/security/advisories/bulk`: `{"yaml": [{"id", "url", "title", "severity", "vulnerable_versions"}]}`, of as many packages as
 * one likes. npm asks a server on the loopback for it, and compares the versions itself.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/**
 * @template T
 * @param {string} file
 * @param {(registry: string) => Promise<T>} ask what is done while the server listens; it must not block
 * @returns {Promise<T>}
 */
export async function withAdvisories(file, ask) {
  /** @type {Record<string, unknown[]>} */
  const known = JSON.parse(readFileSync(file, 'utf8'));
  const server = createServer((request, response) => {
    // Of a package with an advisory npm asks what versions there are; that there is no better one is for whoever mends it to see.
    const name = decodeURIComponent((request.url ?? '').slice(1));
    const answer = request.method === 'POST' ? known : { name, versions: {}, 'dist-tags': {} };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  try {
    return await ask(`http://127.0.0.1:${port}`);
  } finally {
    server.close();
  }
}
