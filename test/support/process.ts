import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const binary = fileURLToPath(new URL('../../packages/cli/bin/atbalsts.mjs', import.meta.url));

/** The command `atbalsts` as a process of its own. */
export class Atbalsts {
  private readonly process: ChildProcess;
  private out = '';
  private err = '';
  private readonly watchers = new Set<() => void>();

  constructor(args: string[], settings: Record<string, string>) {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...settings };
    this.process = spawn(process.execPath, [binary, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process.stdout?.on('data', (chunk: Buffer) => this.hear(() => (this.out += chunk)));
    this.process.stderr?.on('data', (chunk: Buffer) => this.hear(() => (this.err += chunk)));
    this.process.on('exit', () => this.hear(() => {}));
  }

  /** Everything printed so far to standard output, and to standard error. */
  get printed(): { out: string; err: string } {
    return { out: this.out, err: this.err };
  }

  /** Waits until something printed matches. Throws with what was printed when the process ends first. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.out) ?? pattern.exec(this.err);
      if (found) return found;
      if (this.process.exitCode !== null || this.process.signalCode !== null)
        throw new Error(`ended without saying ${pattern}:\n${this.out}${this.err}`);
      await this.next();
    }
  }

  /** Waits for the end and gives the exit code; null when a signal ended it. */
  async ends(): Promise<number | null> {
    while (this.process.exitCode === null && this.process.signalCode === null) await this.next();
    return this.process.exitCode;
  }

  /** Sends a signal. */
  signal(name: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void {
    this.process.kill(name);
  }

  private hear(note: () => void): void {
    note();
    for (const watcher of this.watchers) watcher();
  }

  private next(): Promise<void> {
    return new Promise((resolve) => {
      const watcher = () => {
        this.watchers.delete(watcher);
        resolve();
      };
      this.watchers.add(watcher);
    });
  }
}
