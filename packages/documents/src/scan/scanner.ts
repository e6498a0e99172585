import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';

/** What a virus scan finds. */
export type ScanResult = 'CLEAN' | 'INFECTED';

/** Looks for what harms. Throws ScanBroken where it cannot say: nothing is stored then. */
export type Scanner = (path: string) => Promise<ScanResult>;

/** The scan gave no answer that can be trusted. */
export class ScanBroken extends Error {}

/**
 * A scan by a command, such as `clamdscan --no-summary -`: the bytes on its standard input, exit code 0 for clean, 1 for infected. Anything else, a signal, a
 * command that is not there or takes too long, is broken. Run without a shell; it learns neither name nor owner.
 */
export function commandScanner({ command, seconds }: { command: readonly [string, ...string[]]; seconds: number }): Scanner {
  return (path) =>
    new Promise((resolve, reject) => {
      const [program, ...args] = command;
      const scan = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] });
      // Not spawn's own `timeout`: its timer runs on where the command cannot be started, and keeps the process from ending.
      const tooLong = setTimeout(() => scan.kill('SIGKILL'), seconds * 1_000);
      const bytes = createReadStream(path);
      scan.once('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(tooLong);
        reject(new ScanBroken(`the scan cannot be run (${error.code})`));
      });
      scan.once('close', (code, signal) => {
        clearTimeout(tooLong);
        bytes.destroy();
        if (code === 0) resolve('CLEAN');
        else if (code === 1) resolve('INFECTED');
        else reject(new ScanBroken(signal ? `the scan was ended by ${signal}` : `the scan ended with ${code}`));
      });
      // A scan that has seen enough closes its input: its exit code says what it found.
      scan.stdin.on('error', () => bytes.destroy());
      bytes.once('error', () => scan.kill('SIGKILL'));
      bytes.pipe(scan.stdin);
    });
}
