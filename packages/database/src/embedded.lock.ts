import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DataFolderInUseError } from './errors.js';

/** Who asks for, or holds, a data folder. */
interface Claim {
  pid: number;
  /** When that process started, as the operating system tells it: a reused pid is told apart by it. */
  started: string | null;
}

const claimName = /^lock\.[0-9a-z.]+\.json$/;

/**
 * Takes the data folder for this process. Whoever asks puts down a claim of a name never used before, then looks at the
 * others: the claims of dead processes are removed, a holder or a claim that goes before its own (by name) sends it away,
 * and it waits for those that come after to go away. So of any number that ask at once, after whatever crash, one holds.
 *
 * @returns gives the folder back.
 * @throws DataFolderInUseError when another running process holds it or is about to.
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  const mine = `lock.${process.pid}.${randomBytes(6).toString('hex')}.json`;
  const path = join(folder, mine);
  const release = async () => {
    await rm(heldBy(path), { force: true });
    await rm(path, { force: true });
  };
  const claim: Claim = { pid: process.pid, started: processStart(process.pid) };
  await writeFile(`${path}.new`, `${JSON.stringify(claim)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
  try {
    for (;;) {
      const others = await runningClaims(folder, mine);
      const winner = others.find((other) => other.held || other.name < mine);
      if (winner !== undefined) throw inUse(folder, winner.pid);
      if (others.length === 0) break;
      await wait(5);
    }
    await writeFile(heldBy(path), '', { mode: 0o600 });
    return release;
  } catch (error) {
    await release();
    throw error;
  }
}

/** The claims of processes that run; those of dead ones are removed. */
async function runningClaims(folder: string, mine: string): Promise<{ name: string; pid: number; held: boolean }[]> {
  const found = [];
  for (const name of await readdir(folder)) {
    if (!claimName.test(name) || name === mine) continue;
    const path = join(folder, name);
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) continue;
    const claim = parse(text);
    if (claim !== null && isRunning(claim)) {
      found.push({ name, pid: claim.pid, held: existsSync(heldBy(path)) });
    } else {
      await rm(path, { force: true });
      await rm(heldBy(path), { force: true });
    }
  }
  return found;
}

/** The mark beside a claim that has become the holder's. */
function heldBy(claim: string): string {
  return claim.replace(/\.json$/, '.held');
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

function isRunning(claim: Claim): boolean {
  if (!processExists(claim.pid)) return false;
  return claim.started === null || claim.started === processStart(claim.pid);
}

function parse(text: string): Claim | null {
  try {
    const value = JSON.parse(text) as Partial<Claim>;
    return typeof value.pid === 'number' ? { pid: value.pid, started: value.started ?? null } : null;
  } catch {
    return null;
  }
}

function inUse(folder: string, pid: number): DataFolderInUseError {
  return new DataFolderInUseError(
    `the data folder ${folder} is in use by process ${pid}: stop it, or set ATBALSTS_DATA to another folder (and PORT to another port)`,
  );
}
