import { bauska, staff } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeTown, organisation, type Town } from './town.js';

const withdraw = 'mutation($id: ID!) { withdrawConsent(id: $id) { consent { withdrawnAt } problems { code } } }';

describe('a consent', () => {
  let town: Town;
  const worker = staff('social-worker');
  beforeAll(async () => {
    town = await makeTown();
  });
  afterAll(() => town?.drop());

  const consent = (input: object) =>
    town.change('giveConsent', 'GiveConsentInput', 'consent { id scopes withdrawnAt }', {
      organisationId: organisation,
      purpose: 'Atelpas brīdis',
      scopes: ['IDENTITY'],
      from: '2025-01-01',
      until: '2099-12-31',
      ...input,
    });

  it('is given, for a child by a parent, and withdrawn at once', async () => {
    const [parent, child] = [await town.somebody(), await town.somebody('2015-05-05')];
    const members = [
      { personId: parent, relation: 'HEAD' },
      { personId: child, relation: 'CHILD' },
    ];
    await town.household({ members, since: '2016-01-01' });
    expect((await consent({ personId: child })).problems).toEqual([{ code: 'INVALID', field: 'capacity' }]);
    const given = await consent({ personId: child, givenById: parent, capacity: 'PARENT', scopes: ['IDENTITY', 'NEEDS', 'IDENTITY'] });
    expect(given.consent).toMatchObject({ scopes: ['IDENTITY', 'NEEDS'], withdrawnAt: null });
    expect((await consent({ personId: parent, scopes: [] })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await consent({ personId: parent, organisationId: 'nobody' })).problems).toEqual([
      { code: 'NOT_FOUND', field: 'organisationId' },
    ]);
    const first = (await town.ask(worker, withdraw, { id: given.consent.id })).data.withdrawConsent.consent.withdrawnAt;
    expect(first).toMatch(/^20/);
    expect((await town.ask(worker, withdraw, { id: given.consent.id })).data.withdrawConsent.consent.withdrawnAt).toBe(first);
    expect(
      (await town.ask(staff('social-worker', { municipality: bauska }), withdraw, { id: given.consent.id })).data.withdrawConsent.problems,
    ).toEqual([{ code: 'NOT_FOUND' }]);
    expect(await town.sql(`select fields from audit_entry where person_id = $1 and action = 'consent.give'`, [child])).toEqual([
      { fields: ['capacity', 'from', 'givenById', 'purpose', 'scopes', 'until'] },
    ]);
  });

  it('of a child is given by an adult of the child’s household, and of nobody else', async () => {
    const [parent, child, sibling] = [await town.somebody(), await town.somebody('2015-05-05'), await town.somebody('2012-05-05')];
    const stranger = await town.somebody();
    const since = '2016-01-01';
    const members = [
      { personId: parent, relation: 'HEAD' },
      { personId: child, relation: 'CHILD' },
      { personId: sibling, relation: 'CHILD' },
    ];
    await town.household({ members, since });
    await town.household({ members: [{ personId: stranger, relation: 'HEAD' }], since });
    for (const [givenById, capacity, field] of [
      [stranger, 'PARENT', 'givenById'],
      [stranger, 'GUARDIAN', 'givenById'],
      [sibling, 'PARENT', 'givenById'],
      [parent, 'TRUSTEE', 'capacity'],
    ]) {
      expect((await consent({ personId: child, givenById, capacity })).problems).toEqual([{ code: 'INVALID', field }]);
    }
    expect((await consent({ personId: child, from: '2016-01-01', until: '2017-01-01' })).problems).toEqual([
      { code: 'INVALID', field: 'capacity' },
    ]);
    expect((await consent({ personId: child, givenById: parent, capacity: 'PARENT' })).problems).toEqual([]);
    for (const [personId, givenById, capacity] of [
      [child, parent, 'GUARDIAN'],
      [parent, stranger, 'TRUSTEE'],
    ]) {
      expect((await consent({ personId, givenById, capacity, purpose: capacity })).problems).toEqual([
        { code: 'INVALID', field: 'givenById' },
      ]);
    }
  });

  it('given by twenty at once is one, and the others are shown it', async () => {
    const personId = await town.somebody();
    const answers = await Promise.all(Array.from({ length: 20 }, () => consent({ personId })));
    const ids = new Set(answers.map((answer) => answer.consent?.id));
    expect(ids.size).toBe(1);
    expect(answers.filter((answer) => answer.problems.length === 0)).toHaveLength(1);
    expect(answers.filter((answer) => answer.problems[0]?.code === 'DUPLICATE')).toHaveLength(19);
    expect(await town.sql('select id from consent where person_id = $1', [personId])).toEqual([{ id: [...ids][0] }]);
    expect((await consent({ personId, purpose: 'Cits nolūks' })).problems).toEqual([]);
    expect((await consent({ personId, from: '2024-01-01', until: '2025-01-01' })).problems).toEqual([]);
  });

  it('withdrawn by twenty at once is withdrawn once, and may be given anew', async () => {
    const personId = await town.somebody();
    const { id } = (await consent({ personId })).consent;
    const answers = await Promise.all(Array.from({ length: 20 }, () => town.ask(worker, withdraw, { id })));
    expect(new Set(answers.map(({ data }) => data.withdrawConsent.consent.withdrawnAt)).size).toBe(1);
    expect(await town.sql(`select object from audit_entry where person_id = $1 and action = 'consent.withdraw'`, [personId])).toEqual([
      { object: `consent:${id}` },
    ]);
    expect((await consent({ personId })).problems).toEqual([]);
  });
});
