import { newId } from '@atbalsts/database';
import { countStatements, partner, regional, staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, daugavpils, Neighbours, put, townWith } from './town.js';

const timeline = `query($r: [_Any!]!, $n: Int! = 50, $a: String) { _entities(representations: $r) { ... on Person {
  timeline(first: $n, after: $a) { totalCount nodes { at kind domain objectId title(language: EN) } pageInfo { endCursor hasNextPage } } } } }`;

describe('the file of a person', () => {
  const neighbours = new Neighbours();
  const worker = staff('social-worker');
  const [kristine, andris, ilze] = [neighbours.employee(), neighbours.employee(), neighbours.employee()];
  const person = neighbours.person();
  let town: TestSubgraph;
  let request = '';
  let position = 0;

  const fact = (kind: string, body: Record<string, unknown>, municipality = daugavpils) =>
    town.sql(`insert into fact (kind, key, source, municipality, body, position, at) values ($1, $2, 'benefits', $3, $4, $5, now())`, [
      kind,
      newId(),
      municipality,
      JSON.stringify({ personId: person, ...body }),
      ++position,
    ]);
  const ofPerson = async (query: string, who = worker) =>
    (
      await town.ask(who, `query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { ${query} } } }`, {
        r: [{ __typename: 'Person', id: person }],
      })
    ).data._entities[0];

  beforeAll(async () => {
    town = await townWith(neighbours);
    const row = { person_id: person };
    const open = await put(town, 'social_case', {
      ...row,
      target_group: 'ADULT',
      risk: 'AT_RISK',
      responsible_id: kristine,
      opened_on: '2026-01-10',
    });
    await put(town, 'social_case', {
      ...row,
      target_group: 'HOMELESS',
      risk: 'NONE',
      responsible_id: andris,
      opened_on: '2024-01-10',
      closed_on: '2024-06-10',
    });
    await put(town, 'case_note', { case_id: open, employee_id: kristine, at: '2026-01-10T23:30:00Z', text: 'Noslēpums' });
    await put(town, 'case_note', { case_id: open, employee_id: andris, at: '2026-01-11T09:00:00Z', text: 'Cits noslēpums' });
    const agreement = await put(town, 'participation_agreement', {
      ...row,
      agreed_on: '2026-02-01',
      party_ids: [kristine, ilze],
      state: 'ACTIVE',
    });
    await put(town, 'participation_duty', { agreement_id: agreement, place: 2, text: 'Iesniegt izziņas', domain: 'SOCIAL_ASSISTANCE' });
    await put(town, 'participation_duty', {
      agreement_id: agreement,
      place: 1,
      text: 'Apmeklēt kursus',
      domain: 'SOCIAL_WORK',
      due_on: '2026-12-01',
    });
    const visit = await put(town, 'home_visit', { ...row, on_date: '2026-02-03' });
    await put(town, 'home_visit_opinion', { visit_id: visit, employee_id: kristine, findings: 'Kārtīgi' });
    await put(town, 'home_visit_opinion', { visit_id: visit, employee_id: ilze, findings: 'Auksti' });
    request = await put(town, 'service_request', {
      ...row,
      service_type: 'home-care',
      requested_on: '2026-03-01',
      due_on: '2026-04-01',
      state: 'GRANTED',
      outcome: 'GRANT',
      proposed_by: kristine,
      confirmed_by: andris,
      decided_on: '2026-03-20',
      from_date: '2026-04-01',
    });
    await put(town, 'needs_assessment', {
      request_id: request,
      assessed_on: '2026-03-05',
      assessed_by: andris,
      score: 40,
      level: 2,
      findings: 'Palīdzība mājās',
    });
    await put(town, 'survey_answer', { request_id: request, answered_on: '2026-06-01', score: 5, comment: 'Paldies' });
    await put(town, 'delivery', { request_id: request, key: 'k1', on_date: '2026-04-02', units: 2, unit: 'HOUR', recorded_by: 'carer' });
    await put(town, 'referral', {
      ...row,
      organisation_id: newId(),
      service_type: 'psychologist',
      purpose: 'Atbalsts',
      state: 'OFFERED',
      offered_on: '2026-03-02',
    });
    await fact('decision', { decisionId: newId(), number: 'L-000001', benefitType: 'gmi', outcome: 'GRANT', on: '2026-03-15' });
    await fact('placement', { placementId: newId(), facilityId: newId(), kind: 'SHELTER', from: '2025-12-01', endedOn: '2026-01-05' });
    await fact('placement', { placementId: newId(), facilityId: newId(), kind: 'SHELTER', from: '2025-12-01', endedOn: null }, bauska);
  });
  afterAll(() => town?.drop());

  it('tells one story over all domains, newest first, without the contents of a note', async () => {
    const { data } = await town.ask(worker, timeline, { r: [{ __typename: 'Person', id: person }] });
    const { nodes, totalCount } = data._entities[0].timeline;
    expect(nodes.map((n: { at: string; kind: string }) => `${n.at} ${n.kind}`)).toEqual([
      '2026-04-02 DELIVERY',
      '2026-03-20 SERVICE_DECIDED',
      '2026-03-15 BENEFIT_DECIDED',
      '2026-03-02 REFERRED',
      '2026-03-01 SERVICE_REQUESTED',
      '2026-02-03 HOME_VISIT',
      '2026-02-01 AGREEMENT_MADE',
      '2026-01-11 CASE_NOTE',
      '2026-01-11 CASE_NOTE',
      '2026-01-10 CASE_OPENED',
      '2026-01-05 PLACEMENT_ENDED',
      '2025-12-01 PLACEMENT_BEGAN',
      '2024-06-10 CASE_CLOSED',
      '2024-01-10 CASE_OPENED',
    ]);
    expect(totalCount).toBe(nodes.length);
    expect(JSON.stringify(nodes)).not.toMatch(/noslēpums/i);
    expect(nodes[2]).toMatchObject({
      domain: 'BENEFITS',
      title: 'Decision on a benefit L-000001: Guaranteed minimum income benefit, granted',
    });
    expect(nodes[11]).toMatchObject({ domain: 'INSTITUTIONS', title: 'Admitted: shelter' });
  });

  it('keeps the cursor of a timeline right while entries arrive between its pages', async () => {
    const page = async (a: string | null, n = 5) =>
      (await town.ask(worker, timeline, { r: [{ __typename: 'Person', id: person }], n, a })).data._entities[0].timeline;
    const keyOf = (node: { kind: string; objectId: string }) => `${node.kind} ${node.objectId}`;
    const before: string[] = (await page(null, 50)).nodes.map(keyOf);
    const seen: string[] = [];
    const arrived: string[] = [];
    let cursor: string | null = null;
    do {
      const { nodes, pageInfo } = await page(cursor);
      seen.push(...nodes.map(keyOf));
      cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      // newer than everything, and of the very days that the pages end on
      for (const day of ['2026-11-20', '2026-03-01', '2026-01-10'])
        arrived.push(await put(town, 'home_visit', { person_id: person, on_date: day }));
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((key) => before.includes(key))).toEqual(before);
    await town.sql('delete from home_visit where id = any($1)', [arrived]);
  });

  it('takes no cursor that it did not give out, and answers what was asked beside it', async () => {
    const forged = [['x'], ['2026-01-01T00:00:00.000000Z', 'NO_KIND', person], ["2026-01-01' or 1=1 --", 'CASE_NOTE', person]];
    for (const values of forged) {
      const cursor = Buffer.from(JSON.stringify(values)).toString('base64url');
      const { data, errors } = await town.ask(
        worker,
        `query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { good: timeline(first: 1) { nodes { at } } bad: timeline(first: 1, after: "${cursor}") { nodes { at } } } } }`,
        { r: [{ __typename: 'Person', id: person }] },
      );
      expect(data._entities).toEqual([{ good: { nodes: [{ at: '2026-04-02' }] }, bad: null }]);
      expect(errors).toMatchObject([{ path: ['_entities', 0, 'bad'], extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('reads the timelines of one person or of fifty with one statement', async () => {
    const statements = countStatements(town.database.superUrl);
    const ask = async (people: string[]) => {
      await statements.reset();
      await town.ask(worker, timeline.replace('totalCount', ''), { r: people.map((id) => ({ __typename: 'Person', id })), n: 10 });
      return statements.count();
    };
    expect(await ask([person])).toBe(1);
    expect(await ask([person, ...Array.from({ length: 49 }, () => neighbours.person())])).toBe(1);
  });

  it('names who does what, the agreement that counts with its duties in order, and every opinion of one visit', async () => {
    const file = await ofPerson(
      'careTeam { employee { id } role(language: EN) } participationAgreement { state agreedOn duties { text domain dueOn } parties { id } } homeVisits { on opinions { employee { id } findings } } cases { targetGroup notes(first: 1) { totalCount nodes { text author { id } } } }',
    );
    const byId = (a: string, b: string) => (a < b ? -1 : 1);
    expect(file.careTeam).toEqual([
      { employee: { id: kristine }, role: 'Case worker' },
      ...[kristine, ilze].sort(byId).map((id) => ({ employee: { id }, role: 'Party to the participation agreement' })),
      { employee: { id: andris }, role: 'Assessor of needs' },
    ]);
    expect(file.participationAgreement).toEqual({
      state: 'ACTIVE',
      agreedOn: '2026-02-01',
      duties: [
        { text: 'Apmeklēt kursus', domain: 'SOCIAL_WORK', dueOn: '2026-12-01' },
        { text: 'Iesniegt izziņas', domain: 'SOCIAL_ASSISTANCE', dueOn: null },
      ],
      parties: [{ id: kristine }, { id: ilze }],
    });
    expect(file.homeVisits[0].opinions).toHaveLength(2);
    expect(file.cases).toEqual([
      { targetGroup: 'ADULT', notes: { totalCount: 2, nodes: [{ text: 'Cits noslēpums', author: { id: andris } }] } },
      { targetGroup: 'HOMELESS', notes: { totalCount: 0, nodes: [] } },
    ]);
  });

  it('shows a request with its needs, its decision by two persons and the answer to the survey', async () => {
    const query = `query($id: ID!) { serviceRequest(id: $id) { number dueOn state outcome serviceType { code kind minimumBasket } needs { score level findings assessedBy { id } } survey { score comment } proposedBy { id } confirmedBy { id } version } }`;
    expect((await town.ask(worker, query, { id: request })).data.serviceRequest).toEqual({
      number: expect.stringMatching(/^PK-\d{6}$/),
      dueOn: '2026-04-01',
      state: 'GRANTED',
      outcome: 'GRANT',
      serviceType: { code: 'home-care', kind: 'CARE', minimumBasket: null },
      needs: { score: 40, level: 2, findings: 'Palīdzība mājās', assessedBy: { id: andris } },
      survey: { score: 5, comment: 'Paldies' },
      proposedBy: { id: kristine },
      confirmedBy: { id: andris },
      version: 1,
    });
    await expect(town.sql('update service_request set confirmed_by = proposed_by where id = $1', [request])).rejects.toThrow(/four_eyes/);
  });

  it('never has two active agreements', async () => {
    const second = { person_id: person, agreed_on: '2026-05-01', party_ids: [kristine], state: 'ACTIVE' };
    await expect(put(town, 'participation_agreement', second)).rejects.toThrow(/participation_agreement_one_active/);
    const parallel = await Promise.allSettled(
      Array.from({ length: 20 }, () => put(town, 'participation_agreement', { ...second, person_id: kristine })),
    );
    expect(parallel.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is closed to who may not, by field', async () => {
    const answer = await town.ask(
      staff('hr'),
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { cases { id } } } }',
      { r: [{ __typename: 'Person', id: person }] },
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const asPartner = await town.ask(
      partner(newId()),
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { cases { id } timeline { totalCount } } } }',
      { r: [{ __typename: 'Person', id: person }] },
    );
    expect(asPartner.data._entities).toEqual([{ cases: null, timeline: null }]);
    const asRegion = await town.ask(
      regional(),
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { cases { id } } } }',
      { r: [{ __typename: 'Person', id: person }] },
    );
    expect(asRegion.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('lists for the auditor who read the notes in it', async () => {
    const query =
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on AuditTrail { services { totalCount nodes { action } } } } }';
    const r = [{ __typename: 'AuditTrail', personId: person }];
    await town.ask(
      worker,
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { cases { notes { nodes { text } } } } } }',
      {
        r: [{ __typename: 'Person', id: person }],
      },
    );
    const [{ services }] = (await town.ask(staff('auditor'), query, { r })).data._entities;
    expect(services.totalCount).toBeGreaterThan(0);
    expect(new Set(services.nodes.map((entry: { action: string }) => entry.action))).toEqual(new Set(['case.note.read']));
    expect((await town.ask(worker, query, { r })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
