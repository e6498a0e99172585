import { newId } from '@atbalsts/database';
import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, Neighbours, townWith } from './town.js';

const conclude = `mutation($i: ConcludeAssistantContractInput!) { concludeAssistantContract(input: $i) { assistantContract { id number version person { id } assistant { id } until endReason } problems { code field } } }`;
const end = `mutation($i: EndAssistantContractInput!) { endAssistantContract(input: $i) { assistantContract { until endReason version } problems { code field } } }`;
const submit = `mutation($i: SubmitAssistantReportInput!) { submitAssistantReport(input: $i) { assistantReport { id hours grantedHours excessReason state version contract { id } } problems { code field } } }`;
const decide = `mutation($i: DecideAssistantReportInput!) { decideAssistantReport(input: $i) { assistantReport { state returnReason decidedBy { id } version } problems { code field } } }`;
const contracts = `query($f: AssistantContractFilter) { assistantContracts(filter: $f) { totalCount nodes { id reports { totalCount nodes { month state } } } } }`;
const reports = `query($f: AssistantReportFilter, $n: Int = 20, $a: String) { assistantReports(filter: $f, first: $n, after: $a) { totalCount nodes { id month } pageInfo { hasNextPage endCursor } } }`;

describe('the service of an assistant', () => {
  const neighbours = new Neighbours();
  const worker = staff('social-worker', { employee: neighbours.employee(), subject: 'one' });
  const other = staff('social-worker', { employee: neighbours.employee(), subject: 'two' });
  let town: TestSubgraph;

  const asking = async (name: string, query: string, i: object, who = worker) => (await town.ask(who, query, { i })).data[name];
  const concluding = (change: object = {}, who = worker) =>
    asking(
      'concludeAssistantContract',
      conclude,
      {
        personId: neighbours.person(),
        assistantId: neighbours.person(),
        monthlyHours: 40,
        concludedOn: '2026-01-05',
        from: '2026-01-10',
        ...change,
      },
      who,
    );
  const submitting = (contractId: string, month: string, hours: number, change: object = {}, who = worker) =>
    asking('submitAssistantReport', submit, { contractId, month, hours, ...change }, who);
  const deciding = (i: object, who = other) => asking('decideAssistantReport', decide, i, who);

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('rests on a contract of two persons of the town, one at a time: of twenty at once one is concluded', async () => {
    const two = { personId: neighbours.person(), assistantId: neighbours.person() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => concluding(two)));
    expect(answers.filter(({ assistantContract }) => assistantContract)).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems[0]?.code === 'OVERLAP')).toHaveLength(19);
    expect((await concluding({ personId: neighbours.person(bauska), assistantId: newId() })).problems).toEqual([
      { code: 'NOT_FOUND', field: 'personId' },
      { code: 'NOT_FOUND', field: 'assistantId' },
    ]);
    expect((await concluding({ monthlyHours: 0 })).problems).toEqual([{ code: 'INVALID', field: 'monthlyHours' }]);
  });

  it('ends before its time with a reason, and may begin anew from that day', async () => {
    const two = { personId: neighbours.person(), assistantId: neighbours.person() };
    const { assistantContract } = await concluding(two);
    const i = { contractId: assistantContract.id, version: 1, on: '2026-06-01', reason: 'Asistents pārcēlies' };
    expect((await asking('endAssistantContract', end, i)).assistantContract).toEqual({
      until: '2026-06-01',
      endReason: 'Asistents pārcēlies',
      version: 2,
    });
    expect((await asking('endAssistantContract', end, i)).problems).toEqual([{ code: 'STALE', field: 'version' }]);
    expect((await concluding({ ...two, concludedOn: '2026-05-30', from: '2026-05-31' })).problems).toMatchObject([{ code: 'OVERLAP' }]);
    expect((await concluding({ ...two, concludedOn: '2026-05-30', from: '2026-06-01' })).problems).toEqual([]);
  });

  it('is reported once a month, within the granted hours or with a reason', async () => {
    const { assistantContract: contract } = await concluding();
    const answers = await Promise.all(Array.from({ length: 20 }, () => submitting(contract.id, '2026-02-01', 38.5)));
    expect(new Set(answers.map(({ assistantReport }) => assistantReport.id)).size).toBe(1);
    expect(answers[0].assistantReport).toMatchObject({ hours: 38.5, grantedHours: 40, state: 'SUBMITTED', contract: { id: contract.id } });
    expect((await submitting(contract.id, '2026-02-01', 39)).problems).toEqual([{ code: 'DUPLICATE', field: 'month' }]);
    expect((await submitting(contract.id, '2026-03-01', 40.01)).problems).toEqual([{ code: 'INVALID', field: 'excessReason' }]);
    expect((await submitting(contract.id, '2026-03-01', 44, { excessReason: 'Slimnīca' })).assistantReport).toMatchObject({
      excessReason: 'Slimnīca',
    });
    expect((await submitting(contract.id, '2026-12-01', 4)).problems).toEqual([{ code: 'INVALID', field: 'month' }]);
    expect((await submitting(newId(), '2026-02-01', 4)).problems).toEqual([{ code: 'NOT_FOUND', field: 'contractId' }]);
    await expect(
      town.sql('update assistant_report set hours = 41 where contract_id = $1 and excess_reason is null', [contract.id]),
    ).rejects.toThrow(/assistant_report_within_granted/);
  });

  it('is approved by another, or returned and submitted anew', async () => {
    const { assistantContract: contract } = await concluding();
    const { assistantReport: report } = await submitting(contract.id, '2026-02-01', 40);
    const i = { reportId: report.id, version: 1, approve: true };
    expect((await deciding(i, worker)).problems).toEqual([{ code: 'FOUR_EYES', field: 'reportId' }]);
    expect((await deciding({ ...i, approve: false })).problems).toEqual([{ code: 'INVALID', field: 'reason' }]);
    const returned = await deciding({ ...i, approve: false, reason: 'Trūkst paraksta' });
    expect(returned.assistantReport).toEqual({
      state: 'RETURNED',
      returnReason: 'Trūkst paraksta',
      decidedBy: { id: other.employee },
      version: 2,
    });
    const again = await submitting(contract.id, '2026-02-01', 30);
    expect(again.assistantReport).toMatchObject({ id: report.id, state: 'SUBMITTED', hours: 30, version: 3 });
    const both = await Promise.all([deciding({ ...i, version: 3 }), deciding({ ...i, version: 3 })]);
    expect(both.map(({ problems }) => problems[0]?.code ?? null).sort()).toEqual(['STALE', null]);
    expect((await deciding({ ...i, version: 4 })).problems).toEqual([{ code: 'WRONG_STATE', field: 'reportId' }]);
  });

  it('is listed by person, assistant, day, month and state; with reports in a constant number of statements', async () => {
    const { assistantContract: contract } = await concluding();
    for (const month of ['2026-02-01', '2026-03-01', '2026-04-01']) await submitting(contract.id, month, 40);
    const list = async (f: object, who = worker) => (await town.ask(who, contracts, { f })).data.assistantContracts;
    const mine = await list({ personId: contract.person.id });
    expect(mine.totalCount).toBe(1);
    expect(mine.nodes[0].reports.totalCount).toBe(3);
    expect(mine.nodes[0].reports.nodes[0]).toEqual({ month: '2026-04-01', state: 'SUBMITTED' });
    expect((await list({ assistantId: contract.assistant.id, on: '2026-01-09' })).totalCount).toBe(0);
    expect((await list({}, staff('social-worker', { municipality: bauska }))).totalCount).toBe(0);
    const page = async (n: number, a: string | null) =>
      (await town.ask(worker, reports, { f: { contractId: contract.id, state: 'SUBMITTED' }, n, a })).data.assistantReports;
    const first = await page(2, null);
    const second = await page(2, first.pageInfo.endCursor);
    expect([...first.nodes, ...second.nodes].map(({ month }: { month: string }) => month)).toEqual([
      '2026-04-01',
      '2026-03-01',
      '2026-02-01',
    ]);
    expect(first.totalCount).toBe(3);
    expect((await town.ask(worker, reports, { f: { month: '2026-03-01', contractId: 'none' } })).data.assistantReports.totalCount).toBe(0);
    const query = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { timeline { nodes { kind title } } } } }';
    const { data } = await town.ask(worker, query, { r: [{ __typename: 'Person', id: contract.person.id }] });
    expect(data._entities[0].timeline.nodes).toEqual([
      { kind: 'ASSISTANT_CONTRACTED', title: `Noslēgts asistenta līgums ${contract.number}` },
    ]);
  });

  it('is for who may', async () => {
    const i = { contractId: newId(), month: '2026-02-01', hours: 1 };
    expect((await town.ask(staff('finance'), submit, { i })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const decision = { reportId: newId(), version: 1, approve: true };
    expect((await town.ask(staff('assistance-organiser'), decide, { i: decision })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect((await town.ask(staff('carer'), contracts)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await deciding(decision)).problems).toEqual([{ code: 'NOT_FOUND', field: 'reportId' }]);
  });
});
