import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Bench, bauska, daugavpils, openBench } from './bench.js';

/** Somebody invented, whose every word is found again wherever it is written. */
const secret = {
  givenName: 'Žurnālija',
  familyName: 'Neierakstāma',
  personalCode: '328888-77777',
  phone: '+37129998887',
  address: 'Klusuma iela 88-77, Daugavpils',
  birthDate: '1971-08-17',
  note: 'Slepena piezīme',
  account: 'LV80BANK0000435195001',
};
const traces = [
  'Žurnālija',
  'Zurnalija',
  'zurnalija',
  'Neierakst',
  'neierakst',
  '328888',
  '77777',
  '29998887',
  'Klusuma',
  '1971-08-17',
  'Slepena',
  '435195001',
];

const register = 'mutation($i: RegisterPersonInput!) { registerPerson(input: $i) { person { id } problems { code } } }';

describe('the log', () => {
  let bench: Bench;
  const written: string[] = [];
  const spies: { mockRestore(): void }[] = [];
  beforeAll(async () => {
    bench = await openBench();
    for (const method of ['error', 'warn', 'log', 'info', 'debug'] as const)
      spies.push(jest.spyOn(console, method).mockImplementation((...words: unknown[]) => void written.push(words.map(String).join(' '))));
    for (const stream of [process.stderr, process.stdout])
      spies.push(
        jest.spyOn(stream, 'write').mockImplementation(((chunk: unknown) => {
          written.push(String(chunk));
          return true;
        }) as never),
      );
  }, 240_000);
  afterAll(async () => {
    for (const spy of spies) spy.mockRestore();
    await bench?.stop();
  });

  const input = (changes: object = {}) => ({
    personalCode: secret.personalCode,
    givenName: secret.givenName,
    familyName: secret.familyName,
    phone: secret.phone,
    birthDate: secret.birthDate,
    sex: 'FEMALE',
    address: secret.address,
    residenceSince: '2020-01-01',
    ...changes,
  });

  it('holds a line for each request and no word of the persons touched, whatever went wrong', async () => {
    const { id } = (await bench.as('social-worker', register, { i: input() })).data.registerPerson.person;
    const everything =
      'query($id: ID!) { person(id: $id) { givenName familyName personalCode phone birthDate declaredResidence { address } } }';
    expect((await bench.as('social-worker', everything, { id })).text).toContain(secret.givenName);

    // Refused on the merits, by the types, by the parser, by the role, by the town.
    await bench.as('social-worker', register, { i: input() });
    await bench.as('social-worker', register, { i: input({ personalCode: '170871-12340' }) });
    await bench.as('social-worker', register, { i: input({ phone: `${secret.givenName} ${secret.phone}` }) });
    await bench.as('social-worker', register, { i: input({ personalCode: `${secret.givenName}` }) });
    await bench.as('social-worker', register, { i: input({ birthDate: secret.familyName }) });
    await bench.as('social-worker', register, { i: input({ sex: secret.givenName }) });
    await bench.as('social-worker', register, { i: input({ [secret.givenName]: secret.phone }) });
    await bench.as('social-worker', register, { i: secret.givenName });
    await bench.as(
      'social-worker',
      `mutation { registerPerson(input: { givenName: "${secret.givenName}", personalCode: "${secret.personalCode}" }) { person { id } } }`,
    );
    await bench.as('social-worker', `{ persons(search: "${secret.familyName} ${secret.personalCode}") { nodes { id `);
    await bench.as('social-worker', `{ persons(search: "${secret.familyName}") { nodes { id nosuchfield(x: "${secret.phone}") } } }`);
    await bench.as('hr', 'query($c: PersonalCode!) { personByPersonalCode(personalCode: $c) { id } }', { c: secret.personalCode });
    await bench.as('director-bauska', 'query($c: PersonalCode!) { personByPersonalCode(personalCode: $c) { id } }', {
      c: secret.personalCode,
    });
    await bench.as('social-worker', 'query($c: PersonalCode!) { personByPersonalCode(personalCode: $c) { id } }', { c: secret.account });
    await bench.ask(null, everything, { id, name: secret.familyName });
    await bench.ask(`${secret.givenName}.${secret.familyName}.x`.normalize('NFD').replace(/[^\w.]/g, ''), everything, { id });

    // What nobody foresaw: values the database cannot take, also on several lines, in a read and in a write.
    const odd = `${secret.givenName}\n${secret.familyName}\n${secret.personalCode}\n${secret.phone}\u0000`;
    const surprises = [
      await bench.as('social-worker', register, { i: input({ givenName: odd, personalCode: '328888-77778' }) }),
      await bench.as('social-worker', 'query($s: String) { persons(search: $s) { totalCount } }', { s: odd }),
      await bench.as('social-worker', 'mutation($i: MoveResidenceInput!) { moveResidence(input: $i) { problems { code } } }', {
        i: { personId: id, municipality: daugavpils, address: `${secret.address}\n${secret.note}\u0000`, since: '2024-01-01' },
      }),
    ];
    for (const answer of surprises) for (const trace of traces) expect(answer.text).not.toContain(trace);

    // A subgraph asked directly, and one that is away.
    await bench.askSubgraph('registry', await bench.token('director-bauska'), everything, { id });
    await bench.askSubgraph(
      'registry',
      await bench.token('social-worker'),
      `{ persons(search: "${odd.replaceAll('\n', '\\n').replace('\u0000', '\\u0000')}") { totalCount } }`,
    );
    bench.platform.caller.disable('registry');
    await bench.as('social-worker', everything, { id });
    await bench.as('social-worker', register, { i: input({ givenName: `${secret.givenName}a` }) });
    bench.platform.caller.enable('registry');

    // Another place than the body.
    await bench.send({
      method: 'GET',
      path: `/graphql?query=${encodeURIComponent(`{ persons(search: "${secret.familyName}") { totalCount } }`)}`,
      headers: {
        authorization: `Bearer ${await bench.token('social-worker')}`,
        'apollo-require-preflight': '1',
        referer: `http://x/${encodeURIComponent(secret.givenName)}`,
      },
    });
    await bench.send({ method: 'GET', path: `/persons/${encodeURIComponent(secret.familyName)}` });

    expect(bench.log.length).toBeGreaterThan(20);
    const lines = [...bench.log, ...written];
    for (const trace of traces) expect(lines.filter((line) => line.includes(trace))).toEqual([]);
  });

  it('holds nothing of persons who were only listed, and no token', async () => {
    const from = bench.log.length;
    const people = await bench.rows(
      'registry',
      'select given_name, family_name, phone from person where municipality = any($1) limit 200',
      [[daugavpils, bauska]],
    );
    const codes = await bench.rows('registry', 'select code from personal_code limit 200');
    await bench.as(
      'social-worker',
      'query Saraksts { persons(first: 100) { nodes { givenName familyName personalCode phone cases { id } applications { nodes { number } } } } }',
    );
    await bench.as(
      'ngo-a',
      'query Nosutijumi { referrals(first: 50) { nodes { needs person { givenName familyName personalCode phone } } } }',
    );
    await bench.as('finance', '{ persons(first: 100) { nodes { givenName } } }');
    const text = [...bench.log, ...written].join('\n');
    expect(bench.log.length - from).toBe(3);
    for (const { family_name, phone } of people) {
      expect(text.includes(family_name) ? family_name : null).toBeNull();
      if (phone) expect(text.includes(phone) ? phone : null).toBeNull();
    }
    for (const { code } of codes) expect(text).not.toContain(code);
    expect(text).not.toContain((await bench.token('social-worker')).slice(0, 60));
    expect(text).not.toMatch(/eyJ[\w-]{20,}/);
  });

  it('holds the fields it is meant to hold, and no other', () => {
    for (const line of bench.log) {
      const entry = JSON.parse(line);
      const allowed =
        entry.level === 'info'
          ? ['audience', 'code', 'level', 'ms', 'operation', 'requestId', 'status']
          : ['code', 'level', 'requestId', 'subgraph', 'text'];
      expect(Object.keys(entry).filter((key) => !allowed.includes(key))).toEqual([]);
    }
  });
});
