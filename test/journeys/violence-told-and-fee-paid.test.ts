import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoDay, type Federation, federation } from '../support/federation.js';
import { Town } from './town.js';

describe('violence is told of, and a fee is paid', () => {
  let graph: Federation;
  let town: Town;
  let woman: string;
  beforeAll(async () => {
    graph = await federation();
    town = new Town(graph);
  }, 240_000);
  afterAll(() => graph?.stop());

  let report: { id: string; version: number };
  const told = {
    key: 'zvans-112',
    reporter: 'NEIGHBOUR',
    victim: 'ADULT',
    victimDescribed: 'Sieviete trešajā stāvā, vārds nav zināms',
    kinds: ['UNKNOWN'],
    receivedOn: demoDay,
    account: 'Kliedzieni un lūgumi pēc palīdzības',
    danger: true,
  };

  it('a neighbour calls: it is recorded at once, though nobody knows yet who she is', async () => {
    const gives = 'number dueOn violenceReport { id version person { id } }';
    const { number, dueOn, violenceReport } = await town.does('social-worker', 'reportViolence', told, gives);
    expect(number).toMatch(/^V-\d{6}$/);
    expect(dueOn).toBe(demoDay);
    expect(violenceReport.person).toBeNull();
    expect(await town.refusal('social-worker', 'reportViolence', { ...told, account: 'Kas cits' })).toBe('INVALID');
    expect(await town.forbidden('finance', 'reportViolence', told)).toBe('FORBIDDEN');
    report = violenceReport;
    const { unexaminedViolenceReports } = await town.sees('social-worker', '{ unexaminedViolenceReports(first: 50) { nodes { id } } }');
    expect(unexaminedViolenceReports.nodes).toContainEqual({ id: report.id });
  });

  it('it is examined the same day: she has a name now, and a bed in the crisis centre', async () => {
    woman = await town.registers('social-worker', 41, {
      givenName: 'Zenta',
      familyName: 'Klusupe',
      birthDate: '1988-03-09',
      sex: 'FEMALE',
    });
    const found = {
      reportId: report.id,
      version: report.version,
      on: demoDay,
      outcome: 'CONFIRMED',
      findings: 'Draudi turpinās',
      personId: woman,
    };
    const { violenceReport } = await town.does('social-worker', 'examineViolence', found, 'violenceReport { late examinedOn version }');
    expect(violenceReport).toMatchObject({ late: false, examinedOn: demoDay });
    expect(await town.refusal('social-worker-2', 'examineViolence', { ...found, version: violenceReport.version })).toBe('WRONG_STATE');

    const { vacancies } = await town.sees('social-worker', '{ vacancies(kind: CRISIS_CENTRE) { facility { id } } }');
    const bed = {
      personId: woman,
      facilityId: vacancies[0].facility.id,
      from: demoDay,
      funding: 'MUNICIPAL',
      emergency: 'Draudi dzīvībai',
    };
    const { placement } = await town.does('social-worker', 'admit', bed, 'placement { id }');
    const case_ = {
      personId: woman,
      targetGroup: 'VIOLENCE',
      risk: 'HIGH_RISK',
      responsibleId: await town.employee('social-worker'),
      openedOn: demoDay,
      goals: [{ text: 'Droša dzīve' }],
    };
    const { socialCase } = await town.does('social-worker', 'openCase', case_, 'socialCase { id }');
    const follow = (kind: string, rest: object) => ({ reportId: report.id, kind, on: demoDay, ...rest });
    await town.does('social-worker', 'addViolenceFollowUp', follow('CASE', { objectId: socialCase.id }));
    await town.does('social-worker', 'addViolenceFollowUp', follow('PLACEMENT', { objectId: placement.id }));
    await town.does('social-worker', 'addViolenceFollowUp', follow('POLICE', { note: 'Lēmums par nošķiršanu' }));
    expect(await town.refusal('social-worker', 'addViolenceFollowUp', follow('PLACEMENT', { objectId: woman }))).toBe('NOT_FOUND');
    const query = 'query($id: ID!) { violenceReport(id: $id) { person { givenName } examinedBy { name } followUps { kind } } }';
    const { violenceReport: whole } = await town.sees('director', query, { id: report.id });
    expect(whole.person.givenName).toBe('Zenta');
    expect(whole.examinedBy.name).toBe('Kristīne Vējlauka');
    expect(whole.followUps.map(({ kind }: { kind: string }) => kind)).toEqual(['CASE', 'PLACEMENT', 'POLICE']);
  });

  it('the other town and the other half of the office see nothing of it', async () => {
    const query = 'query($id: ID!) { violenceReport(id: $id) { number } }';
    expect(await town.sees('social-worker-bauska', query, { id: report.id })).toEqual({ violenceReport: null });
    const { errors } = await graph.ask('assistance-organiser', query, { id: report.id });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('home care is granted, delivered, invoiced once and paid in two parts', async () => {
    const client = await town.registers('social-worker', 42, {
      givenName: 'Arvīds',
      familyName: 'Lejnieks',
      birthDate: '1941-02-03',
      sex: 'MALE',
    });
    const gives = 'serviceRequest { id version state }';
    const asked = { personId: client, serviceType: 'home-care', requestedOn: '2026-10-01' };
    const { serviceRequest: request } = await town.does('social-worker', 'requestService', asked, gives);
    const card = {
      requestId: request.id,
      version: request.version,
      on: '2026-10-02',
      score: 9,
      level: 2,
      findings: 'Vajag palīdzību mājās',
    };
    const { serviceRequest: assessed } = await town.does('social-worker', 'assessNeeds', card, gives);
    const decide = { requestId: request.id, outcome: 'GRANT', from: '2026-10-05' };
    const { serviceRequest: proposed } = await town.does('social-worker', 'decideService', { ...decide, version: assessed.version }, gives);
    await town.does('social-worker-2', 'decideService', { ...decide, version: proposed.version }, gives);
    for (const day of ['07', '14', '21'])
      await town.does('social-worker', 'recordDelivery', {
        key: `aprupe-${day}`,
        requestId: request.id,
        on: `2026-10-${day}`,
        units: 3.5,
        unit: 'HOUR',
      });

    const month = { serviceType: 'home-care', month: '2026-10-01' };
    const before = await town.does('finance', 'issueInvoices', month, 'issued unassessed { id }');
    expect(before.unassessed).toContainEqual({ id: client });
    const income = { personId: client, serviceType: 'home-care', from: '2026-10-05', monthlyIncome: '520.00', evidence: 'VSAA izziņa' };
    await town.does('social-worker', 'assessFee', income);
    const answers = await town.atOnce(
      20,
      () => 'finance',
      'issueInvoices',
      () => month,
      'issued',
    );
    expect(answers.reduce((sum, { issued }) => sum + issued, 0)).toBe(1);

    const invoices = 'query($p: ID!) { invoices(filter: { personId: $p }) { nodes { units amount paid owed } } }';
    const seen = async () => (await town.sees('finance', invoices, { p: client })).invoices.nodes;
    expect(await seen()).toEqual([{ units: 10.5, amount: '36.23', paid: '0.00', owed: '36.23' }]);
    const receipt = { key: 'banka-1', personId: client, serviceType: 'home-care', receivedOn: demoDay, amount: '20.00' };
    await town.atOnce(
      20,
      () => 'finance',
      'recordReceipt',
      () => receipt,
    );
    expect(await seen()).toMatchObject([{ paid: '20.00', owed: '16.23' }]);
    await town.does('finance', 'recordReceipt', { ...receipt, key: 'banka-2', amount: '17.00' });
    const account = 'query($p: ID!) { feeAccount(personId: $p, serviceType: "home-care") { invoiced paid owed credit } }';
    const { feeAccount } = await town.sees('finance', account, { p: client });
    expect(feeAccount).toEqual({ invoiced: '36.23', paid: '36.23', owed: '0.00', credit: '0.77' });
  });
});
