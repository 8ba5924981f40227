/** The release script from a clean clone whose remote is a bare repository on disk, up to a dry run of publishing. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { cleanClone, online, type Place } from './support/clean-clone.ts';

let place: Place;
let clone: string;

beforeAll(() => {
  place = cleanClone();
  clone = join(place.folder, 'to be released');
  place.sh(`git clone --quiet --branch main "${place.bare}" "${clone}"`, place.folder);
}, 300_000);

afterAll(() => place.remove());

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** What the registry would say; the one of npm does not answer in every place. */
function advisories(name: string, content: object): string {
  writeFileSync(join(place.folder, name), JSON.stringify(content));
  return `--advisories "${join(place.folder, name)}"`;
}

const release = (given: string) => place.sh(`node scripts/release/index.js "../out 发布" --tested ${given}`, clone);

online('a release, all but published', ['git', 'npm'], () => {
  const old = { url: 'https://example.org/1', title: 'old', severity: 'high', vulnerable_versions: '<1.0.0' };
  const { status, stdout, stderr } = release(advisories('harmless.json', { yaml: [{ id: 1, ...old }] }));
  expect(status, stderr).toBe(0);
  const tarball = readFileSync(join(place.folder, `out 发布/gaige-${version}.tgz`));
  expect(stdout).toContain(`sha256 ${createHash('sha256').update(tarball).digest('hex')}`);
  expect(stderr).toMatch(/^\$ npx --yes publint\S* .*--strict$/m);
  expect(stderr).toMatch(/^\$ npx --yes @arethetypeswrong\/cli\S* /m);
  expect(stderr).toMatch(/^\$ npm publish .* --provenance .*--dry-run$/m);
  expect(place.sh('git tag', place.bare).stdout).toBe('');
});

online('no release', ['git', 'npm'], () => {
  const found = { id: 2, url: 'https://example.org/2', title: 'found', severity: 'low', vulnerable_versions: '*' };
  const refused = (given: string) => {
    const { status, stdout, stderr } = release(given);
    return { status, said: stdout + stderr };
  };
  const fine = advisories('none.json', {});
  expect(refused(advisories('found.json', { yaml: [found] }))).toEqual({
    status: 1,
    said: expect.stringContaining('https://example.org/2'),
  });
  expect(refused(`${fine} --remote ../none.git`)).toEqual({ status: 1, said: expect.stringContaining('none.git') });
  place.sh(`git commit-tree HEAD^{tree} -m other | xargs git tag v${version}`, place.bare, {
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@b.c',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@b.c',
  });
  expect(refused(fine)).toEqual({ status: 1, said: expect.stringContaining(`v${version} at another commit`) });
  writeFileSync(join(clone, 'new.txt'), '');
  expect(refused(fine)).toEqual({ status: 1, said: expect.stringContaining('not committed') });
});
