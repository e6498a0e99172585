import { execFileSync } from 'node:child_process';
import { link, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderInUseError } from './errors.js';

/** Who holds a data folder. */
interface Holder {
  pid: number;
  /** When that process started, as the operating system tells it: a reused pid is told apart by it. */
  started: string | null;
}

const name = 'lock.json';

/**
 * Takes the data folder for this process, atomically. What a killed process left is taken over.
 *
 * @returns gives the folder back.
 * @throws DataFolderInUseError when a running process holds it.
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, name);
  const mine: Holder = { pid: process.pid, started: processStart(process.pid) };
  const own = join(folder, `lock.${process.pid}.${Math.random().toString(36).slice(2)}`);
  await writeFile(own, `${JSON.stringify(mine)}\n`, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      try {
        await link(own, path);
        return () => release(path, mine);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const seen = await readFile(path, 'utf8').catch(() => null);
      if (seen === null) continue;
      const holder = parse(seen);
      if (holder !== null && isRunning(holder)) throw inUse(folder, holder.pid);
      await takeAway(path, seen, `${own}.stale`);
    }
    throw inUse(folder, null);
  } finally {
    await rm(own, { force: true });
  }
}

/** When a process started, by the operating system; null when it is not running or cannot be asked. */
export function processStart(pid: number): string | null {
  if (process.platform === 'win32') return null;
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** Whether a process with this pid exists, whoever owns it. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isRunning(holder: Holder): boolean {
  if (!processExists(holder.pid)) return false;
  return holder.started === null || holder.started === processStart(holder.pid);
}

/** Moves a stale lock aside; puts it back when, in between, somebody else had taken the folder. */
async function takeAway(path: string, seen: string, aside: string): Promise<void> {
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== seen) await link(aside, path).catch(() => undefined);
  await unlink(aside);
}

async function release(path: string, mine: Holder): Promise<void> {
  const holder = parse(await readFile(path, 'utf8').catch(() => ''));
  if (holder?.pid === mine.pid && holder.started === mine.started) await rm(path, { force: true });
}

function parse(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder>;
    return typeof value.pid === 'number' ? { pid: value.pid, started: value.started ?? null } : null;
  } catch {
    return null;
  }
}

function inUse(folder: string, pid: number | null): DataFolderInUseError {
  const who = pid === null ? 'another program' : `process ${pid}`;
  return new DataFolderInUseError(
    `the data folder ${folder} is in use by ${who}: stop it, or set ATBALSTS_DATA to another folder (and PORT to another port)`,
  );
}
