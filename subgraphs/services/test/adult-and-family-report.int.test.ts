import { newId, withClient } from '@atbalsts/database';
import { partner, staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bauska, daugavpils, Neighbours, put, townWith } from './town.js';

const record = `mutation($i: RecordClientGroupInput!) { recordClientGroup(input: $i) { socialCase { id clientGroups { kind from } } problems { code field } } }`;
const support = `mutation($i: RecordSupportInput!) { recordSupport(input: $i) { support { id kind occasion person { id } } problems { code field } } }`;
const supported = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { support { kind occasion on note } timeline { nodes { kind title(language: EN) } } } } }`;
const figures = `query($r: [_Any!]!) { _entities(representations: $r) { ... on AnnualReport { services { id rows { key value } } } } }`;

describe('as what somebody is a client, and what the sectors report of it', () => {
  const neighbours = new Neighbours();
  const worker = staff('social-worker', { employee: newId(), subject: 'worker' });
  let town: TestSubgraph;
  let position = 1;

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  const opened = (targetGroup: string, change: object = {}) =>
    put(town, 'social_case', {
      person_id: neighbours.person(),
      target_group: targetGroup,
      risk: 'NONE',
      responsible_id: newId(),
      opened_on: '2025-03-01',
      ...change,
    });
  const recording = async (caseId: string, kind: string, from = '2025-03-01', who = worker) =>
    (await town.ask(who, record, { i: { caseId, kind, from } })).data.recordClientGroup;
  const supporting = async (i: object, who = worker) => (await town.ask(who, support, { i })).data.recordSupport;
  const report = async (table: string, year = 2025): Promise<Record<string, number>> => {
    const r = [{ __typename: 'AnnualReport', municipalityCode: daugavpils, year }];
    const { data } = await town.ask(staff('director'), figures, { r });
    const found: { id: string; rows: { key: string; value: number }[] }[] = data._entities[0].services;
    return Object.fromEntries(found.find(({ id }) => id === table)?.rows.flatMap(({ key, value }) => (value ? [[key, value]] : [])) ?? []);
  };
  const risk = (caseId: string, level: string, on: string) =>
    put(town, 'risk_assessment', {
      case_id: caseId,
      person_id: newId(),
      on_date: on,
      assessed_by: newId(),
      form_version: 2,
      marks: '[]',
      score: 1,
      level,
      next_due_on: '2027-01-01',
      findings: 'x',
      recorded_at: `${on}T12:00:00Z`,
    });

  it('is recorded in an open case, the latest day first, and audited', async () => {
    const caseId = await opened('UNEMPLOYED');
    expect((await recording(caseId, 'UNEMPLOYED')).problems).toEqual([]);
    const { socialCase } = await recording(caseId, 'HEALTH_PROBLEMS', '2026-02-01');
    expect(socialCase.clientGroups).toEqual([
      { kind: 'HEALTH_PROBLEMS', from: '2026-02-01' },
      { kind: 'UNEMPLOYED', from: '2025-03-01' },
    ]);
    const audited = await town.sql(`select subject from audit_entry where action = 'clientGroup.record' and object = $1`, [
      `case:${caseId}`,
    ]);
    expect(audited).toEqual([{ subject: 'worker' }, { subject: 'worker' }]);
    expect(await report('adult-sector')).toMatchObject({ unemployed: 1, 'unemployed-all': 1, total: 1, 'new-cases-unemployed': 1 });
    const next = await report('adult-sector', 2026);
    expect(next).toEqual({ 'health-problems': 1, 'unemployed-all': 1, total: 1 });
    expect(await report('adult-sector', 2024)).toEqual({});
    await town.sql('delete from client_group');
  });

  it('is recorded once, though twenty send it at once', async () => {
    const caseId = await opened('CARE_LEAVER');
    const answers = await Promise.all(Array.from({ length: 20 }, () => recording(caseId, 'CARE_LEAVER')));
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    expect(await town.sql('select 1 from client_group where case_id = $1', [caseId])).toHaveLength(1);
    await town.sql('delete from client_group');
  });

  it('is refused where it cannot be, and to who may not', async () => {
    const caseId = await opened('UNEMPLOYED');
    expect((await recording(caseId, 'FOSTER_FAMILY', '2026-11-23')).problems).toEqual([
      { code: 'INVALID', field: 'kind' },
      { code: 'INVALID', field: 'from' },
    ]);
    expect((await recording(caseId, 'UNEMPLOYED', '2025-02-28')).problems).toEqual([{ code: 'INVALID', field: 'from' }]);
    const closed = await opened('UNEMPLOYED', { closed_on: '2025-06-01' });
    expect((await recording(closed, 'UNEMPLOYED')).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    const other = staff('social-worker', { municipality: bauska });
    expect((await recording(caseId, 'UNEMPLOYED', '2025-03-01', other)).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'caseId' }]);
    expect((await recording('no-id', 'UNEMPLOYED')).problems).toMatchObject([{ code: 'NOT_FOUND', field: 'caseId' }]);
    for (const who of [staff('carer'), staff('finance'), staff('head-of-assistance'), partner(newId())])
      expect((await town.ask(who, record, { i: { caseId, kind: 'UNEMPLOYED', from: '2025-03-01' } })).errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN' } },
      ]);
    expect(await town.sql('select 1 from client_group where case_id = $1', [caseId])).toEqual([]);
  });

  it('counts somebody in two groups in both rows and once in the total; a Ukrainian civilian by the registry', async () => {
    const person = neighbours.person();
    await recording(await opened('VIOLENCE', { person_id: person }), 'VIOLENCE_OR_CRISIS');
    await recording(await opened('FORMER_PRISONER', { person_id: person, opened_on: '2024-05-01' }), 'FORMER_PRISONER', '2024-05-01');
    const body = { personId: person, kind: 'UKRAINIAN_CIVILIAN', from: '2022-03-10', until: null };
    await withClient(town.database.superUrl, (client) =>
      client.query(
        `insert into fact (kind, key, source, municipality, body, position, at) values ('circumstance', $1, 'registry', $2, $3, $4, now())`,
        [newId(), daugavpils, JSON.stringify(body), position++],
      ),
    );
    expect(await report('adult-sector')).toEqual({
      'violence-and-crisis': 1,
      'former-prisoners': 1,
      'ukrainian-civilians': 1,
      total: 1,
      'new-cases-ukrainian-civilians': 1,
      'new-cases-total': 1,
    });
    const i = { key: 'mentor-1', personId: person, kind: 'SOCIAL_MENTOR', on: '2025-08-01' };
    await supporting(i);
    await supporting({ ...i, key: 'mentor-2', on: '2025-09-01' });
    await supporting({ ...i, key: 'mentor-3', personId: neighbours.person() });
    expect(await report('adult-sector')).toMatchObject({ 'social-mentor-support': 1 });
    await town.sql('delete from client_group');
  });

  it('counts a family by its latest assessment of the year and its kind; of a kind nobody recorded, in the level alone', async () => {
    const household = newId();
    const [one, same, unknown, early, foster] = [
      await opened('FAMILY_WITH_CHILDREN', { household_id: household }),
      await opened('FAMILY_WITH_CHILDREN', { household_id: household }),
      await opened('FAMILY_WITH_CHILDREN'),
      await opened('FAMILY_WITH_CHILDREN', { opened_on: '2023-01-01', closed_on: '2024-12-31' }),
      await opened('FAMILY_WITH_CHILDREN'),
    ];
    await risk(one, 'AT_RISK', '2025-03-02');
    await risk(one, 'HIGH_RISK', '2026-01-05');
    await risk(same, 'AT_RISK', '2025-04-01');
    await risk(unknown, 'AT_RISK', '2025-03-02');
    await risk(early, 'HIGH_RISK', '2023-01-10');
    for (const id of [one, same]) await recording(id, 'SINGLE_PARENT');
    await recording(foster, 'FOSTER_FAMILY');
    expect(await report('family-sector')).toEqual({ 'at-risk-families': 2, 'at-risk-single-parent': 1, 'foster-families': 1 });
    expect(await report('family-sector', 2024)).toEqual({ 'high-risk-families': 1 });
    expect(await report('family-sector', 2026)).toMatchObject({
      'high-risk-families': 1,
      'high-risk-single-parent': 1,
      'at-risk-families': 2,
    });
    await town.sql('delete from client_group');
  });

  it('records support once for its key; refuses the future, a person of another town, and who may not', async () => {
    const person = neighbours.person();
    const i = { key: 'covid-1', personId: person, kind: 'FOOD_AND_MEDICINE', occasion: 'COVID_19', on: '2025-01-20', note: 'Zāles' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => supporting(i)));
    expect(new Set(answers.map((answer) => answer.support.id)).size).toBe(1);
    expect((await supporting({ ...i, on: '2025-01-21' })).problems).toEqual([{ code: 'INVALID', field: 'key' }]);
    await supporting({ ...i, key: 'ill-1', occasion: 'OTHER_ILLNESS' });
    expect(await report('covid-support')).toEqual({ 'food-and-medicine': 1 });
    expect((await supporting({ ...i, key: ' ', on: '2026-11-23' })).problems).toEqual([
      { code: 'INVALID', field: 'key' },
      { code: 'INVALID', field: 'on' },
    ]);
    expect((await supporting({ ...i, key: 'covid-2', personId: neighbours.person(bauska) })).problems).toMatchObject([
      { code: 'NOT_FOUND', field: 'personId' },
    ]);
    for (const who of [staff('finance'), staff('assistance-organiser'), staff('director'), partner(newId())])
      expect((await town.ask(who, support, { i })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const r = [{ __typename: 'Person', id: person }];
    const { data } = await town.ask(worker, supported, { r });
    expect(data._entities[0].support).toHaveLength(2);
    expect(data._entities[0].timeline.nodes).toEqual(Array(2).fill({ kind: 'SUPPORTED', title: 'Support given' }));
    const elsewhere = await town.ask(staff('social-worker', { municipality: bauska }), supported, { r });
    expect(elsewhere.data._entities[0].support).toEqual([]);
    const finance = await town.ask(
      staff('finance'),
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { support { kind } } } }`,
      {
        r,
      },
    );
    expect(finance.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('keeps every figure of the sectors, and counts again in the moment in which a family is assessed', async () => {
    const caseId = await opened('FAMILY_WITH_CHILDREN', { opened_on: '2021-02-01', closed_on: '2021-11-01' });
    expect(await report('family-sector', 2021)).toEqual({});
    const kept = await town.sql<{ code: string }>(`select distinct split_part(rule, ' ', 1) as code from report_figure where year = 2021`);
    for (const row of [
      'adult-sector.total',
      'adult-sector.ukrainian-civilians',
      'family-sector.at-risk-other',
      'covid-support.food-and-medicine',
    ])
      expect(kept.map(({ code }) => code)).toContain(row);
    await risk(caseId, 'HIGH_RISK', '2021-03-01');
    expect(await report('family-sector', 2021)).toEqual({ 'high-risk-families': 1 });
  });

  it('moves a row with each counted record that comes or goes, whichever it is', async () => {
    await town.sql('delete from client_group');
    const kinds = {
      UNEMPLOYED: 'unemployed',
      PRE_RETIREMENT: 'pre-retirement',
      HEALTH_PROBLEMS: 'health-problems',
      SOCIAL_HOUSE: 'social-house-saura-28',
    } as const;
    const kind = fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[]));
    await fc.assert(
      fc.asyncProperty(fc.array(kind, { minLength: 1, maxLength: 6 }), fc.nat(), async (drawn, gone) => {
        const ids: string[] = [];
        for (const one of drawn) {
          const caseId = await opened('UNEMPLOYED', { closed_on: '2025-12-01' });
          const row = { case_id: caseId, person_id: newId(), kind: one, from_date: '2025-03-01', recorded_by: newId() };
          ids.push(await put(town, 'client_group', { ...row, recorded_at: '2025-03-01T10:00:00Z' }));
        }
        const expected = (left: readonly (keyof typeof kinds)[]) =>
          Object.fromEntries([
            ['total', left.length],
            ...Object.entries(kinds).map(([k, row]) => [row, left.filter((l) => l === k).length]),
          ]);
        const shown = async () => {
          const found = await report('adult-sector');
          return Object.fromEntries(['total', ...Object.values(kinds)].map((row) => [row, found[row] ?? 0]));
        };
        expect(await shown()).toEqual(expected(drawn));
        const at = gone % drawn.length;
        await town.sql('delete from client_group where id = $1', [ids[at]]);
        expect(await shown()).toEqual(expected(drawn.filter((_kind, n) => n !== at)));
        await town.sql('delete from client_group');
      }),
      { numRuns: 8 },
    );
  });
});
