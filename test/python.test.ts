/** The Python client's own tests, which run the command line that was just built; and that it is no part of the npm package. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { runs } from './support/programs.ts';

const CLIENT = 'clients/python';

/** What a file of tests needs besides pytest. */
const NEEDS: Record<string, string> = { test_frames: 'pandas', test_dask: 'distributed' };

/** The system's Python may have what the first one on the path lacks. */
const PYTHONS = ['python3', '/usr/bin/python3'];

const pythonWith = (modules: string): string | undefined =>
  PYTHONS.find((python) => runs(python, '-c', `import ${modules}`));

for (const file of globSync(`${CLIENT}/tests/test_*.py`).sort()) {
  const name = file.slice(file.lastIndexOf('/') + 1, -'.py'.length);
  const modules = ['pytest', NEEDS[name] ?? []].flat();
  const python = pythonWith(modules.join(', '));
  test.skipIf(python === undefined)(
    `${file}, skipped where ${modules.join(' or ')} is missing`,
    async () => {
      const args = ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', resolve(file)];
      const env = { ...process.env, GAIGE_BIN: resolve('bin/gaige.js'), PYTHONDONTWRITEBYTECODE: '1' };
      const { stdout, failed } = await promisify(execFile)(python!, args, { cwd: CLIENT, env }).then(
        (printed) => ({ ...printed, failed: false }),
        (error: { stdout: string; stderr: string }) => ({ stdout: error.stdout + error.stderr, failed: true }),
      );
      expect(failed, stdout).toBe(false);
      expect(stdout).toMatch(/\d+ passed/);
    },
    900_000,
  );
}

test('its version is that of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(readFileSync(`${CLIENT}/pyproject.toml`, 'utf8')).toContain(`\nversion = "${version}"\n`);
  expect(readFileSync(`${CLIENT}/gaige/__init__.py`, 'utf8')).toContain(`__version__ = "${version}"`);
});
