import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processExists } from './embedded.lock.js';
import { EmbeddedPostgresError } from './errors.js';

/** What a running server says of itself in its data folder. */
export interface Postmaster {
  pid: number;
  port: number | null;
  /** `starting`, `ready`, `stopping`, or empty while it is being written. */
  status: string;
}

/** Reads postmaster.pid; null when there is none or it is not yet whole. */
export function readPostmaster(dataFolder: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  const port = Number.parseInt(lines[3] ?? '', 10);
  return { pid, port: Number.isInteger(port) ? port : null, status: (lines[7] ?? '').trim() };
}

/**
 * Stops a server that a killed program left behind on this data, and waits until it is gone. Called with the folder's
 * lock held. A postmaster.pid whose number now belongs to another program is removed, as PostgreSQL itself would refuse it.
 */
export async function stopLeftOver(dataFolder: string): Promise<void> {
  const postmaster = readPostmaster(dataFolder);
  if (postmaster === null) return;
  if (!processExists(postmaster.pid)) return;
  if (serves(postmaster.pid, dataFolder)) await stopPostmaster(postmaster.pid);
  else rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
}

/** Stops a server: fast (transactions rolled back, checkpoint written), after half a minute at once. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const) {
    if (!send(pid, signal)) return;
    const until = Date.now() + seconds * 1000;
    while (Date.now() < until) {
      if (!isAlive(pid)) return;
      await wait(15);
    }
  }
  throw new EmbeddedPostgresError(`the embedded PostgreSQL (process ${pid}) does not stop`);
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** A process that has ended but was not yet collected by its parent (a zombie) is not alive. */
function isAlive(pid: number): boolean {
  if (!processExists(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return false;
  }
}

/** Whether the process is a PostgreSQL server on this data. Without /proc: whether the recorded server still owns the file. */
function serves(pid: number, dataFolder: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataFolder);
  } catch {
    return false;
  }
}
