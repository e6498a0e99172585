// Runs the project's checks one after another; each prints its own output.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Name of a check and its command. */
export const checks = {
  build: ['npm', ['run', '--silent', 'build']],
  format: ['biome', ['check', '--diagnostic-level=error', '.']],
  types: ['tsc', ['-p', 'tsconfig.json']],
  'types of the portal': ['tsc', ['-p', 'portal/tsconfig.json']],
  imports: ['npm', ['run', '--silent', 'imports']],
  schemas: ['node', ['packages/cli/bin/atbalsts.mjs', 'schema', 'check']],
};

const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/** Runs a check; true when it holds. */
export function check(name) {
  const [command, args] = checks[name];
  console.log(`\n── ${name}`);
  const held = spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  if (!held) console.error(`── ${name} failed`);
  return held;
}

/** Runs Jest and gives how many tests passed and failed; a suite that does not load counts as one failure. */
export function tests(args = []) {
  console.log('\n── tests');
  const folder = mkdtempSync(join(tmpdir(), 'atbalsts-jest-'));
  const file = join(folder, 'result.json');
  try {
    const { status } = spawnSync('node', [...jest, '--json', `--outputFile=${file}`, '--testLocationInResults', ...args], {
      stdio: ['inherit', 'ignore', 'inherit'],
      env: { ...process.env, APOLLO_TELEMETRY_DISABLED: '1' },
    });
    const result = JSON.parse(readFileSync(file, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return { passed: result.numPassedTests, failed: failed || (status === 0 ? 0 : 1) };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints the closing line and sets the exit code. */
export function close(passed, failed) {
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
