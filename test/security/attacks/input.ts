import { audienceSdl } from '@atbalsts/gateway';
import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { supergraphs } from '../../support/supergraphs.js';
import { type Bench, codeOf } from '../bench.js';
import { questionOf, rootFields, textPlaces } from '../schema-walk.js';
import { inside } from './requests.js';

/** Texts that mean something to SQL, to `like`, to a path, to JSON, or to the ORM. */
const hostile = [
  "' or '1'='1",
  "'; drop table person; --",
  "x' union select null, current_user --",
  '\\',
  '%',
  '_______',
  '$1',
  '?',
  '??',
  ':municipality',
  '{}',
  '"person"',
  '../../etc/passwd',
  '{"$ne":null}',
  '{"$gt":""}',
  '1e309',
  '*',
  "'||pg_sleep(0)||'",
  '\u202Etxt.exe',
];

/** Codes with which an input may be refused; anything else is a surprise. */
const refusals = ['OK', 'BAD_USER_INPUT', 'NOT_FOUND'];

/** A name without what is seen by nobody: control and format characters, and the kind of white space. */
const visible = (name: string): string => name.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]/gu, '').normalize('NFC');

const register =
  'mutation($i: RegisterPersonInput!) { registerPerson(input: $i) { person { id givenName familyName } problems { code field } } }';
let serial = 0;
const person = (changes: object) => {
  serial++;
  return {
    personalCode: `33${String(serial).padStart(4, '0')}-55555`,
    givenName: 'Ievade',
    familyName: `Pārbaudāma${'abcdefghijklmnopqrstuvwxyz'[serial % 26]}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(serial / 26)]}`,
    birthDate: '1985-03-02',
    sex: 'FEMALE',
    ...changes,
  };
};

const cursorOf = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');

const { STAFF } = await supergraphs();

/** Values that are made to be taken for something else. */
export function inputAttacks(the: () => Bench): void {
  const schema = buildSchema(audienceSdl(STAFF), { assumeValid: true });
  const places = rootFields(schema).flatMap((field) =>
    textPlaces(field).map(({ path, fill }) => ({ path, ask: (text: string) => questionOf(field, fill(text)) })),
  );

  describe('hostile text', () => {
    it('is tried in every String and ID argument that the staff graph’s queries have', () => {
      expect(places.map((p) => p.path)).toEqual(
        expect.arrayContaining(['persons(search)', 'persons(after)', 'employees(search)', 'person(id)']),
      );
      expect(places.length).toBeGreaterThan(25);
    });

    it.each(places.map((place) => [place.path, place] as const))(
      'in %s finds nothing, breaks nothing and names nothing',
      async (path, place) => {
        const b = the();
        // What a region alone may ask is tried as its analyst: of the director it would be refused before the text is looked at.
        const ofRegion = /^(publishedReports|region(Figures|Entries|Evaluations|Monitoring))\(/.test(path);
        const persona = path.startsWith('auditTrail') ? 'auditor' : ofRegion ? 'region-analyst' : 'director';
        const harmless = place.ask('zzqqxx');
        const expected = await b.as(persona, harmless.query, harmless.variables);
        expect(refusals).toContain(codeOf(expected));
        for (const text of hostile) {
          const { query, variables } = place.ask(text);
          const answer = await b.as(persona, query, variables);
          expect([path, text, answer.status, codeOf(answer), answer.data]).toEqual([
            path,
            text,
            expected.status,
            codeOf(expected),
            expected.data,
          ]);
          expect(answer.text).not.toMatch(inside);
        }
      },
    );

    it('has not touched the tables', async () => {
      const [{ n }] = await the().rows('registry', 'select count(*)::int as n from person');
      expect(n).toBeGreaterThan(100);
    });
  });

  describe('an id', () => {
    it.each([
      '',
      ' ',
      'x',
      '0',
      '-1',
      '00000000-0000-0000-0000-000000000000',
      'P-000001',
      '01900000-0000-7000-8000-00000000dea',
      'ffffffff-ffff-ffff-ffff-ffffffffffff\n',
      'x'.repeat(10_000),
    ])('that is none (%j) finds nobody', async (id) => {
      const b = the();
      const answer = await b.as(
        'director',
        'query($id: ID!) { person(id: $id) { id } household(id: $id) { id } application(id: $id) { id } socialCase(id: $id) { id } facility(id: $id) { id } employee(id: $id) { id } strategy(id: $id) { id } referral(id: $id) { id } decision(id: $id) { id } serviceRequest(id: $id) { id } }',
        { id },
      );
      expect(answer.errors).toBeUndefined();
      expect([...new Set(Object.values(answer.data))]).toEqual([null]);
    });

    it.each<[unknown]>([[1], [1.5], [true], [null], [[]], [{}], [{ toString: 'x' }]])(
      'of another kind (%j) is refused or finds nobody',
      async (id) => {
        const answer = await the().as('director', 'query($id: ID!) { person(id: $id) { id } }', { id });
        expect([codeOf(answer), answer.data?.person ?? null]).toEqual([answer.status === 200 ? 'OK' : 'BAD_USER_INPUT', null]);
        expect(answer.text).not.toMatch(inside);
      },
    );
  });

  describe('a cursor', () => {
    const lists = rootFields(schema).filter((field) => field.args.some((arg) => arg.name === 'after'));
    it.each(lists.map((field) => [field.name, field] as const))(
      'made by hand for %s is refused or finds nothing, and no surprise',
      async (_, field) => {
        const b = the();
        for (const n of [1, 2, 3, 4]) {
          for (const value of ["' or 1=1 --", 'x', -1, null, '2022-01-01']) {
            const { query, variables } = questionOf(field, { after: cursorOf(Array(n).fill(value)) });
            const answer = await b.as('director', query, variables);
            expect([field.name, n, value, refusals.includes(codeOf(answer)), codeOf(answer)]).toEqual([
              field.name,
              n,
              value,
              true,
              codeOf(answer),
            ]);
          }
        }
      },
    );
  });

  describe('a name', () => {
    it.each<[string, string]>([
      ['from right to left', '\u202Eannā\u202C'],
      ['of combining marks', `A${'\u0301'.repeat(200)}`],
      ['of four bytes a letter', '𝕵𝖆̄𝖓𝖎𝖘 👩‍👩‍👧'],
      ['that is HTML', '<img src=x onerror=alert(1)>'],
      ['that is a formula', '=cmd|"/c calc"!A1'],
      ['with SQL in it', "Robert'); drop table person; --"],
      ['with line breaks', 'Anna\r\nset-cookie: a=b'],
      ['with a backslash at its end', 'Anna\\'],
    ])('%s is kept letter by letter, or refused', async (_, givenName) => {
      const b = the();
      const input = person({ givenName });
      const answer = await b.as('director', register, { i: input });
      if (!answer.data?.registerPerson) return expect(codeOf(answer)).toBe('BAD_USER_INPUT');
      const { person: kept, problems } = answer.data.registerPerson;
      if (problems.length) return expect(problems[0].code).toBe('INVALID');
      expect(visible(kept.givenName)).toBe(visible(givenName));
      const found = await b.as('director', 'query($s: String) { persons(search: $s) { nodes { id givenName } } }', {
        s: input.personalCode,
      });
      expect(found.data.persons.nodes).toEqual([{ id: kept.id, givenName: kept.givenName }]);
      await expect(b.rows('registry', 'select 1 from person limit 1')).resolves.toHaveLength(1);
    });

    it('of a hundred thousand letters is answered, and its length breaks nothing', async () => {
      const b = the();
      const answer = await b.as('director', register, { i: person({ givenName: 'A'.repeat(100_000) }) });
      expect(answer.text).not.toMatch(inside);
      expect((await b.as('director', '{ persons(first: 1) { totalCount } }')).errors).toBeUndefined();
    });

    it.each<[string, string]>([
      ['with a null byte', 'Anna\u0000Balta'],
      ['with half a surrogate', 'Anna\uD800'],
    ])('%s stores nobody under another name, and shows no insides', async (_, givenName) => {
      const b = the();
      const input = person({ givenName });
      const answer = await b.as('director', register, { i: input });
      expect(answer.text).not.toMatch(inside);
      expect((await b.rows('registry', 'select 1 from personal_code where code = $1', [input.personalCode])).length).toBe(
        answer.data?.registerPerson?.person ? 1 : 0,
      );
    });

    it('with a null byte in a search shows no insides', async () => {
      const answer = await the().as('director', 'query($s: String) { persons(search: $s) { totalCount } }', { s: 'a\u0000b' });
      expect(answer.text).not.toMatch(inside);
      expect(answer.data?.persons?.totalCount ?? 0).toBe(0);
    });
  });
}
