import { sealAll } from '@atbalsts/audit';
import { readCliConfig, verdictText, verifyAudits } from '@atbalsts/cli';
import { type DomainName, domains, newId, openDatabase, withClient } from '@atbalsts/database';
import { type ClonedDatabase, cloneDatabases } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** `atbalsts audit verify` over the six domains. */
describe('the audit of all domains', () => {
  let clones: Awaited<ReturnType<typeof cloneDatabases>>;
  let config: ReturnType<typeof readCliConfig>;
  const of = (domain: DomainName): ClonedDatabase => clones.databases[domain];
  const sql = (domain: DomainName, text: string, values: unknown[] = []) =>
    withClient(of(domain).superUrl, async (client) => (await client.query(text, values)).rows);

  beforeAll(async () => {
    clones = await cloneDatabases();
    const env = domains.flatMap((domain) => [
      [`DATABASE_URL_${domain.toUpperCase()}`, of(domain).appUrl],
      [`MIGRATION_URL_${domain.toUpperCase()}`, of(domain).ownerUrl],
    ]);
    config = readCliConfig(Object.fromEntries(env));
    for (const domain of domains) {
      for (let i = 0; i < 3; i++)
        await sql(
          domain,
          `insert into audit_entry (id, municipality, subject, role, action, request_id) values ($1, '0002000', 'x', '', 'x.y', 'r')`,
          [newId()],
        );
      const database = await openDatabase({ domain, url: of(domain).appUrl, entities: [], poolSize: 1 });
      await sealAll(database, 2);
      await database.close();
    }
  });
  afterAll(() => clones?.drop());

  it('is unbroken, and prints the heads that show later that nothing was cut', async () => {
    const verdicts = await verifyAudits(config);
    expect(verdicts.map(({ domain, blocks, sealed, findings }) => [domain, blocks, sealed, findings])).toEqual(
      domains.map((domain) => [domain, 2, 3, []]),
    );
    const text = verdictText(verdicts);
    for (const domain of domains)
      expect(text).toMatch(new RegExp(`${domain}: unbroken, 3 entries in 2 blocks[\\s\\S]*--head ${domain}:2:[0-9a-f]{64}`));
  });

  it('names the entry, the block and the domain where somebody was at it, in one domain or several', async () => {
    const heads = verdictText(await verifyAudits(config)).match(/[a-z]+:\d+:[0-9a-f]{64}/g) ?? [];
    const [altered] = await sql(
      'benefits',
      `update audit_entry set subject = 'y' where seq = (select min(seq) from audit_entry) returning id`,
    );
    const [removed] = await sql('strategy', 'delete from audit_entry where seq = (select max(seq) from audit_entry) returning id');
    await sql('workforce', 'delete from audit_block where number = 2');
    const verdicts = await verifyAudits(config, { heads });
    const text = verdictText(verdicts);
    expect(text).toContain(`benefits: ALTERED entry ${altered.id} (block 1)`);
    expect(text).toContain(`strategy: REMOVED entry ${removed.id} (block 2)`);
    expect(text).toContain('workforce: TRUNCATED block 2');
    expect(verdicts.filter(({ findings }) => findings.length).map(({ domain }) => domain)).toEqual(['benefits', 'workforce', 'strategy']);
  });

  it('refuses a head that is none', async () => {
    await expect(verifyAudits(config, { heads: ['registry:1:abc'] })).rejects.toThrow(/not a head/);
  });
});
