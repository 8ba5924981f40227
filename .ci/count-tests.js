// node count-tests.js FILE: prints how many of vitest's tests passed and failed. A test file that could not be run counts as a failure.
import { readFileSync } from 'node:fs';

const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const broken = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);
console.log(numPassedTests, numFailedTests + broken.length);
