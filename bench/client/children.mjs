// The servers under measurement, as processes of their own.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A server process; `pids` for its memory. */
export class Server {
  constructor(file, env, says) {
    this.file = file;
    this.process = spawn(process.execPath, [file, ...(env.ARGS ? env.ARGS.split(' ') : [])], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, APOLLO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ready = new Promise((resolve, reject) => {
      let text = '';
      const hear = (chunk) => {
        text += chunk;
        const found = says.exec(text);
        if (found) resolve(found[1]);
      };
      this.process.stdout.on('data', hear);
      this.process.stderr.on('data', hear);
      this.process.once('exit', (code) => reject(new Error(`${file} ended with ${code}:\n${text.slice(-2000)}`)));
    });
  }

  /** Resident memory in MiB, and its peak. */
  memory() {
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return { now: of('VmRSS'), peak: of('VmHWM') };
  }

  async stop() {
    if (this.process.exitCode !== null) return;
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
  }
}

/** A free port on this machine. */
export async function freePort() {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
