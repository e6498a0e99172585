import { AuditEntryRow } from '@atbalsts/audit';
import { applicationDocuments } from '@atbalsts/benefits';
import { openDatabase, today } from '@atbalsts/database';
import { Document, type DocumentOwner, prepareDocuments, type SweepLine, sweepDocuments } from '@atbalsts/documents';
import { placementDocuments } from '@atbalsts/institutions';
import { caseDocuments } from '@atbalsts/services';
import type { CliConfig } from './config.js';
import { startDatabases } from './databases.js';

const owners: Readonly<Record<'benefits' | 'services' | 'institutions', DocumentOwner>> = {
  benefits: applicationDocuments,
  services: caseDocuments,
  institutions: placementDocuments,
};

/** What a sweep found, or removed, by domain. */
export type Swept = Record<keyof typeof owners, SweepLine[]>;

/** Finds the files that need not be kept any longer in all domains, and removes them where `remove` is true. */
export async function sweepFiles(config: CliConfig, remove: boolean): Promise<Swept> {
  await prepareDocuments({ env: process.env, dataFolder: config.dataFolder });
  const databases = await startDatabases(config);
  try {
    const swept: Partial<Swept> = {};
    for (const [domain, owner] of Object.entries(owners) as [keyof typeof owners, DocumentOwner][]) {
      const database = await openDatabase({ domain, url: databases.urls[domain].app, entities: [AuditEntryRow, Document], poolSize: 2 });
      try {
        swept[domain] = await sweepDocuments(database, owner, { today: config.demoToday ?? today(), remove });
      } finally {
        await database.close();
      }
    }
    return swept as Swept;
  } finally {
    await databases.stop();
  }
}

const reasons: Readonly<Record<SweepLine['reason'], string>> = {
  RETENTION: 'retention has ended',
  NEVER_BROUGHT: 'declared, never brought',
  DISCARDED: 'discarded, object still in the store',
};

/** What the command prints: a line for each kind and reason, and the sum. */
export function sweptLines(swept: Swept, removed: boolean): string[] {
  const lines = Object.entries(swept).flatMap(([domain, found]) =>
    found.map(({ kind, reason, documents }) => `${domain}: ${documents} × ${kind} (${reasons[reason]})`),
  );
  const sum = Object.values(swept)
    .flat()
    .reduce((total, { documents }) => total + documents, 0);
  return [...lines, removed ? `${sum} removed` : `${sum} to be removed; nothing was changed. Remove them with --delete`];
}
