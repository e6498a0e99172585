// npm run -w portal dev: typed documents follow the queries as they are written, and Vite serves the portal on a running graph (PORTAL_API).
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const shell = process.platform === 'win32';
if (spawnSync('npm', ['run', '--silent', 'codegen'], { stdio: 'inherit', cwd, shell }).status !== 0) process.exit(1);
const running = [
  spawn('npx', ['graphql-codegen', '--silent', '--watch', '--config', 'codegen.mjs'], { stdio: 'inherit', cwd, shell }),
  spawn('npx', ['vite'], { stdio: 'inherit', cwd, shell }),
];
const stop = () => {
  for (const one of running) one.kill('SIGTERM');
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
for (const one of running) one.once('exit', stop);
