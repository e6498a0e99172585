// npm run build: turbo over all workspaces, quiet unless something fails, and without its telemetry.
import { spawnSync } from 'node:child_process';

const { status, stdout, error } = spawnSync(
  'turbo',
  ['run', 'build', '--output-logs=errors-only', '--log-order=grouped', ...process.argv.slice(2)],
  {
    stdio: ['inherit', 'pipe', 'inherit'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  },
);
if (status !== 0) {
  console.error(error?.message ?? stdout);
  console.error('The build failed');
  process.exitCode = 1;
}
