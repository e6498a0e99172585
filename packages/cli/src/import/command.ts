import { userInfo } from 'node:os';
import { AuditEntryRow } from '@atbalsts/audit';
import { openDatabase, today } from '@atbalsts/database';
import cliProgress from 'cli-progress';
import { type CliConfig, readCliConfig } from '../config.js';
import { startDatabases } from '../databases.js';
import { CliError } from '../errors.js';
import { modules } from '../modules.js';
import { type ImportOutcome, type ImportRequest, importApplicationsFile, importPersonsFile } from './import.js';

/** Options of the command. */
export interface ImportFlags {
  municipality: string;
  operator?: string;
  yes?: boolean;
}

/** `atbalsts import persons|applications FILE`: prints the report to standard output, progress to standard error. Throws CliError where something was wrong with the file. */
export async function importCommand(kind: string, path: string, flags: ImportFlags): Promise<void> {
  if (kind !== 'persons' && kind !== 'applications')
    throw new CliError(`There is nothing to import called ${kind}: persons or applications.`);
  if (!/^\d{7}$/.test(flags.municipality)) throw new CliError('--municipality is the ATVK code of seven digits, e.g. 0002000.');
  const outcome = await runImport(readCliConfig(process.env), kind, {
    path,
    municipality: flags.municipality,
    operator: `operator:${flags.operator?.trim() || userInfo().username}`,
    today: today(),
    write: flags.yes === true,
  });
  for (const line of outcome.report) console.log(line);
  if (!outcome.ok) process.exitCode = 1;
}

async function runImport(config: CliConfig, kind: 'persons' | 'applications', request: ImportRequest): Promise<ImportOutcome> {
  const databases = await startDatabases(config);
  const bar = new cliProgress.SingleBar({
    format: '{what} [{bar}] {percentage}%',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5000,
    stream: process.stderr,
  });
  const open = (name: 'registry' | 'benefits') => {
    const module = modules.find((one) => one.name === name);
    return openDatabase({
      domain: name,
      url: databases.urls[name].app,
      entities: [AuditEntryRow, ...(module?.entities ?? [])],
      poolSize: 1,
    });
  };
  const registry = await open('registry');
  const benefits = kind === 'applications' ? await open('benefits') : null;
  let phase = '';
  const show = (what: string) => (done: number, total: number) => {
    if (phase !== what) bar.start(total, done, { what });
    else bar.update(done);
    phase = what;
  };
  const shown: ImportRequest = { ...request, onRead: show('Lasa / Reading'), onWritten: show('Raksta / Writing') };
  try {
    return benefits ? await importApplicationsFile({ registry, benefits }, shown) : await importPersonsFile(registry, shown);
  } finally {
    if (phase) bar.stop();
    await Promise.all([registry.close(), benefits?.close()]);
    await databases.stop();
  }
}
