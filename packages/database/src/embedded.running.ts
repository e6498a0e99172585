import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DomainName, domainNames } from './domains.js';
import { readPostmaster } from './embedded.process.js';
import { readSecrets } from './embedded.secrets.js';
import { type DomainUrls, urlFor } from './roles.js';

/**
 * How to reach the domains of an embedded server that another process of this machine is running just now: for looking at them beside it.
 * @returns null where none is running on the folder, or not with all of these domains
 */
export function runningDomains(folder: string, domains: readonly DomainName[]): Record<DomainName, DomainUrls> | null {
  const path = resolve(folder);
  if (readPostmaster(join(path, 'data'))?.status !== 'ready') return null;
  const secrets = readSecrets(path);
  const port = Number(readFileSync(join(path, 'port'), 'utf8'));
  const server = `postgresql://127.0.0.1:${port}/postgres`;
  const urls = {} as Record<DomainName, DomainUrls>;
  for (const domain of domains) {
    const { owner, app, database } = domainNames(domain);
    const [ownerPassword, appPassword] = [secrets?.roles[owner], secrets?.roles[app]];
    if (ownerPassword === undefined || appPassword === undefined) return null;
    urls[domain] = { owner: urlFor(server, owner, ownerPassword, database), app: urlFor(server, app, appPassword, database) };
  }
  return urls;
}
