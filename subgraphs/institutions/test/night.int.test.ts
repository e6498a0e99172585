import { newId } from '@atbalsts/database';
import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutions } from '../src/index.js';
import { admission, admitted, facility, others, refusals } from './fixture.js';

const carer = staff('carer');
const manager = staff('facility-manager');
const stranger = newId();
const today = '2026-11-22';
const mutation =
  'mutation($i: RecordNightInput!) { recordNight(input: $i) { recorded repeated problems { code field message(language: EN) } } }';

describe('recording a night', () => {
  let town: TestSubgraph;
  let shelter: string;
  const record = async (personId: string, facilityId = shelter, night = today, as = carer) =>
    (await town.ask(as, mutation, { i: { personId, facilityId, night } })).data.recordNight;

  beforeAll(async () => {
    town = await testSubgraph(institutions, others({}, stranger));
    shelter = await facility(town, { kind: 'NIGHT_SHELTER', beds: 60 });
  });
  afterAll(() => town?.drop());

  it('puts it on record once, with an audit entry, and answers the same whoever asks again', async () => {
    const personId = newId();
    expect(await record(personId)).toEqual({ recorded: true, repeated: false, problems: [] });
    expect(await record(personId)).toEqual({ recorded: true, repeated: true, problems: [] });
    expect(await record(personId, shelter, '2026-11-21')).toEqual({ recorded: true, repeated: false, problems: [] });
    expect(await town.sql('select night::text from night_stay where person_id = $1 order by night', [personId])).toEqual([
      { night: '2026-11-21' },
      { night: today },
    ]);
    expect(await town.sql('select action from audit_entry where person_id = $1', [personId])).toEqual([
      { action: 'night.record' },
      { action: 'night.record' },
    ]);
  });

  it('makes one row of twenty calls at once', async () => {
    const personId = newId();
    const answers = await Promise.all(Array.from({ length: 20 }, () => record(personId)));
    expect(answers.map(({ recorded }) => recorded)).toEqual(Array(20).fill(true));
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await town.sql('select from night_stay where person_id = $1', [personId])).toHaveLength(1);
  });

  it('gives the last places of the night to those who come first, and the night after is another', async () => {
    const small = await facility(town, { kind: 'NIGHT_SHELTER', beds: 3 });
    const agreed = await admitted(town, manager, small);
    const answers = await Promise.all(Array.from({ length: 12 }, () => record(newId(), small)));
    expect(answers.filter(({ recorded }) => recorded)).toHaveLength(2);
    expect(answers.flatMap(refusals)).toEqual(Array(10).fill('NO_VACANCY facilityId'));
    expect(await record(agreed.person.id, small)).toMatchObject({ recorded: true });
    expect(await record(newId(), small, '2026-11-21')).toMatchObject({ recorded: true });
    const { data } = await town.ask(manager, 'query($f: ID!) { facility(id: $f) { occupancy { occupied free } } }', { f: small });
    expect(data.facility.occupancy).toEqual({ occupied: 3, free: 0 });
  });

  it('keeps the bed of a guest from whoever is admitted that night, also from days before, and where the register allows more', async () => {
    const small = await facility(town, { kind: 'NIGHT_SHELTER', beds: 2, capacity: 5 });
    await admitted(town, manager, small);
    const guest = newId();
    await record(guest, small, '2026-11-20');
    const admit = async (personId: string, from: string) =>
      refusals(
        (await town.ask(manager, admission, { i: { personId, facilityId: small, from, funding: 'MUNICIPAL', emergency: 'x' } })).data.admit,
      );
    expect(await admit(newId(), '2026-11-20')).toEqual(['NO_VACANCY facilityId']);
    expect(await admit(newId(), '2026-11-10')).toEqual(['NO_VACANCY facilityId']);
    expect(await admit(guest, '2026-11-20')).toEqual([]);
  });

  it('refuses other facilities, nights to come, a lapsed registration, who is not of the town', async () => {
    const lapsed = await facility(town, { kind: 'NIGHT_SHELTER', registeredUntil: today });
    expect(refusals(await record(newId(), await facility(town)))).toEqual(['INVALID facilityId']);
    expect(refusals(await record(newId(), shelter, '2026-11-23'))).toEqual(['INVALID night']);
    expect(refusals(await record(newId(), lapsed))).toEqual(['NOT_REGISTERED facilityId']);
    expect(await record(newId(), lapsed, '2026-11-21')).toMatchObject({ recorded: true });
    expect(await record(stranger)).toMatchObject({ recorded: false, problems: [{ code: 'NOT_FOUND', field: 'personId' }] });
    expect(refusals(await record(newId(), newId()))).toEqual(['NOT_FOUND facilityId']);
    const elsewhere = staff('carer', { municipality: bauska });
    expect(refusals(await record(newId(), shelter, today, elsewhere))).toEqual(['NOT_FOUND facilityId']);
  });

  it('refuses a night of who sleeps or lives elsewhere that night', async () => {
    const other = await facility(town, { kind: 'NIGHT_SHELTER' });
    const guest = newId();
    await record(guest, other);
    expect(refusals(await record(guest))).toEqual(['OVERLAP personId']);
    const { person } = await admitted(town, manager, await facility(town), { from: '2026-11-20' });
    expect(refusals(await record(person.id))).toEqual(['OVERLAP personId']);
    expect(await record(person.id, shelter, '2026-11-19')).toMatchObject({ recorded: true });
  });

  it('fails closed without the registry, and is not for roles that may not', async () => {
    const alone = await testSubgraph(institutions);
    try {
      const facilityId = await facility(alone, { kind: 'NIGHT_SHELTER' });
      const { data } = await alone.ask(carer, mutation, { i: { personId: newId(), facilityId, night: today } });
      expect(data.recordNight).toMatchObject({ recorded: false, problems: [{ code: 'UNAVAILABLE' }] });
    } finally {
      await alone.drop();
    }
    const { errors } = await town.ask(staff('hr'), mutation, { i: { personId: newId(), facilityId: shelter, night: today } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
