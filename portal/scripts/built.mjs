// Builds the portal if asked and serves what is built, with everything else passed on to a running graph.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** Serves the portal against a graph; gives its address and how to stop it. */
export async function serveBuilt({ api, build }) {
  process.env.PORTAL_API = api;
  process.chdir(folder);
  if (build) {
    const run = (command, args) =>
      spawnSync(command, args, { stdio: 'inherit', cwd: folder, shell: process.platform === 'win32' }).status === 0;
    if (!run('npm', ['run', '--silent', 'codegen']) || !run('npx', ['vite', 'build', '--logLevel', 'error']))
      throw new Error('The portal does not build');
  }
  const { preview } = await import('vite');
  const server = await preview({ root: folder, preview: { port: 0, host: '127.0.0.1' } });
  return { url: server.resolvedUrls.local[0].replace(/\/$/, ''), stop: () => server.close() };
}
