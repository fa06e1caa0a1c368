// Prints the counts of the last `npm test` in the words of vitest, then alone on the last line `N passed, N failed`.
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './toolchain.mjs';

const file = inRoot('.cache', 'vitest.json');
if (!existsSync(file)) {
  // A failed install or build: no test ran, and saying "0 failed" would hide that.
  console.log('No test ran.\n0 passed, 1 failed');
  process.exitCode = 1;
} else {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const brokenFiles = testResults.filter(({ status }) => status === 'failed').length;
  // A file that fails to load has no failed test, yet it is a failure.
  const failed = Math.max(numFailedTests, brokenFiles);
  console.log(` Test Files  ${counts({ failed: brokenFiles, passed: testResults.length - brokenFiles })}`);
  console.log(`      Tests  ${counts({ failed: numFailedTests, passed: numPassedTests, skipped: numPendingTests })}`);
  console.log(`${numPassedTests} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function counts(numbers) {
  return Object.entries(numbers)
    .filter(([name, number]) => number > 0 || name === 'passed')
    .map(([name, number]) => `${number} ${name}`)
    .join(' | ');
}
