import { newId } from '@atbalsts/database';
import { bauska, countStatements, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutions } from '../src/index.js';
import { admitted, changes, facility, others, refusals } from './fixture.js';

const manager = staff('facility-manager');
const carer = staff('carer');
const today = '2026-11-22';
const placed = 'placement { id version absences { id version reason from keptUntil endedOn } }';
const incident = 'incident { id version on kind what informed concludedOn outcome persons { id } facility { id } }';
const mutations = {
  recordAbsence: ['RecordAbsenceInput', placed],
  changeAbsence: ['ChangeAbsenceInput', placed],
  recordBreach: ['RecordBreachInput', 'placement { id }'],
  recordIncident: ['RecordIncidentInput', incident],
  concludeIncident: ['ConcludeIncidentInput', incident],
} as const;

describe('what happens in a house', () => {
  let town: TestSubgraph;
  let shelter: string;
  const text = (name: keyof typeof mutations) =>
    `mutation($i: ${mutations[name][0]}!) { done: ${name}(input: $i) { ${mutations[name][1]} problems { code field } } }`;
  const send = async (name: keyof typeof mutations, i: object, who = carer) => {
    const { data, errors } = await town.ask(who, text(name), { i });
    expect(errors).toBeUndefined();
    return data.done;
  };

  beforeAll(async () => {
    town = await testSubgraph(institutions, others());
    shelter = await facility(town, { beds: 40 });
  });
  afterAll(() => town?.drop());

  it('keeps the bed of somebody in hospital, shows who is away, and until when', async () => {
    const house = await facility(town, { beds: 1 });
    const { id } = await admitted(town, manager, house);
    const done = await send('recordAbsence', { placementId: id, reason: 'HOSPITAL', from: '2026-11-20', keptUntil: '2026-12-10' });
    expect(done).toMatchObject({ problems: [], placement: { absences: [{ reason: 'HOSPITAL', keptUntil: '2026-12-10', endedOn: null }] } });
    const look = async () =>
      (
        await town.ask(
          manager,
          'query($f: ID!) { facility(id: $f) { occupancy { occupied absent free } before: occupancy(on: "2026-11-19") { absent } board { name absence { reason keptUntil } } absencesOverdue { id } } }',
          { f: house },
        )
      ).data.facility;
    expect(await look()).toEqual({
      occupancy: { occupied: 1, absent: 1, free: 0 },
      before: { absent: 0 },
      board: [{ name: '1-1', absence: { reason: 'HOSPITAL', keptUntil: '2026-12-10' } }],
      absencesOverdue: [],
    });
    const [absence] = done.placement.absences;
    const back = await send('changeAbsence', { id: absence.id, version: absence.version, returnedOn: today });
    expect(back.placement.absences).toMatchObject([{ endedOn: today, version: 2 }]);
    expect((await look()).occupancy).toEqual({ occupied: 1, absent: 0, free: 0 });
    const why = 'query($of: [_Any!]!) { _entities(representations: $of) { ... on Placement { absences { reason keptUntil } } } }';
    const seen = await town.ask(staff('assistance-organiser'), why, { of: [{ __typename: 'Placement', id }] });
    expect(seen.data._entities).toEqual([{ absences: [{ reason: null, keptUntil: '2026-12-10' }] }]);
    expect(refusals(await send('changeAbsence', { id: absence.id, version: 1, keptUntil: '2026-12-20' }))).toEqual(['STALE version']);
    expect(refusals(await send('changeAbsence', { id: absence.id, version: 2, keptUntil: '2026-12-20' }))).toEqual(['WRONG_STATE id']);
    expect(refusals(await send('changeAbsence', { id: newId(), version: 2, keptUntil: '2026-12-20' }))).toEqual(['NOT_FOUND id']);
  });

  it('records an absence once, twenty at once too, keeps it as long as the reason lets it, and lists whose term is over', async () => {
    const house = await facility(town);
    const { id } = await admitted(town, manager, house);
    const asked = { placementId: id, reason: 'UNEXPLAINED', from: '2026-11-10' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('recordAbsence', asked)));
    expect(answers.flatMap(refusals)).toEqual(Array(19).fill('OVERLAP from'));
    const query = 'query($f: ID!) { facility(id: $f) { absencesOverdue { keptUntil placement { id } } } }';
    expect((await town.ask(manager, query, { f: house })).data.facility.absencesOverdue).toEqual([
      { keptUntil: '2026-11-13', placement: { id } },
    ]);
    expect(refusals(await send('recordAbsence', { ...asked, reason: 'VISIT', from: '2026-10-02', keptUntil: '2027-01-01' }))).toEqual([
      'INVALID keptUntil',
    ]);
  });

  it('ends an absence with the stay, and no stay before what is on record of it', async () => {
    const { id } = await admitted(town, manager, shelter);
    await send('recordAbsence', { placementId: id, reason: 'HOSPITAL', from: '2026-11-10' });
    const leave = async (on: string) =>
      (await town.ask(manager, changes.discharge, { i: { placementId: id, version: 1, on, destination: 'LONG_TERM_CARE' } })).data.done;
    expect(refusals(await leave('2026-11-09'))).toEqual(['INVALID on']);
    expect(refusals(await leave('2026-11-18'))).toEqual([]);
    expect(await town.sql('select ended_on::text as on from placement_absence where placement_id = $1', [id])).toEqual([
      { on: '2026-11-18' },
    ]);
    expect(refusals(await send('recordAbsence', { placementId: id, reason: 'VISIT', from: '2026-11-01' }))).toEqual([
      'WRONG_STATE placementId',
    ]);
  });

  it('records a breach of house rules once per day and rule, and tells it to who answers for the house', async () => {
    const { id } = await admitted(town, manager, shelter);
    const asked = { placementId: id, on: '2026-11-21', rule: 'NIGHT_REST', what: 'Klaigāja naktī', measure: 'WARNING' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('recordBreach', asked)));
    expect(answers.flatMap(refusals)).toEqual(Array(19).fill('DUPLICATE rule'));
    expect(refusals(await send('recordBreach', { ...asked, rule: 'SMOKING', on: '2026-09-01', what: ' ' }))).toEqual([
      'INVALID on',
      'INVALID what',
    ]);
    const query = 'query($of: [_Any!]!) { _entities(representations: $of) { ... on Placement { breaches { on rule what measure } } } }';
    const of = [{ __typename: 'Placement', id }];
    expect((await town.ask(manager, query, { of })).data._entities).toEqual([
      { breaches: [{ on: '2026-11-21', rule: 'NIGHT_REST', what: 'Klaigāja naktī', measure: 'WARNING' }] },
    ]);
    for (const role of ['carer', 'auditor', 'assistance-organiser'] as const)
      expect((await town.ask(staff(role), query, { of })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('records an incident once with who was there, and what followed', async () => {
    const { person } = await admitted(town, manager, shelter);
    const asked = {
      facilityId: shelter,
      on: '2026-11-21',
      kind: 'INJURY',
      what: 'Kritiens uz kāpnēm',
      personIds: [person.id],
      informed: ['AMBULANCE', 'RELATIVES'],
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('recordIncident', asked)));
    expect(answers.flatMap(refusals)).toEqual(Array(19).fill('DUPLICATE what'));
    const [{ incident: recorded }] = answers;
    expect(recorded).toEqual({
      id: expect.any(String),
      version: 1,
      on: '2026-11-21',
      kind: 'INJURY',
      what: 'Kritiens uz kāpnēm',
      informed: ['AMBULANCE', 'RELATIVES'],
      concludedOn: null,
      outcome: null,
      persons: [{ id: person.id }],
      facility: { id: shelter },
    });
    expect(refusals(await send('recordIncident', { ...asked, what: 'Cits', personIds: [newId()] }))).toEqual(['INVALID personIds']);
    const end = { id: recorded.id, version: 1, on: today, outcome: 'Gaita atbrīvota no ledus' };
    expect((await send('concludeIncident', end)).incident).toMatchObject({ concludedOn: today, version: 2 });
    expect(refusals(await send('concludeIncident', end))).toEqual(['STALE version']);
    expect(refusals(await send('concludeIncident', { ...end, version: 2 }))).toEqual(['WRONG_STATE id']);
    expect(
      await town.sql(`select count(*)::int as n from audit_entry where person_id = $1 and action = 'incident.record'`, [person.id]),
    ).toEqual([{ n: 1 }]);
  });

  it('lists incidents page by page, the latest first, to who may read them, with the same number of statements', async () => {
    const house = await facility(town, { kind: 'NIGHT_SHELTER' });
    const guest = newId();
    await town.sql('insert into night_stay values ($1, $2, $3, $4, $5)', [newId(), daugavpils, guest, house, '2026-11-20']);
    for (const [n, on] of ['2026-11-18', '2026-11-21', '2026-11-20'].entries()) {
      const personIds = on === '2026-11-21' ? [guest] : [];
      expect((await send('recordIncident', { facilityId: house, on, kind: 'OTHER', what: `Notikums ${n}`, personIds })).problems).toEqual(
        [],
      );
    }
    const query =
      'query($f: ID!, $after: String) { facility(id: $f) { incidents(first: 2, after: $after, open: true) { totalCount pageInfo { endCursor hasNextPage } nodes { what persons { id } } } } }';
    const { incidents } = (await town.ask(manager, query, { f: house })).data.facility;
    expect(incidents).toMatchObject({ totalCount: 3, nodes: [{ what: 'Notikums 1', persons: [{ id: guest }] }, { what: 'Notikums 2' }] });
    const rest = (await town.ask(manager, query, { f: house, after: incidents.pageInfo.endCursor })).data.facility.incidents;
    expect(rest).toMatchObject({ nodes: [{ what: 'Notikums 0' }], pageInfo: { hasNextPage: false } });
    expect((await town.ask(carer, query, { f: house })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const counter = countStatements(town.database.superUrl);
    const many =
      '{ facilities { forecast { on expectedFree } incidents { nodes { persons { id } } } absencesOverdue { id } board { absence { id } placement { breaches { on } absences { from } } } capacities { from } registrations { number } waitingList { offers { id } } } }';
    const statements = async () => {
      await counter.reset();
      expect((await town.ask(manager, many)).errors).toBeUndefined();
      return counter.count();
    };
    const before = await statements();
    for (let n = 0; n < 3; n++) await admitted(town, manager, await facility(town));
    expect(await statements()).toBe(before);
    expect(before).toBeLessThanOrEqual(20);
  });

  it('is each town’s own, and not for a role that has no part in it', async () => {
    const { id } = await admitted(town, manager, shelter);
    const theirs = staff('carer', { municipality: bauska });
    expect(refusals(await send('recordAbsence', { placementId: id, reason: 'VISIT', from: today }, theirs))).toEqual([
      'NOT_FOUND placementId',
    ]);
    const seen = { facilityId: shelter, on: today, kind: 'OTHER', what: 'x' };
    expect(refusals(await send('recordIncident', seen, theirs))).toEqual(['NOT_FOUND facilityId']);
    for (const [name, i] of [
      ['recordAbsence', { placementId: id, reason: 'VISIT', from: today }],
      ['recordIncident', seen],
    ] as const) {
      expect((await town.ask(staff('finance'), text(name), { i })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('lists unconfirmed emergencies that are overdue alone where it is asked so, to who may confirm', async () => {
    const late = await admitted(town, manager, shelter);
    await town.sql(`update placement set admitted_on = '2026-11-20' where id = $1`, [late.id]);
    await admitted(town, manager, shelter);
    const query = '{ placementsToConfirm(overdue: true) { totalCount nodes { id confirmationDue } } }';
    expect((await town.ask(manager, query)).data.placementsToConfirm).toEqual({
      totalCount: 1,
      nodes: [{ id: late.id, confirmationDue: '2026-11-21' }],
    });
    for (const role of ['carer', 'assistance-organiser'] as const)
      expect((await town.ask(staff(role), query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
