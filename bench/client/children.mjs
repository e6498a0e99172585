// The servers under measurement, as processes of their own.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A server process; `pids` for its memory. It runs with these flags of Node.js, on this core alone where one is given. */
export class Server {
  constructor(file, env, says, { flags = [], core = null } = {}) {
    this.file = file;
    const command = [process.execPath, ...flags, file, ...(env.ARGS ? env.ARGS.split(' ') : [])];
    if (core !== null) command.unshift('taskset', '-c', String(core));
    this.process = spawn(command[0], command.slice(1), {
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

  /** Time that the process has computed so far, in milliseconds. */
  computed() {
    const fields = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    // User and system time, in ticks of 10 ms.
    return (Number(fields[11]) + Number(fields[12])) * 10;
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
