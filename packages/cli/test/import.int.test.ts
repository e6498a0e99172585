import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { benefits } from '@atbalsts/benefits';
import { factKinds } from '@atbalsts/facts';
import { registry } from '@atbalsts/registry';
import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ImportOutcome, type ImportRequest, importApplicationsFile, importPersonsFile } from '../src/import/import.js';

const sample = (name: string) => fileURLToPath(new URL(`../samples/${name}`, import.meta.url));
const header = 'Personas kods;Vārds;Uzvārds;Dzimšanas datums;Dzimums';

describe('importing a spreadsheet', () => {
  let people: TestSubgraph;
  let money: TestSubgraph;
  let folder: string;
  let files = 0;

  beforeAll(async () => {
    [people, money] = await Promise.all([testSubgraph(registry), testSubgraph(benefits)]);
    folder = await mkdtemp(join(tmpdir(), 'import-'));
  });
  afterAll(async () => {
    await Promise.all([people?.drop(), money?.drop()]);
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    await people.sql(
      'truncate person, personal_code, residence, household, household_member, person_search, outbox, import_run, audit_entry, consent, circumstance, representation, former_identity, emergency_access cascade',
    );
    await money.sql('truncate application, import_run, audit_entry cascade');
  });

  const file = async (content: string | Buffer): Promise<string> => {
    const path = join(folder, `${++files}.csv`);
    await writeFile(path, content);
    return path;
  };
  const asked = (path: string, more: Partial<ImportRequest> = {}): ImportRequest => ({
    path,
    municipality: daugavpils,
    operator: 'operator:tests',
    today: '2026-11-22',
    write: true,
    ...more,
  });
  const persons = (path: string, more?: Partial<ImportRequest>) => importPersonsFile(people.database.database, asked(path, more));
  const applications = (path: string, more?: Partial<ImportRequest>) =>
    importApplicationsFile({ registry: people.database.database, benefits: money.database.database }, asked(path, more));
  const of = async (lines: string, more?: Partial<ImportRequest>) => persons(await file(`${header}\n${lines}\n`), more);
  const count = async (table: string, on = people) => (await on.sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;
  const places = ({ report }: ImportOutcome) =>
    report.filter((line) => / \/ line |^Fails \/ file/.test(line)).map((line) => line.replace(/ rinda \/ line \d+|:$/g, ''));

  it('checks everything and writes nothing unless told to', async () => {
    const outcome = await persons(sample('persons.csv'), { write: false });
    expect(outcome).toMatchObject({ ok: true, written: false, lines: 3, problems: 0 });
    expect(outcome.report).toEqual(
      expect.arrayContaining(['personas / persons: 3', 'mājsaimniecības / households: 2', expect.stringMatching(/--yes/)]),
    );
    expect([await count('person'), await count('audit_entry'), await count('outbox'), await count('person_import_line')]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('registers the persons of the sample with codes, residences and households, as the graph would', async () => {
    expect(await persons(sample('persons.csv'))).toMatchObject({ ok: true, written: true });
    const worker = staff('social-worker');
    const { data } = await people.ask(
      worker,
      `{ persons(search: "paraugkaln") { nodes { reference givenName familyName birthDate personalCode phone identityBasis declaredResidence { address since }
         household { members { relation since person { givenName } } } } } }`,
    );
    expect(
      data.persons.nodes.sort((a: { givenName: string }, b: { givenName: string }) => (a.givenName < b.givenName ? 1 : -1)),
    ).toMatchObject([
      {
        reference: expect.stringMatching(/^P-\d{6}$/),
        givenName: 'Zane',
        familyName: 'Paraugkalne',
        birthDate: '1980-01-01',
        personalCode: '010180-10000',
        phone: '+371 20000001',
        identityBasis: 'PERSONAL_CODE',
        declaredResidence: { address: 'Parauga iela 1, Paraugciems', since: '2010-05-01' },
        household: {
          members: [
            { relation: 'HEAD', since: '2010-05-01' },
            { relation: 'CHILD', since: '2015-03-02', person: { givenName: 'Jānis' } },
          ],
        },
      },
      { givenName: 'Jānis', personalCode: '329901-00002' },
    ]);
    const { data: other } = await people.ask(worker, '{ persons(search: "izdomata") { nodes { declaredResidence { address } } } }');
    expect(other.persons.nodes).toEqual([{ declaredResidence: { address: 'Dārza iela 3; dz. 4, Paraugciems' } }]);
    expect((await people.ask(staff('social-worker', { municipality: bauska }), '{ persons { totalCount } }')).data.persons.totalCount).toBe(
      0,
    );
  });

  it('tells the other domains facts of the shape of their kinds, and leaves an audit entry of the operator for each person', async () => {
    await persons(sample('persons.csv'));
    const facts = await people.sql<{ kind: 'person' | 'household-member'; key: string; body: never; municipality: string }>(
      'select * from outbox order by id',
    );
    expect(facts.map(({ kind }) => kind)).toEqual([...Array(3).fill('person'), ...Array(3).fill('household-member')]);
    for (const { kind, key, body } of facts) {
      expect(factKinds[kind].body.safeParse(body)).toMatchObject({ success: true });
      expect(factKinds[kind].key.safeParse(key)).toMatchObject({ success: true });
    }
    const entries = await people.sql(
      `select subject, role, action, object, fields, purpose, person_id is not null as whose from audit_entry order by cardinality(fields)`,
    );
    expect(entries).toHaveLength(3);
    expect(entries[2]).toEqual({
      subject: 'operator:tests',
      role: 'operator',
      action: 'person.register',
      object: expect.stringMatching(/^import:/),
      fields: ['address', 'birthDate', 'familyName', 'givenName', 'household', 'personalCode', 'phone', 'sex'],
      purpose: 'import',
      whose: true,
    });
  });

  it('reads commas, a BOM, English headers in any order, and quoted line breaks', async () => {
    const content =
      '\ufeffsurname,Given name,birth_date,SEX,Personal code,Address,Residence since,Shoe size\r\n"Komats, Jr",Ada,1990-02-03,F,330101-00001,"First line\nsecond line",2001-01-01,38\r\n"Otrais",Bo,4.5.1991,M,330101-00002,,,40\r\n';
    const outcome = await persons(await file(content));
    expect(outcome).toMatchObject({ ok: true, lines: 2 });
    expect(outcome.report[0]).toMatch(/“Shoe size”/);
    expect(
      await people.sql('select family_name, address from person p left join residence r on r.person_id = p.id order by family_name'),
    ).toEqual([
      { family_name: 'Komats, Jr', address: 'First line\nsecond line' },
      { family_name: 'Otrais', address: null },
    ]);
    const wrong = await persons(await file(content.replace('330101-00002', 'kods')));
    expect(places(wrong)).toEqual(['2., Personal code', '2., surname', '4., Personal code']);
  });

  it('names line and column of all that is wrong, in both languages, without a value of the file, and writes nothing of it', async () => {
    const outcome = await of(
      [
        '329901-00001;Pareizā;Rinda;01.01.1980;S',
        '010180-10001;Zane;Kontrolcipars;01.01.1980;S',
        '010180-10000;Zane;Datums;02.01.1980;S',
        '1018010000;Zane;Nulle;01.01.1980;S',
        '329901-00005;;Tukša;31.02.1980;X',
        '329901-00006;Nākotne;Vēl;01.01.2099;V',
        ';Bez;Koda;01.01.1980;V',
        '329901-00008;Par;Maz;01.01.1980',
      ].join('\n'),
    );
    expect(outcome).toMatchObject({ ok: false, written: false, problems: 9 });
    expect(places(outcome)).toEqual([
      '3., Personas kods',
      '4., Dzimšanas datums',
      '5., Personas kods',
      '6., Vārds',
      '6., Dzimšanas datums',
      '6., Dzimums',
      '7., Dzimšanas datums',
      '8., Personas kods',
      '9.',
    ]);
    expect(outcome.report.join('\n')).toMatch(/kontrolcipars nav pareizs[\s\S]*check digit[\s\S]*nometusi nulli[\s\S]*leading zero/);
    expect(outcome.report.join('\n')).not.toMatch(/010180|Kontrolcipars|329901/);
    expect(await count('person')).toBe(0);
  });

  it('names both lines of a double in the file, and the person of one in the registry', async () => {
    await of('329901-00001;Anna;Pirmā;01.01.1980;S');
    const [{ reference } = { reference: '' }] = await people.sql<{ reference: string }>('select reference from person');
    const outcome = await of(
      [
        '329901-00002;Bella;Otrā;01.01.1980;S',
        '329901-00002;Cita;Trešā;01.01.1981;S',
        ';bella;otra;01.01.1980;S',
        '329901-00001;Dace;Ceturtā;01.01.1982;S',
        '329901-00009;ANNA;Pirma;1980-01-01;S',
      ]
        .map((line) => line.replace(/^;/, '329901-00008;'))
        .join('\n'),
    );
    expect(places(outcome)).toEqual(['3., Personas kods', '4., Uzvārds', '5., Personas kods', '6., Uzvārds']);
    expect(outcome.report.filter((line) => /stand|registered/.test(line))).toEqual([
      '  This personal code stands in line 2 too.',
      '  The same name and birth date stand in line 2 too.',
      `  A person with this code is registered already: ${reference}.`,
      `  A person with this name and birth date is registered already: ${reference}.`,
    ]);
  });

  it('asks of a household one head, a relation and a day', async () => {
    const with3 = `${header};Mājsaimniecība;Loma;Mājsaimniecībā no`;
    const outcome = await persons(
      await file(
        `${with3}\n329901-00001;A;Bez;01.01.1980;S;x;bērns;01.01.2020\n329901-00002;B;Divas;01.01.1980;S;y;galvenā;01.01.2020\n329901-00003;C;Divi;01.01.1980;S;y;HEAD;01.01.2020\n329901-00004;D;Loma;01.01.1980;S;z;;\n329901-00005;E;Neviena;01.01.1980;S;;HEAD;01.01.1970\n`,
      ),
    );
    expect(places(outcome)).toEqual([
      '2., Mājsaimniecība',
      '3., Mājsaimniecība',
      '5., Loma',
      '5., Mājsaimniecībā no',
      '6., Mājsaimniecība',
      '6., Mājsaimniecība',
    ]);
  });

  it.each<[string, () => string | Buffer, RegExp]>([
    ['that is empty', () => '', /empty/],
    ['with a header alone', () => `${header}\n`, /no line after the header/],
    ['that lacks a column', () => 'Personas kods;Vārds\n', /lacks the column “Uzvārds”, “Dzimšanas datums”, “Dzimums”/],
    ['with a column twice', () => `${header};Given name\n`, /Two columns are the same/],
    [
      'in windows-1257',
      () => Buffer.concat([Buffer.from(`${header}\n329901-00001;`), Buffer.from([0xe2, 0x6e]), Buffer.from('a;Liepa;01.01.1980;S\n')]),
      /not UTF-8/,
    ],
    ['in UTF-16', () => Buffer.from(`\ufeff${header}\n`, 'utf16le'), /UTF-16/],
    ['cut within a quote', () => `${header}\n329901-00001;"Ann`, /quote is never closed/],
    ['cut within a letter', () => Buffer.concat([Buffer.from(`${header}\n329901-00001;Zane;B`), Buffer.from([0xc4])]), /not UTF-8/],
    ['with a quote in a wrong place', () => `${header}\n329901-00001;An"na;Liepa;01.01.1980;S\n`, /quote stands in a wrong place/],
    ['cut within a line', () => `${header}\n329901-00001;Anna;Lie`, /3 cells, the header 5/],
    ['cut within its last cell', () => `${header}\n329901-00001;Anna;Liepa;01.01.19`, /whether the file was cut/],
  ])('says what is wrong with a file %s', async (_what, content, expected) => {
    const said = await file(content())
      .then(persons)
      .then(
        ({ ok, report }) => (ok ? '' : report.join('\n')),
        (error: Error) => `${error.name}: ${error.message}`,
      );
    expect(said).toMatch(expected);
    expect(await count('person')).toBe(0);
  });

  it('refuses the same file a second time and says when it was imported, and a town that does not exist', async () => {
    await persons(sample('persons.csv'));
    const again = await persons(sample('persons.csv'));
    expect(again).toMatchObject({ ok: false, problems: 1 });
    expect(again.report[2]).toMatch(/imported on 20\d\d-\d\d-\d\d .* \(operator:tests\)/);
    expect((await persons(sample('persons.csv'), { municipality: '9999999' })).report.join()).toMatch(
      /no municipality with the code 9999999/,
    );
    expect(await count('person')).toBe(3);
  });

  it('goes on counting references and numbers beyond a million', async () => {
    await people.sql(`select setval('person_reference_number', 999999), setval('household_reference_number', 999999)`);
    await money.sql(`select setval('application_number', 999999)`);
    await persons(sample('persons.csv'));
    await applications(sample('applications.csv'));
    const referencesOf = async (table: string) =>
      (await people.sql<{ reference: string }>(`select reference from ${table} order by reference`)).map(({ reference }) => reference);
    expect(await referencesOf('person')).toEqual(['P-1000000', 'P-1000001', 'P-1000002']);
    expect(await referencesOf('household')).toEqual(['M-1000000', 'M-1000001']);
    expect(await money.sql('select number from application order by number')).toEqual([
      { number: 'SP-2026-1000000' },
      { number: 'SP-2026-1000001' },
    ]);
  });

  it('of twenty imports of one file at once writes one', async () => {
    const path = await file(`${header}\n329901-00001;Anna;Liepa;01.01.1980;S\n`);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => persons(path)));
    expect(outcomes.filter(({ written }) => written)).toHaveLength(1);
    expect(await count('person')).toBe(1);
  });

  it('imports the applications of the sample for persons by code and by reference', async () => {
    await persons(sample('persons.csv'));
    const dry = await applications(sample('applications.csv'), { write: false });
    expect(dry).toMatchObject({ ok: true, written: false, lines: 2 });
    expect(await applications(sample('applications.csv'))).toMatchObject({ ok: true, written: true });
    expect(
      await money.sql(
        'select number, benefit_type, submitted_on::text, state, payee_account, claimed_costs::int from application order by number',
      ),
    ).toEqual([
      {
        number: expect.stringMatching(/^SP-2026-\d{6,}$/),
        benefit_type: 'gmi',
        submitted_on: '2026-11-02',
        state: 'SUBMITTED',
        payee_account: 'LV80BANK0000435195001',
        claimed_costs: null,
      },
      {
        number: expect.stringMatching(/^SP-2026-\d{6,}$/),
        benefit_type: 'health-care',
        submitted_on: '2026-11-03',
        state: 'SUBMITTED',
        payee_account: null,
        claimed_costs: 4590,
      },
    ]);
    expect(await money.sql(`select action, subject, object ~ '^application:' as whole from audit_entry`)).toEqual(
      Array(2).fill({ action: 'application.submit', subject: 'operator:tests', whole: true }),
    );
    expect(
      await people.sql(`select count(*)::int as n from audit_entry where action = 'person.search' and object like 'import:%'`),
    ).toEqual([{ n: 4 }]);
    expect((await applications(sample('applications.csv'))).report.join()).toMatch(/imported on/);
  });

  it('names line and column of applications that cannot be, and doubles with both', async () => {
    await persons(sample('persons.csv'));
    await applications(sample('applications.csv'));
    const [{ reference } = { reference: '' }] = await people.sql<{ reference: string }>(
      `select reference from person where given_name = 'Zane'`,
    );
    await of('329901-00099;Bez;Mājas;01.01.1980;S');
    const lines = [
      'Iesniedzējs,Pabalsts,Iesniegts,Izdevumi,IBAN',
      '320000-00000,gmi,02.11.2026,,',
      `${reference},nav-tada,02.11.2026,,`,
      `${reference},gmi,02.11.2099,,`,
      `${reference},gmi,01.11.2026,,LV00BANK0000435195001`,
      `${reference},gmi,01.11.2026,"12,345",`,
      `${reference},health-care,05.11.2026,"12,30",`,
      '010180-10000,health-care,05.11.2026,12.30,',
      `${reference.toLowerCase()},gmi,02.11.2026,,`,
      '329901-00099,gmi,02.11.2026,,',
      '',
    ];
    const outcome = await applications(await file(lines.join('\n')));
    expect(places(outcome)).toEqual(
      expect.arrayContaining([
        '2., Iesniedzējs',
        '3., Pabalsts',
        '4., Iesniegts',
        '5., IBAN',
        '6., Izdevumi',
        '8., Iesniedzējs',
        '9., Iesniedzējs',
        '10., Iesniedzējs',
      ]),
    );
    expect(outcome.report.join('\n')).toMatch(/The same application stands in line 7[\s\S]*recorded already: SP-2026-/);
    expect(await count('application', money)).toBe(2);
  });

  it('holds no more than a batch of lines, however many there are', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const lines = Array.from(
      { length: 50_000 },
      (_, n) =>
        `33${String(n).padStart(4, '0').slice(-4)}-${String(n).padStart(5, '0')};Vārds;Uzv${[...String(n)].map((d) => 'abcdefghij'[Number(d)]).join('')};01.01.1980;S`,
    );
    const path = await file(`${header}\n${lines.join('\n')}\n`);
    lines.length = 0;
    const sizes: number[] = [];
    const heap: number[] = [];
    const onBatch = (size: number) => {
      sizes.push(size);
      if (sizes.length % 10 !== 0) return;
      collect();
      heap.push(process.memoryUsage().heapUsed);
    };
    expect(await persons(path, { write: false, onBatch })).toMatchObject({ ok: true, lines: 50_000 });
    expect([sizes.length, Math.max(...sizes)]).toEqual([50, 1000]);
    expect((heap.at(-1) ?? 0) - (heap[0] ?? 0)).toBeLessThan(8_000_000);
    const wrong = (await readFile(path, 'utf8')).replaceAll('01.01.1980', '31.02.1980');
    const outcome = await persons(await file(wrong), { write: false });
    expect(outcome.problems).toBe(50_000);
    expect(outcome.report.length).toBeLessThan(700);
  });
});
