import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { domains as allDomains, type DomainName, domainNames } from './domains.js';
import { type Account, asAccount, type Binaries, findBinaries, serverAccount } from './embedded.binaries.js';
import { lockDataFolder } from './embedded.lock.js';
import { readPostmaster, stopLeftOver, stopPostmaster } from './embedded.process.js';
import { newPassword, readSecrets, type Secrets, writeSecrets } from './embedded.secrets.js';
import { initdbFlags, serverFlags } from './embedded.settings.js';
import { EmbeddedPostgresError } from './errors.js';
import { type DomainUrls, ensureDomainDatabases } from './roles.js';

/** How the embedded server is started. */
export interface EmbeddedPostgresOptions {
  /** Folder of the server: its data, log, passwords and lock. Made when absent. */
  folder: string;
  /** Port on 127.0.0.1; a free one unless told. */
  port?: number;
  /** false for tests: faster, and the data may be lost with the machine. */
  durable?: boolean;
  /** Connections at once; 100 unless told. */
  maxConnections?: number;
}

/**
 * A real PostgreSQL server from npm, run by this process: `EmbeddedPostgres.start({ folder: '.data/postgres' })`.
 *
 * One process at a time holds a folder. When that process is killed, a small watcher stops the server cleanly, and the next
 * start finds the data whole. Listens on 127.0.0.1 only; the passwords are random and lie in the folder (secrets.json, 0600).
 */
export class EmbeddedPostgres {
  private stopping: Promise<void> | null = null;

  private constructor(
    /** Absolute path of the folder. */
    readonly folder: string,
    /** Port the server listens on. */
    readonly port: number,
    private readonly secrets: Secrets,
    private readonly server: ChildProcess,
    private readonly watcher: ChildProcess | null,
    private readonly unlock: () => Promise<void>,
  ) {}

  /**
   * Starts the server, and makes its data when the folder has none.
   *
   * @throws DataFolderInUseError when another running program uses the folder; nothing is touched.
   * @throws EmbeddedPostgresError when the server does not start; the message ends with the end of its log.
   */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const folder = resolve(options.folder);
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    const unlock = await lockDataFolder(folder);
    try {
      keepLogShort(join(folder, 'server.log'));
      const setting = new Setting(realpathSync(folder), options.durable ?? true, options.maxConnections ?? 100);
      await stopLeftOver(setting.data);
      const secrets = await setting.initialise();
      const { server, port } = await setting.launch(options.port);
      return new EmbeddedPostgres(folder, port, secrets, server, watch(server), unlock);
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  /** URL of the superuser, to a database of the server (`postgres` unless told). */
  url(database = 'postgres'): string {
    return `postgresql://postgres:${encodeURIComponent(this.secrets.superuser)}@127.0.0.1:${this.port}/${database}`;
  }

  /** Process id of the server. */
  get pid(): number {
    return this.server.pid ?? -1;
  }

  /**
   * Makes the roles and databases of the domains, or finds them there; the roles' passwords stay in the folder.
   *
   * @returns the URLs of each domain: owner for migrations, app for the program.
   */
  async ensureDomains(domains: readonly DomainName[] = allDomains): Promise<Record<DomainName, DomainUrls>> {
    const roles = domains.flatMap((domain) => [domainNames(domain).owner, domainNames(domain).app]);
    for (const role of roles) this.secrets.roles[role] ??= newPassword();
    await writeSecrets(this.folder, this.secrets);
    return ensureDomainDatabases(this.url(), domains, { passwords: this.secrets.roles });
  }

  /** Stops the server cleanly (open transactions are rolled back) and gives the folder back. Twice is once. */
  stop(): Promise<void> {
    this.stopping ??= this.shutDown();
    return this.stopping;
  }

  private async shutDown(): Promise<void> {
    await stopPostmaster(this.pid);
    this.watcher?.stdin?.destroy();
    this.watcher?.kill('SIGKILL');
    await this.unlock();
  }
}

/** One folder being brought up. */
class Setting {
  readonly data: string;
  private readonly log: string;
  private readonly binaries: Binaries;
  private readonly account: Account | null;

  constructor(
    private readonly folder: string,
    private readonly durable: boolean,
    private readonly maxConnections: number,
  ) {
    this.data = join(folder, 'data');
    this.log = join(folder, 'server.log');
    this.binaries = findBinaries();
    this.account = serverAccount();
  }

  /** Makes the cluster aside and moves it into place, so that a kill half-way leaves nothing half-made. */
  async initialise(): Promise<Secrets> {
    for (const name of readdirSync(this.folder)) {
      if (name.startsWith('data.new')) removeQuietly(join(this.folder, name));
    }
    const known = readSecrets(this.folder);
    if (existsSync(join(this.data, 'PG_VERSION'))) {
      if (known === null)
        throw new EmbeddedPostgresError(
          `${join(this.folder, 'secrets.json')} is missing: restore it, or remove ${this.folder} to begin anew`,
        );
      return known;
    }
    const secrets = { superuser: newPassword(), roles: {} };
    // The initdb of a killed program may still be at work: it has a folder of its own name, which is never used.
    const made = join(this.folder, `data.new.${randomBytes(4).toString('hex')}`);
    const passwordFile = `${made}.password`;
    mkdirSync(made, { mode: 0o700 });
    await writeFile(passwordFile, `${secrets.superuser}\n`, { mode: 0o600 });
    this.hand(made);
    this.hand(passwordFile);
    await this.run(this.binaries.initdb, initdbFlags({ durable: this.durable, dataFolder: made, passwordFile }));
    await writeSecrets(this.folder, secrets);
    await rm(passwordFile);
    await rename(made, this.data);
    return secrets;
  }

  /** Starts the server on the port, or on a free one: the port of the last time when it is still free. */
  async launch(port: number | undefined): Promise<{ server: ChildProcess; port: number }> {
    const portFile = join(this.folder, 'port');
    const last = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
    for (let attempt = 0; ; attempt++) {
      const chosen = port ?? (await freePort(attempt === 0 ? last : 0));
      try {
        const server = await this.tryLaunch(chosen);
        await writeFile(portFile, `${chosen}\n`);
        server.unref();
        return { server, port: chosen };
      } catch (error) {
        const message = (error as Error).message;
        const portTaken = /could not create any TCP\/IP sockets|Address already in use/i.test(message);
        // Backends of a killed server let go of its shared memory a moment after it.
        const leavingBackends = /pre-existing shared memory block/i.test(message);
        if (portTaken && port !== undefined) {
          throw new EmbeddedPostgresError(`port ${port} on 127.0.0.1 is in use: choose another for the embedded PostgreSQL`, {
            cause: error,
          });
        }
        if (attempt >= 20 || !(portTaken || leavingBackends)) throw error;
        if (leavingBackends) await wait(250);
      }
    }
  }

  private async tryLaunch(port: number): Promise<ChildProcess> {
    const from = this.logSize();
    const flags = ['-D', this.data, '-p', String(port), ...serverFlags({ durable: this.durable, maxConnections: this.maxConnections })];
    const server = this.spawn(this.binaries.postgres, flags);
    for (;;) {
      if (server.exitCode !== null || server.signalCode !== null) {
        throw new EmbeddedPostgresError(`the embedded PostgreSQL did not start (log: ${this.log}): ${this.saidSince(from)}`);
      }
      const postmaster = readPostmaster(this.data);
      if (postmaster?.pid === server.pid && postmaster?.status === 'ready') return server;
      await wait(15);
    }
  }

  private async run(program: string, args: string[]): Promise<void> {
    const from = this.logSize();
    const child = this.spawn(program, args);
    const code = await new Promise<number | null>((done, failed) => child.once('error', failed).once('exit', done));
    if (code === 0) return;
    throw new EmbeddedPostgresError(`the embedded PostgreSQL could not make its data (log: ${this.log}): ${this.saidSince(from)}`);
  }

  private logSize(): number {
    return existsSync(this.log) ? statSync(this.log).size : 0;
  }

  /** The last lines of the log since it had this size, as one line. */
  private saidSince(size: number): string {
    return readFileSync(this.log).subarray(size).toString('utf8').trim().split('\n').slice(-4).join(' | ');
  }

  /** Runs a server program in a session of its own: Ctrl-C in the terminal is for this process, which then stops the server. */
  private spawn(program: string, args: string[]): ChildProcess {
    const { command, args: all, ids } = asAccount(this.account, [dirname(program), this.folder], program, args);
    const log = openSync(this.log, 'a', 0o600);
    try {
      const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', SystemRoot: process.env.SystemRoot, TEMP: process.env.TEMP };
      const child = spawn(command, all, { ...ids, cwd: '/', env, detached: true, windowsHide: true, stdio: ['ignore', log, log] });
      child.on('error', () => undefined);
      return child;
    } finally {
      closeSync(log);
    }
  }

  private hand(path: string): void {
    if (this.account !== null) chownSync(path, this.account.uid, this.account.gid);
    else chmodSync(path, path.endsWith('password') ? 0o600 : 0o700);
  }
}

/** Begins the log anew when it has grown beyond 10 MB; the one before is kept. */
function keepLogShort(log: string): void {
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`);
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Still being written by the initdb of a killed program; the start after this one removes it.
  }
}

/** Stops the server when this process is gone, however it went: its end of the pipe closes. */
function watch(server: ChildProcess): ChildProcess | null {
  if (process.platform === 'win32') return null;
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'atbalsts-postgres-watcher', String(server.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => undefined);
  // A server that ended by itself leaves a number that may be another program's by then.
  server.once('exit', () => watcher.kill('SIGKILL'));
  watcher.stdin?.on('error', () => undefined);
  (watcher.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  watcher.unref();
  return watcher;
}

/** A port of 127.0.0.1 nobody listens on: the wanted one when it is free. */
async function freePort(wanted: number): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number | null>((done) => {
      const server = createServer();
      server.once('error', () => done(null));
      server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
        const address = server.address();
        const found = typeof address === 'object' && address !== null ? address.port : null;
        server.close(() => done(found));
      });
    });
  const valid = Number.isInteger(wanted) && wanted > 0 && wanted < 65_536;
  const found = (valid ? await attempt(wanted) : null) ?? (await attempt(0));
  if (found === null) throw new EmbeddedPostgresError('no free port on 127.0.0.1 for the embedded PostgreSQL');
  return found;
}
