/** Runs last: writes what tells one build from another, so that findings which another build kept are not taken for ours. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILT } from '../../dist/built/places.js';

const folder = fileURLToPath(new URL('../../dist', import.meta.url));
const hash = createHash('sha256');
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
  if (/\.(?:c?js|css|txt)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
}
writeFileSync(BUILT.buildId, hash.digest('hex').slice(0, 16));
