// npm run dev: builds, starts everything in one process, and builds and starts again when a source file changes.
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';

let running = null;
let timer = null;

function build() {
  return spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' }).status === 0;
}

function start() {
  running = spawn('node', ['packages/cli/bin/atbalsts.mjs', 'start'], { stdio: 'inherit' });
}

/** Asks the running process to end and waits until it has. */
function stop() {
  return new Promise((resolve) => {
    if (!running || running.exitCode !== null) return resolve();
    running.once('exit', resolve);
    running.kill('SIGTERM');
  });
}

async function again() {
  console.error('\nA source file changed: building');
  if (!build()) return console.error('The build failed; the last good one goes on');
  await stop();
  start();
}

for (const folder of ['packages', 'subgraphs', 'gateway']) {
  watch(folder, { recursive: true }, (_event, file) => {
    if (!file || !/\/src\/.*\.ts$|migrations\/.*\.sql$/.test(file) || file.endsWith('.test.ts')) return;
    clearTimeout(timer);
    timer = setTimeout(again, 300);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop().then(() => process.exit(0)));
if (build()) start();
