import { bauska, staff } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeTown, organisation, type Town } from './town.js';

const asked = `query($id: ID!, $on: Date) { person(id: $id) {
  representatives(on: $on) { kind until representative { id } } represents(on: $on) { kind person { id } } } }`;

describe('who acts for a child or a ward', () => {
  let town: Town;
  const worker = staff('social-worker');
  beforeAll(async () => {
    town = await makeTown();
  });
  afterAll(() => town?.drop());

  const record = (input: object, as = worker) =>
    town.change(
      'recordRepresentation',
      'RecordRepresentationInput',
      'representation { id version kind from until evidence }',
      { kind: 'GUARDIAN', from: '2020-01-01', evidence: 'Bāriņtiesas lēmums Nr. 1', ...input },
      as,
    );
  const end = (input: object, as = worker) =>
    town.change('endRepresentation', 'EndRepresentationInput', 'representation { id version until endEvidence }', input, as);
  const ask = async (id: string, on?: string, as = worker) => (await town.ask(as, asked, { id, on })).data.person;
  const consent = (input: object) =>
    town.change('giveConsent', 'GiveConsentInput', 'consent { id capacity givenBy { id } }', {
      organisationId: organisation,
      purpose: 'Atelpas brīdis',
      scopes: ['IDENTITY'],
      from: '2025-01-01',
      until: '2099-12-31',
      ...input,
    });

  it('is recorded, asked for on a day from both sides, and ended', async () => {
    const [child, guardian] = [await town.somebody('2012-05-05'), await town.somebody('1980-01-01')];
    const { representation, problems } = await record({ personId: child, representativeId: guardian });
    expect([representation, problems]).toMatchObject([{ kind: 'GUARDIAN', from: '2020-01-01', until: null }, []]);
    expect(await ask(child)).toEqual({
      representatives: [{ kind: 'GUARDIAN', until: null, representative: { id: guardian } }],
      represents: [],
    });
    expect((await ask(guardian)).represents).toEqual([{ kind: 'GUARDIAN', person: { id: child } }]);
    expect((await ask(child, '2019-12-31')).representatives).toEqual([]);
    expect((await ask(child, '2030-05-05')).representatives).toEqual([]);
    const { id, version } = representation;
    expect((await end({ id, version: version + 1, on: '2024-01-01', evidence: 'Spriedums' })).problems).toEqual([
      { code: 'STALE', field: 'version' },
    ]);
    expect((await end({ id, version, on: '2099-01-01', evidence: 'Spriedums' })).problems).toEqual([{ code: 'INVALID', field: 'on' }]);
    const ended = await end({ id, version, on: '2024-01-01', evidence: 'Spriedums' });
    expect(ended).toMatchObject({ problems: [], representation: { until: '2024-01-01', endEvidence: 'Spriedums', version: version + 1 } });
    expect((await end({ id, version: version + 1, on: '2024-01-01', evidence: 'Spriedums' })).problems).toEqual([
      { code: 'WRONG_STATE', field: 'on' },
    ]);
    expect([(await ask(child)).representatives, (await ask(child, '2023-12-31')).representatives.length]).toEqual([[], 1]);
    expect(
      await town.sql(`select action, person_id from audit_entry where object = $1 order by at, person_id`, [`representation:${id}`]),
    ).toEqual(
      ['representation.record', 'representation.end'].flatMap((action) =>
        [child, guardian].sort().map((person_id) => ({ action, person_id })),
      ),
    );
  });

  it('cannot be of another town, is not for a role that may not, and is shown to no partner', async () => {
    const [child, adult] = [await town.somebody('2012-05-05'), await town.somebody()];
    const elsewhere = staff('social-worker', { municipality: bauska });
    expect((await record({ personId: child, representativeId: adult }, elsewhere)).problems).toEqual([
      { code: 'NOT_FOUND', field: 'personId' },
    ]);
    expect((await record({ personId: child, representativeId: '00000000-0000-4000-8000-000000000000' })).problems).toEqual([
      { code: 'NOT_FOUND', field: 'representativeId' },
    ]);
    expect((await record({ personId: child, representativeId: adult }, staff('hr'))).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    const { representation } = await record({ personId: child, representativeId: adult });
    expect((await end({ id: representation.id, version: 1, on: '2024-01-01', evidence: 'x' }, elsewhere)).problems).toEqual([
      { code: 'NOT_FOUND', field: 'id' },
    ]);
    expect((await end({ id: 'x', version: 1, on: '2024-01-01', evidence: 'x' })).problems).toEqual([{ code: 'NOT_FOUND', field: 'id' }]);
    const query =
      'query($id: ID!) { _entities(representations: [{ __typename: "Representation", id: $id }]) { ... on Representation { kind } } }';
    expect((await town.ask(elsewhere, query, { id: representation.id })).data._entities).toEqual([null]);
    expect((await town.ask(worker, query, { id: representation.id })).data._entities).toEqual([{ kind: 'GUARDIAN' }]);
  });

  it('recorded by twenty at once is one, and the others are shown it', async () => {
    const [personId, representativeId] = [await town.somebody('2012-05-05'), await town.somebody()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => record({ personId, representativeId })));
    expect(answers.filter((answer) => answer.problems.length === 0)).toHaveLength(1);
    expect(answers.filter((answer) => answer.problems[0]?.code === 'DUPLICATE')).toHaveLength(19);
    expect(new Set(answers.map((answer) => answer.representation?.id)).size).toBe(1);
    expect((await record({ personId, representativeId, from: '2018-01-01', until: '2020-01-01' })).problems).toEqual([]);
    await expect(
      town.sql(
        `insert into representation (id, municipality, person_id, representative_id, kind, from_date, evidence)
         select gen_random_uuid(), municipality, person_id, representative_id, kind, '2021-01-01', evidence from representation where person_id = $1 limit 1`,
        [personId],
      ),
    ).rejects.toThrow(/representation_once_at_a_time/);
  });

  it('ended by twenty at once is ended once', async () => {
    const { representation } = await record({ personId: await town.somebody('2012-05-05'), representativeId: await town.somebody() });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => end({ id: representation.id, version: 1, on: '2024-01-01', evidence: 'Spriedums' })),
    );
    expect(answers.filter((answer) => answer.problems.length === 0)).toHaveLength(1);
    expect(answers.filter((answer) => answer.problems[0]?.code === 'STALE')).toHaveLength(19);
  });

  it('consents for the child in that capacity, while it holds and in no other', async () => {
    const [child, guardian, foster] = [
      await town.somebody('2012-05-05'),
      await town.somebody('1980-01-01'),
      await town.somebody('1981-01-01'),
    ];
    const asGuardian = { personId: child, givenById: guardian, capacity: 'GUARDIAN' };
    expect((await consent(asGuardian)).problems).toEqual([{ code: 'INVALID', field: 'givenById' }]);
    const { representation } = await record({ personId: child, representativeId: guardian });
    await record({ personId: child, representativeId: foster, kind: 'FOSTER_PARENT' });
    for (const capacity of ['PARENT', 'GUARDIAN'])
      expect((await consent({ personId: child, givenById: foster, capacity })).problems).toEqual([{ code: 'INVALID', field: 'givenById' }]);
    const given = await consent(asGuardian);
    expect(given).toMatchObject({ problems: [], consent: { capacity: 'GUARDIAN', givenBy: { id: guardian } } });
    await end({ id: representation.id, version: 1, on: '2026-11-22', evidence: 'Spriedums' });
    expect((await consent({ ...asGuardian, purpose: 'Cits nolūks' })).problems).toEqual([{ code: 'INVALID', field: 'givenById' }]);
  });

  it('no longer consents for a child by living with it, once its custody has ended', async () => {
    const [child, parent] = [await town.somebody('2012-05-05'), await town.somebody('1980-01-01')];
    await town.household({
      members: [
        { personId: parent, relation: 'HEAD' },
        { personId: child, relation: 'CHILD' },
      ],
      since: '2016-01-01',
    });
    const asParent = { personId: child, givenById: parent, capacity: 'PARENT' };
    expect((await consent(asParent)).problems).toEqual([]);
    await record({ personId: child, representativeId: parent, kind: 'PARENT', until: '2026-01-01' });
    expect((await consent({ ...asParent, purpose: 'Cits nolūks' })).problems).toEqual([{ code: 'INVALID', field: 'givenById' }]);
  });

  it('cannot be who has a trustee themselves', async () => {
    const [ward, trustee, child] = [
      await town.somebody('1990-01-01'),
      await town.somebody('1980-01-01'),
      await town.somebody('2012-05-05'),
    ];
    expect((await record({ personId: ward, representativeId: trustee, kind: 'TRUSTEE' })).problems).toEqual([]);
    expect((await record({ personId: child, representativeId: ward })).problems).toEqual([{ code: 'INVALID', field: 'representativeId' }]);
    expect((await record({ personId: trustee, representativeId: ward, kind: 'TRUSTEE' })).problems).toEqual([
      { code: 'INVALID', field: 'representativeId' },
    ]);
  });
});
