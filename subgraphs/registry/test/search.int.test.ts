import { withClient } from '@atbalsts/database';
import { bauska, countStatements, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registry } from '../src/index.js';

const find = `query($s: String, $first: Int! = 20, $after: String) {
  persons(search: $s, first: $first, after: $after) { nodes { id givenName familyName personalCode } pageInfo { hasNextPage endCursor } }
}`;

/** Invented names, many of them, so that an index is worth its while. */
const crowd = `
  insert into person (id, municipality, identity_basis, given_name, family_name, birth_date, sex)
  select gen_random_uuid(), case when n % 4 = 0 then '0025000' else '0002000' end, 'OWN_STATEMENT',
         initcap(translate(substr(md5('given' || n), 1, 7), '0123456789', 'āečģīķļņšž')), initcap(translate(md5('family' || n), '0123456789', 'bcdghjklmn')),
         date '1950-01-01' + n % 15000, 'FEMALE'
    from generate_series(1, 20000) n`;

describe('searching for persons', () => {
  let town: TestSubgraph;
  const worker = staff('social-worker');

  const named = async (given: string, family: string, code?: string, municipality = daugavpils): Promise<string> => {
    const [row] = await town.sql<{ id: string }>(
      `insert into person (id, municipality, identity_basis, given_name, family_name, birth_date, sex)
       values (gen_random_uuid(), $1, 'OWN_STATEMENT', $2, $3, '1980-01-01', 'FEMALE') returning id`,
      [municipality, given, family],
    );
    if (code)
      await town.sql(
        `insert into personal_code (id, municipality, person_id, code, from_date) values (gen_random_uuid(), $1, $2, $3, '2018-01-01')`,
        [municipality, row?.id, code],
      );
    return row?.id ?? '';
  };
  const page = async (variables: object, as = worker) => (await town.ask(as, find, variables as never)).data.persons;
  const found = async (s: string, as = worker): Promise<string[]> =>
    (await page({ s, first: 50 }, as)).nodes.map((p: { givenName: string; familyName: string }) => `${p.givenName} ${p.familyName}`);

  beforeAll(async () => {
    town = await testSubgraph(registry);
    await town.sql(crowd);
    await named('Zane', 'Bērziņa', '320101-00001');
    await named('Žanis', 'Bērziņš');
    await named('Ilze', 'Vīberziņa-Ķauķe', '010180-10006');
    await named('Zane', 'Bērziņa', '320101-00009', bauska);
    await named('Anna Marija', "O'Šī");
    await town.sql('analyze person_search; analyze person');
  });
  afterAll(() => town?.drop());

  it.each([
    ['berzins', ['Žanis Bērziņš']],
    ['BĒRZIŅ', ['Zane Bērziņa', 'Žanis Bērziņš', 'Ilze Vīberziņa-Ķauķe']],
    ['berz zane', ['Zane Bērziņa']],
    ['zane  berz', ['Zane Bērziņa']],
    ['kauke', ['Ilze Vīberziņa-Ķauķe']],
    ['ķauķe ilze', ['Ilze Vīberziņa-Ķauķe']],
    ["o'si", ["Anna Marija O'Šī"]],
    ['marija an', ["Anna Marija O'Šī"]],
    ['320101-00001', ['Zane Bērziņa']],
    ['32010100001', ['Zane Bērziņa']],
    ['010180-10006', ['Ilze Vīberziņa-Ķauķe']],
    ['01018010006', ['Ilze Vīberziņa-Ķauķe']],
    ['berzina 320101-00001', ['Zane Bērziņa']],
    ['320101-00009', []],
    ['3201', []],
    ['%', []],
    ['_____', []],
    ['\\', []],
    ["'; drop table person_search; --", []],
    ['berzins 320101-00001', []],
  ])('for %j finds %j', async (search, expected) => {
    expect(await found(search)).toEqual(expected);
  });

  it('finds by a reference, whole and however it is written', async () => {
    const [{ reference } = { reference: '' }] = await town.sql<{ reference: string }>(
      `select reference from person where family_name = 'Bērziņš' and municipality = $1`,
      [daugavpils],
    );
    for (const s of [reference, reference.toLowerCase(), reference.replace('-', '')]) expect(await found(s)).toEqual(['Žanis Bērziņš']);
    expect(await found(reference.slice(0, -1))).toEqual([]);
  });

  it('never finds a person of another town, nor for who is of none', async () => {
    expect(await found('berzina', staff('social-worker', { municipality: bauska }))).toEqual(['Zane Bērziņa']);
    expect(await found('320101-00001', staff('social-worker', { municipality: bauska }))).toEqual([]);
    const asApp = (municipality: string) =>
      withClient(town.database.appUrl, async (client) => {
        await client.query(`begin; set local atbalsts.municipality = '${municipality}'; set local atbalsts.audience = 'STAFF'`);
        return (await client.query(`select * from person_found('berz', null, null, null, 100)`)).rows.length;
      });
    expect([await asApp(daugavpils), await asApp(bauska), await asApp(''), await asApp('*')]).toEqual([3, 1, 0, 0]);
    await withClient(town.database.appUrl, async (client) => {
      await expect(client.query('select * from person_search')).rejects.toThrow(/permission denied/);
      await expect(client.query(`select person_search_refresh('{}')`)).rejects.toThrow(/permission denied/);
    });
  });

  it('is one statement, over the index of trigrams', async () => {
    const counter = countStatements(town.database.superUrl);
    await counter.reset();
    await town.ask(worker, '{ persons(search: "berz zane") { nodes { reference } } }');
    const statements = (await counter.list()).map(({ query, calls }) => [/person_found|audit_entry/.exec(query)?.[0], calls]);
    expect(statements.sort()).toEqual([
      ['audit_entry', 1],
      ['person_found', 1],
    ]);
    const plans: string[] = [];
    await withClient(town.database.superUrl, async (client) => {
      client.on('notice', (notice) => plans.push(notice.message ?? ''));
      await client.query(
        `load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
         set auto_explain.log_level = notice; set client_min_messages = notice`,
      );
      await client.query(
        `begin; set local role registry_app; set local atbalsts.municipality = '${daugavpils}'; set local atbalsts.audience = 'STAFF'`,
      );
      await client.query(`select * from person_found('berz zane', null, null, null, 21)`);
      await client.query(`select * from person_listed(null, null, 21)`);
    });
    const inner = plans.filter((plan) => plan.includes('from person_search') || plan.includes('FROM person_search'));
    expect(inner).toHaveLength(2);
    expect(inner[0]).toMatch(/Bitmap Index Scan on person_search_words/);
    expect(inner[1]).toMatch(/Index (Only )?Scan using person_search_listed/);
    for (const plan of inner) expect(plan).not.toMatch(/Seq Scan/);
  });

  it('pages through namesakes each once, also while others are added before and after the cursor', async () => {
    const wanted = new Set<string>();
    for (let n = 0; n < 25; n++) wanted.add(await named('Tā', 'Pati Varavīksne'));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await page({
        s: 'varaviksne ta',
        first: 4,
        after,
      });
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      await named('Tā', 'Pati Varavīksne'); // an id anywhere among the ties
      await named('Tā', 'Aa Varavīksne'); // before the cursor
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    for (const id of wanted) expect(seen).toContain(id);
  });

  it('lists everybody by name, page by page', async () => {
    const names: string[] = [];
    let after: string | null = null;
    for (let n = 0; n < 3; n++) {
      const { nodes, pageInfo }: { nodes: { id: string }[]; pageInfo: { endCursor: string } } = await page({ first: 200, after });
      names.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
    }
    const expected = await town.sql<{ id: string }>(
      `select id from person where municipality = $1 order by family_name || ' ' || given_name, id limit 600`,
      [daugavpils],
    );
    expect(names).toEqual(expected.map(({ id }) => id));
  });

  it('goes by the new name and the new code at once, and still by the old code', async () => {
    const id = await named('Oskars', 'Pirmais', '320202-00001');
    await town.sql(`update person set family_name = 'Otrais' where id = $1`, [id]);
    await town.sql(`update personal_code set until_date = '2020-01-01' where person_id = $1`, [id]);
    await town.sql(
      `insert into personal_code (id, municipality, person_id, code, from_date) values (gen_random_uuid(), $1, $2, '320202-00002', '2020-01-01')`,
      [daugavpils, id],
    );
    expect(await found('oskars pirmais')).toEqual([]);
    for (const s of ['oskars otrais', '320202-00001', '320202-00002']) expect(await found(s)).toEqual(['Oskars Otrais']);
  });
});
