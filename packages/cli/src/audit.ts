import { join } from 'node:path';
import { type AuditHead, type AuditVerdict, headText, readHead, sealAll, type Tampering, verifyAudit } from '@atbalsts/audit';
import { type DomainName, type DomainUrls, domains, openDatabase, runningDomains } from '@atbalsts/database';
import type { CliConfig } from './config.js';
import { startDatabases } from './databases.js';
import { CliError } from './errors.js';

/** What `atbalsts audit verify` is told on its command line. */
export interface VerifyAuditOptions {
  /** Heads that were kept outside, as they were printed. */
  heads?: readonly string[];
  /** Whether what has not been sealed yet is sealed first. */
  seal?: boolean;
  /** Progress, one line each. */
  say?: (line: string) => void;
}

/** Blocks between two lines of progress. */
const progressEvery = 200;

/**
 * Verifies the audit of all domains, one after another; while the program runs, or for itself.
 * @throws CliError where a head cannot be read
 */
export async function verifyAudits(config: CliConfig, options: VerifyAuditOptions = {}): Promise<AuditVerdict[]> {
  const heads = (options.heads ?? []).map(headOf);
  const { urls, stop } = await databasesOf(config);
  try {
    const verdicts: AuditVerdict[] = [];
    for (const domain of domains) verdicts.push(await verifyOne(domain, urls[domain].app, heads, options));
    return verdicts;
  } finally {
    await stop();
  }
}

async function verifyOne(domain: DomainName, url: string, heads: readonly AuditHead[], options: VerifyAuditOptions): Promise<AuditVerdict> {
  const database = await openDatabase({ domain, url, entities: [], poolSize: 1 });
  try {
    if (options.seal) await sealAll(database);
    let told = 0;
    return await verifyAudit(database, {
      heads,
      onProgress: (blocks, sealed) => {
        if (blocks - told < progressEvery) return;
        told = blocks;
        options.say?.(`${domain}: ${blocks} blocks, ${sealed} entries`);
      },
    });
  } finally {
    await database.close();
  }
}

/** The databases of the program that runs on the data folder, where one does; else they are started for the time of the work. */
async function databasesOf(config: CliConfig): Promise<{ urls: Record<DomainName, DomainUrls>; stop: () => Promise<void> }> {
  const embedded = domains.filter((domain) => !config.databases[domain]);
  const running = embedded.length ? runningDomains(join(config.dataFolder, 'postgres'), embedded) : null;
  if (running) return { urls: { ...running, ...config.databases }, stop: async () => {} };
  return startDatabases(config);
}

function headOf(text: string): AuditHead {
  const head = readHead(text);
  if (!head || !(domains as readonly string[]).includes(head.domain))
    throw new CliError(`--head ${text}: not a head; it looks like registry:12:9f86d081... and is printed by atbalsts audit verify`);
  return head;
}

const meanings: Record<Tampering['kind'], string> = {
  ALTERED: 'is not what was sealed',
  REMOVED: 'was sealed and is gone',
  INSERTED: 'stands among what is sealed and is in no block: it was put in, or its block was removed',
  BACKDATED: 'says a time long before the block in front of its own: it was written later than it says',
  BLOCK_ALTERED: 'is not what was sealed',
  BLOCK_REMOVED: 'is missing',
  TRUNCATED: 'is not in the chain as the head that was kept says: the chain was cut or made anew',
};

/** One finding as a line: what was done to which entry of which block in which domain. */
export function findingText({ kind, domain, block, entry }: Tampering): string {
  const place = block === null ? 'no block' : `block ${block}`;
  return `${domain}: ${kind} ${entry === null ? place : `entry ${entry} (${place})`} ${meanings[kind]}`;
}

/** What was found, for a person: a line for each finding, then one for each domain with its head. */
export function verdictText(verdicts: readonly AuditVerdict[]): string {
  const findings = verdicts.flatMap((verdict) => verdict.findings.map(findingText));
  const domainLines = verdicts.map(({ domain, blocks, sealed, tail, findings: found }) => {
    const state = found.length ? `${found.length} findings` : 'unbroken';
    const unsealed = tail.entries
      ? `; ${tail.entries} not sealed yet (the oldest ${tail.oldestSeconds} s): of these nothing can be proved`
      : '';
    return `${domain}: ${state}, ${sealed} entries in ${blocks} blocks${unsealed}`;
  });
  const heads = verdicts.filter(({ head }) => head.number > 0).map(({ head }) => `  --head ${headText(head)}`);
  const keep = heads.length ? ['Keep these heads outside; given to the next verification, they show that no chain was cut:', ...heads] : [];
  return [...findings, ...domainLines, ...keep].join('\n');
}
