import { userInfo } from 'node:os';
import { AuditEntryRow } from '@atbalsts/audit';
import { type DomainDatabase, type DomainName, openDatabase, today } from '@atbalsts/database';
import cliProgress from 'cli-progress';
import { type CliConfig, readCliConfig } from '../config.js';
import { startDatabases } from '../databases.js';
import { CliError } from '../errors.js';
import { modules } from '../modules.js';
import { type ImportOutcome, type ImportRequest, importApplicationsFile, importPersonsFile } from './import.js';
import { importResultsFile, type ResultsRequest } from './results.js';

/** Options of the command. */
export interface ImportFlags {
  municipality: string;
  operator?: string;
  yes?: boolean;
  /** Of results: the year of the tables whose columns are no years. */
  year?: string;
}

/** `atbalsts import persons|applications|results FILE`: prints the report to standard output, progress to standard error. Throws CliError where something was wrong with the file. */
export async function importCommand(kind: string, path: string, flags: ImportFlags): Promise<void> {
  if (kind !== 'persons' && kind !== 'applications' && kind !== 'results')
    throw new CliError(`There is nothing to import called ${kind}: persons, applications or results.`);
  if (!/^\d{7}$/.test(flags.municipality)) throw new CliError('--municipality is the ATVK code of seven digits, e.g. 0002000.');
  if (flags.year !== undefined && !/^\d{4}$/.test(flags.year)) throw new CliError('--year is a year, e.g. 2022.');
  const request = {
    path,
    municipality: flags.municipality,
    operator: `operator:${flags.operator?.trim() || userInfo().username}`,
    today: today(),
    write: flags.yes === true,
  };
  const config = readCliConfig(process.env);
  const outcome =
    kind === 'results'
      ? await runResults(config, { ...request, ...(flags.year ? { year: Number(flags.year) } : {}) })
      : await runImport(config, kind, request);
  for (const line of outcome.report) console.log(line);
  if (!outcome.ok) process.exitCode = 1;
}

async function runResults(config: CliConfig, request: ResultsRequest): Promise<ImportOutcome> {
  const databases = await startDatabases(config);
  try {
    const strategy = await openImported('strategy', databases.urls.strategy.app);
    return await importResultsFile(strategy, request).finally(() => strategy.close());
  } finally {
    await databases.stop();
  }
}

/** A domain's database with its entities, over one connection. */
function openImported(name: DomainName, url: string): Promise<DomainDatabase> {
  const entities = modules.find((module) => module.name === name)?.entities ?? [];
  return openDatabase({ domain: name, url, entities: [AuditEntryRow, ...entities], poolSize: 1 });
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
  const registry = await openImported('registry', databases.urls.registry.app);
  const benefits = kind === 'applications' ? await openImported('benefits', databases.urls.benefits.app) : null;
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
