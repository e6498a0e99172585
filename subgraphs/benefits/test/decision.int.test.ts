import { randomUUID } from 'node:crypto';
import { encodeCursor } from '@atbalsts/graphql';
import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';

const organiser = '00000000-0000-7000-8000-000000000011';
const head = '00000000-0000-7000-8000-000000000012';

describe('applications and what is decided on them', () => {
  let town: TestSubgraph;
  const director = staff('director');
  let numbers = 0;

  beforeAll(async () => {
    town = await testSubgraph(benefits);
  });
  afterAll(() => town?.drop());

  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const full: Record<string, unknown> = { id: randomUUID(), municipality: daugavpils, ...row };
    const columns = Object.keys(full);
    await town.sql(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(full),
    );
    return String(full.id);
  };
  const application = (row: Record<string, unknown> = {}) =>
    insert('application', {
      number: `SP-2026-${++numbers}`,
      applicant_id: randomUUID(),
      household_id: randomUUID(),
      benefit_type: 'gmi',
      legal_ground: 'STANDARD',
      submitted_on: '2026-09-05',
      complete_on: '2026-09-06',
      due_on: '2026-10-06',
      state: 'DECIDED',
      ...row,
    });
  const decision = (applicationId: string, row: Record<string, unknown> = {}) =>
    insert('decision', {
      number: `L-2026-${++numbers}`,
      application_id: applicationId,
      household_id: randomUUID(),
      outcome: 'GRANT',
      monthly_amount: 10_600,
      months: 3,
      from_date: '2026-10-01',
      until_date: '2027-01-01',
      proposed_by: organiser,
      proposed_on: '2026-09-10',
      approved_by: head,
      approved_on: '2026-09-12',
      state: 'APPROVED',
      ...row,
    });
  const covers = (decisionId: string, personId: string) =>
    town.sql('insert into decision_person (decision_id, person_id, municipality) values ($1, $2, $3)', [decisionId, personId, daugavpils]);
  const entity = async (who: typeof director, type: string, fields: string, key: object) =>
    (
      await town.ask(who, `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields} } } }`, {
        r: [{ __typename: type, ...key }],
      })
    ).data?._entities[0];

  it('shows a decision with its application, payments, batch and who did what', async () => {
    const applicationId = await application();
    const id = await decision(applicationId);
    const batch = await insert('payment_batch', {
      number: 'IZM-2026-1',
      month: '2026-10-01',
      state: 'RECONCILED',
      prepared_by: organiser,
      prepared_on: '2026-10-20',
      approved_by: head,
      approved_on: '2026-10-21',
    });
    await insert('payment', {
      decision_id: id,
      month: '2026-10-01',
      amount: 10_600,
      state: 'PAID',
      batch_id: batch,
      paid_on: '2026-10-25',
    });
    await insert('payment', { decision_id: id, month: '2026-11-01', amount: 10_600, state: 'DUE' });
    const { data, errors } = await town.ask(
      director,
      `query($id: ID!) { decision(id: $id) { outcome monthlyAmount amount months from until state version reasons reasonsEn: reasons(language: EN) proposedBy { id } approvedBy { id } application { id benefitType { code } }
        payments { month amount state paidOn batch { number count total state preparedBy { id } approvedBy { id } } } } paymentBatches { totalCount nodes { number total } } }`,
      { id },
    );
    expect(errors).toBeUndefined();
    expect(data.decision).toMatchObject({
      outcome: 'GRANT',
      monthlyAmount: '106.00',
      amount: null,
      months: 3,
      from: '2026-10-01',
      until: '2027-01-01',
      state: 'APPROVED',
      version: 1,
      proposedBy: { id: organiser },
      approvedBy: { id: head },
      application: { id: applicationId, benefitType: { code: 'gmi' } },
      payments: [
        {
          month: '2026-10-01',
          amount: '106.00',
          state: 'PAID',
          paidOn: '2026-10-25',
          batch: { count: 1, total: '106.00', preparedBy: { id: organiser }, approvedBy: { id: head } },
        },
        { month: '2026-11-01', state: 'DUE', paidOn: null, batch: null },
      ],
    });
    expect(data.decision.reasons).toMatch(/^Piešķirts: Pabalsts GMI.*apstrīdēt/);
    expect(data.decision.reasonsEn).toMatch(/^Granted: Guaranteed minimum income benefit.*challenged/);
    expect(data.paymentBatches).toEqual({ totalCount: 1, nodes: [{ number: 'IZM-2026-1', total: '106.00' }] });
    const elsewhere = await town.ask(
      staff('director', { municipality: bauska }),
      'query($id: ID!) { decision(id: $id) { id } paymentBatches { totalCount } }',
      { id },
    );
    expect(elsewhere.data).toEqual({ decision: null, paymentBatches: { totalCount: 0 } });
  });

  it('lets the database refuse what one person does alone, a month paid twice, and a refusal without reasons', async () => {
    const applicationId = await application();
    await expect(decision(applicationId, { approved_by: organiser })).rejects.toThrow('decision_four_eyes');
    await expect(
      insert('payment_batch', {
        number: 'IZM-2026-2',
        month: '2026-10-01',
        state: 'APPROVED',
        prepared_by: head,
        prepared_on: '2026-10-20',
        approved_by: head,
        approved_on: '2026-10-21',
      }),
    ).rejects.toThrow('payment_batch_four_eyes');
    const id = await decision(applicationId);
    await insert('payment', { decision_id: id, month: '2026-10-01', amount: 10_600, state: 'DUE' });
    await expect(insert('payment', { decision_id: id, month: '2026-10-01', amount: 1, state: 'DUE' })).rejects.toThrow('payment_once');
    await expect(
      decision(applicationId, { outcome: 'REFUSE', monthly_amount: null, months: null, from_date: null, until_date: null }),
    ).rejects.toThrow('check constraint');
    await expect(decision(applicationId, { approved_by: null, approved_on: null })).rejects.toThrow('check constraint');
    await expect(application({ due_on: null })).rejects.toThrow('check constraint');
  });

  it('gives a person the granted benefits that cover it and hold on the day', async () => {
    const person = randomUUID();
    const id = await decision(await application());
    await covers(id, person);
    await covers(await decision(await application(), { state: 'PROPOSED', approved_by: null, approved_on: null }), person);
    await covers(await decision(await application(), { state: 'REVOKED', revoked_from: '2026-11-01' }), person);
    const on = async (day: string, who = director) =>
      (await entity(who, 'Person', `benefits(on: "${day}") { outcome monthlyAmount }`, { id: person }))?.benefits;
    expect(await on('2026-09-30')).toEqual([]);
    expect(await on('2026-10-15')).toHaveLength(2);
    expect(await on('2026-11-01')).toEqual([{ outcome: 'GRANT', monthlyAmount: '106.00' }]);
    expect(await on('2027-01-01')).toEqual([]);
    expect(await on('2026-10-15', staff('director', { municipality: bauska }))).toEqual([]);
  });

  it('gives a household its status of a day by the latest decision in force', async () => {
    const household = randomUUID();
    const found = (status: string, from: string, until: string, more: object = {}) =>
      application().then((applicationId) =>
        decision(applicationId, { household_id: household, household_status: status, status_from: from, status_until: until, ...more }),
      );
    await found('LOW_INCOME', '2026-04-01', '2026-10-01');
    await found('NEEDY', '2026-07-01', '2026-10-01', { approved_on: '2026-09-15' });
    await found('NEEDY', '2026-11-01', '2027-02-01', { state: 'REVOKED', revoked_from: '2026-12-01' });
    await found('NEEDY', '2027-03-01', '2027-06-01', { state: 'PROPOSED', approved_by: null, approved_on: null });
    const on = (day: string) =>
      entity(staff('social-worker'), 'Household', `status(on: "${day}") statusUntil(on: "${day}")`, { id: household });
    expect(await on('2026-03-31')).toEqual({ status: 'NONE', statusUntil: null });
    expect(await on('2026-06-30')).toEqual({ status: 'LOW_INCOME', statusUntil: '2026-10-01' });
    expect(await on('2026-08-01')).toEqual({ status: 'NEEDY', statusUntil: '2026-10-01' });
    expect(await on('2026-11-22')).toEqual({ status: 'NEEDY', statusUntil: '2026-12-01' });
    expect(await on('2026-12-01')).toEqual({ status: 'NONE', statusUntil: null });
    expect(await on('2027-04-01')).toEqual({ status: 'NONE', statusUntil: null });
    expect(await entity(staff('social-worker'), 'Household', 'status statusUntil', { id: household })).toEqual({
      status: 'NEEDY',
      statusUntil: '2026-12-01',
    });
  });

  it('lists applications newest first, page by page, by every part of the filter', async () => {
    await town.sql('truncate application cascade');
    const ids: string[] = [];
    for (let day = 1; day <= 9; day++) {
      const state = day % 3 === 0 ? 'DECIDED' : 'PROPOSED';
      ids.unshift(
        await application({
          submitted_on: `2026-11-0${day}`,
          complete_on: `2026-11-0${day}`,
          due_on: `2026-12-0${day}`,
          state,
          benefit_type: day % 2 ? 'gmi' : 'crisis',
        }),
      );
    }
    await application({ submitted_on: '2026-11-09', complete_on: null, due_on: null, state: 'SUBMITTED' });
    const list = async (filter: object, first = 20, after: string | null = null) =>
      (
        await town.ask(
          director,
          'query($f: ApplicationFilter, $n: Int!, $a: String) { applications(filter: $f, first: $n, after: $a) { totalCount pageInfo { endCursor hasNextPage } nodes { id } } }',
          { f: filter, n: first, a: after },
        )
      ).data.applications;
    const walked: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { nodes, pageInfo, totalCount } = await list({ submittedUntil: '2026-11-09' }, 3, after);
      expect(totalCount).toBe(8);
      walked.push(...nodes.map(({ id }: { id: string }) => id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(walked).toEqual(ids.slice(1));
    expect((await list({ state: 'SUBMITTED' })).totalCount).toBe(1);
    expect((await list({ benefitType: 'crisis' })).totalCount).toBe(4);
    expect((await list({ dueBefore: '2026-12-05' })).totalCount).toBe(3);
    expect((await list({ dueBefore: '2026-12-05', state: 'DECIDED' })).totalCount).toBe(0);
    expect((await list({ submittedFrom: '2026-11-08' })).totalCount).toBe(3);
    expect((await list({ legalGround: 'UKRAINE_SUPPORT' })).totalCount).toBe(0);
    for (const after of ['xyz', encodeCursor(['2026-02-30', ids[0] as string]), encodeCursor(['2026-02-03', 'me'])]) {
      const broken = await town.ask(director, 'query($a: String) { applications(after: $a) { totalCount } }', { a: after });
      expect(broken.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'after' } }]);
    }
  });

  it('answers null for what cannot be an id', async () => {
    expect((await town.ask(director, '{ application(id: "x") { id } decision(id: "y") { id } }')).data).toEqual({
      application: null,
      decision: null,
    });
    expect(await entity(director, 'Household', 'status', { id: 'z' })).toEqual({ status: 'NONE' });
    expect(await entity(director, 'Person', 'applications { totalCount nodes { id } } benefits { id }', { id: '}' })).toEqual({
      applications: { totalCount: 0, nodes: [] },
      benefits: [],
    });
  });

  it('pages the applications of each person', async () => {
    const person = randomUUID();
    for (const day of ['01', '02', '03']) await application({ applicant_id: person, submitted_on: `2026-08-${day}` });
    const fields = 'totalCount pageInfo { endCursor hasNextPage } nodes { submittedOn }';
    const first = (await entity(director, 'Person', `applications(first: 2) { ${fields} }`, { id: person })).applications;
    expect(first).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      nodes: [{ submittedOn: '2026-08-03' }, { submittedOn: '2026-08-02' }],
    });
    const second = (
      await entity(director, 'Person', `applications(first: 2, after: "${first.pageInfo.endCursor}") { ${fields} }`, { id: person })
    ).applications;
    expect(second).toMatchObject({ pageInfo: { hasNextPage: false }, nodes: [{ submittedOn: '2026-08-01' }] });
  });

  it('keeps means, and payments but from who works with the client, from roles that may not see them', async () => {
    const id = await application();
    await decision(id);
    const ask = (who: typeof director, field: string) => town.ask(who, `query($id: ID!) { application(id: $id) { ${field} } }`, { id });
    expect((await ask(staff('social-worker'), 'means { status }')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await ask(staff('social-worker'), 'decisions { payments { id batch { id } } }')).errors).toBeUndefined();
    expect((await ask(staff('carer'), 'decisions { payments { id } }')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await town.ask(staff('social-worker'), '{ paymentBatches { nodes { id } } }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect((await ask(staff('social-worker'), 'number decisions { outcome }')).errors).toBeUndefined();
    expect((await ask(staff('hr'), 'number')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('shows the auditor who did what, and nobody else', async () => {
    const person = randomUUID();
    const fields = 'benefits(first: 5) { totalCount nodes { action } }';
    expect(await entity(staff('auditor'), 'AuditTrail', fields, { personId: person })).toEqual({ benefits: { totalCount: 0, nodes: [] } });
    expect(await entity(director, 'AuditTrail', fields, { personId: person })).toBeFalsy();
  });
});
