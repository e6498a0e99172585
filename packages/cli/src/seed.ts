import { type DomainName, type DomainUrls, domains, today, withClient } from '@atbalsts/database';
import { seedDemo } from '@atbalsts/demo';
import cliProgress from 'cli-progress';
import { CliError } from './errors.js';

/**
 * Fills the demo into databases that are empty or were being filled; never into one that holds records of somebody else's. Gives the domains that were filled.
 * @param signal told to stop: the domains not yet whole are rolled back
 */
export async function seed(urls: Record<DomainName, DomainUrls>, day: string = today(), signal?: AbortSignal): Promise<DomainName[]> {
  await refuseRealRecords(urls.registry.owner);
  const owners = Object.fromEntries(domains.map((domain) => [domain, urls[domain].owner])) as Record<DomainName, string>;
  const bar = new cliProgress.SingleBar({
    format: 'Demo municipality [{bar}] {percentage}% | {value}/{total} rows',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5000,
    clearOnComplete: false,
    stream: process.stderr,
  });
  let started = false;
  try {
    return await seedDemo(owners, day, (written, total) => {
      signal?.throwIfAborted();
      if (!started) bar.start(total, written);
      else bar.update(written);
      started = true;
    });
  } finally {
    if (started) bar.stop();
  }
}

async function refuseRealRecords(registryOwner: string): Promise<void> {
  const foreign = await withClient(registryOwner, async (client) => {
    await client.query(`begin; set local atbalsts.municipality = '*'`);
    const { rows } = await client.query<{ foreign: boolean }>(
      `select to_regclass('demo_seed') is null and exists (select 1 from person) as foreign`,
    );
    await client.query('rollback');
    return rows[0]?.foreign === true;
  });
  if (foreign)
    throw new CliError(
      'The registry holds persons who are not of the demo: the demo is written into empty databases only. Set ATBALSTS_DEMO=off to start without it.',
    );
}
