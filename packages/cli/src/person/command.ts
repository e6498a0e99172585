import { mkdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { AuditEntryRow } from '@atbalsts/audit';
import { type DomainDatabase, type DomainName, openDatabase, today } from '@atbalsts/database';
import { prepareDocuments } from '@atbalsts/documents';
import { readCliConfig } from '../config.js';
import { startDatabases } from '../databases.js';
import { CliError } from '../errors.js';
import { modules } from '../modules.js';
import { personDocument } from './person-document.js';
import { erasePerson } from './person-erase.js';
import { exportFiles, exportPerson, type PersonRequest } from './person-export.js';
import { domainWords } from './person-words.js';
import { retentionNote } from './record-rules.js';

/** Options of the commands on a person. */
export interface PersonFlags {
  municipality: string;
  operator?: string;
  out?: string;
}

/** `atbalsts person export PERSON`: writes what all domains hold as JSON and as a document, and each attached file beside them; prints the paths. Throws CliError where the person or the folder is not there. */
export async function personExportCommand(key: string, flags: PersonFlags): Promise<void> {
  await withDomains(async (databases) => {
    const exported = await exportPerson(databases, requestOf(key, flags));
    for (const [extension, content] of [
      ['json', `${JSON.stringify(exported, null, 2)}\n`],
      ['md', personDocument(exported)],
    ] as const) {
      const path = join(flags.out ?? '.', `person-${exported.reference}.${extension}`);
      await writeFile(path, content, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
        throw new CliError(
          error.code === 'EEXIST' ? `${path} exists already: remove it, or name another folder with --out` : `${path} cannot be written`,
        );
      });
      console.log(path);
    }
    const folder = join(flags.out ?? '.', `person-${exported.reference}-documents`);
    await exportFiles(databases, exported, async (name, parts) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, name);
      await writeFile(path, parts, { flag: 'wx', mode: 0o600 });
      console.log(path);
    });
  });
}

/**
 * `atbalsts person erase PERSON`: says what would be erased, or what stands against it; with `yes` it is done. Throws CliError where something stands against it.
 */
export async function personEraseCommand(key: string, flags: PersonFlags & { yes?: boolean }): Promise<void> {
  await withDomains(async (databases) => {
    const { reference, holds, erased, done } = await erasePerson(databases, { ...requestOf(key, flags), write: flags.yes === true });
    if (holds.length) {
      const lines = holds.map(({ domain, lv, en }) => `  ${domainWords[domain].lv}: ${lv} / ${domainWords[domain].en}: ${en}`);
      throw new CliError(`${reference} netiek dzēsta, kamēr: / ${reference} is not erased while:\n${lines.join('\n')}\n${retentionNote}`);
    }
    for (const [domain, tables] of Object.entries(erased))
      for (const [table, count] of Object.entries(tables)) console.log(`${domain}.${table}: ${count}`);
    console.log(
      done
        ? `${reference}: identitāte dzēsta. / The identity is erased.`
        : `${reference}: izmēģinājums, nekas nav dzēsts; lai dzēstu, pievienojiet --yes. / Dry run, nothing was erased; add --yes to erase.`,
    );
  });
}

/** Who is meant, and who asks. */
export function requestOf(key: string, flags: PersonFlags): PersonRequest {
  if (!/^\d{7}$/.test(flags.municipality)) throw new CliError('--municipality is the ATVK code of seven digits, e.g. 0002000.');
  return {
    key: key.trim(),
    municipality: flags.municipality,
    operator: `operator:${flags.operator?.trim() || userInfo().username}`,
    today: today(),
  };
}

async function withDomains(work: (databases: Record<DomainName, DomainDatabase>) => Promise<void>): Promise<void> {
  const config = readCliConfig(process.env);
  await prepareDocuments({ env: process.env, dataFolder: config.dataFolder });
  const started = await startDatabases(config);
  const opened: [DomainName, DomainDatabase][] = [];
  try {
    for (const { name, entities } of modules) {
      opened.push([
        name,
        await openDatabase({ domain: name, url: started.urls[name].app, entities: [AuditEntryRow, ...entities], poolSize: 1 }),
      ]);
    }
    await work(Object.fromEntries(opened) as Record<DomainName, DomainDatabase>);
  } finally {
    for (const [, database] of opened) await database.close();
    await started.stop();
  }
}
