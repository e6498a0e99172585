import { newId } from '@atbalsts/database';
import { staff, type TestSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bauska, daugavpils, Neighbours, put, townWith } from './town.js';

const issue = `mutation($i: IssueInvoicesInput!) { issueInvoices(input: $i) { issued amount known unassessed { id } problems { code field } } }`;
const assess = `mutation($i: AssessFeeInput!) { assessFee(input: $i) { feeAssessment { id monthlyIncome } problems { code field } } }`;
const receive = `mutation($i: RecordReceiptInput!) { recordReceipt(input: $i) { receipt { id amount } problems { code field } } }`;
const revise = `mutation($i: ReviseInvoiceInput!) { reviseInvoice(input: $i) { invoice { amount units version } problems { code field } } }`;
const invoices = `query($p: ID!) { invoices(filter: { personId: $p }) { totalCount nodes { id month units unitPrice share income amount paid owed dueOn version serviceType { code } } } }`;
const account = `query($p: ID!) { feeAccount(personId: $p, serviceType: "home-care") { invoiced paid owed credit } }`;
const arrears = `query($on: Date, $n: Int = 50, $a: String) { feeArrears(on: $on, first: $n, after: $a) { totalCount nodes { person { id } amount since serviceType { code } } pageInfo { hasNextPage endCursor } } }`;

describe('the fee of a service', () => {
  const neighbours = new Neighbours();
  const worker = staff('social-worker');
  const finance = staff('finance');
  let town: TestSubgraph;
  let keys = 0;

  /** A client with granted home care, and hours delivered in months. */
  const client = async (hours: Record<string, number>, income: string | null, municipality = daugavpils): Promise<string> => {
    const person = neighbours.person(municipality);
    const request = await put(town, 'service_request', {
      municipality,
      person_id: person,
      service_type: 'home-care',
      requested_on: '2026-01-02',
      due_on: '2026-02-02',
      state: 'GRANTED',
      outcome: 'GRANT',
      proposed_by: newId(),
      confirmed_by: newId(),
      decided_on: '2026-01-10',
      from_date: '2026-01-10',
    });
    for (const [day, units] of Object.entries(hours))
      await put(town, 'delivery', { municipality, request_id: request, key: newId(), on_date: day, units, unit: 'HOUR', recorded_by: 'x' });
    if (income) {
      const i = { personId: person, serviceType: 'home-care', from: '2026-01-10', monthlyIncome: income, evidence: 'VSAA izziņa' };
      const { data } = await town.ask(staff('social-worker', { municipality }), assess, { i });
      expect(data.assessFee.problems).toEqual([]);
    }
    return person;
  };
  const issuing = async (month: string, who = finance) =>
    (await town.ask(who, issue, { i: { serviceType: 'home-care', month } })).data.issueInvoices;
  const receiving = async (person: string, amount: string, change: object = {}) =>
    (
      await town.ask(finance, receive, {
        i: { key: `b-${++keys}`, personId: person, serviceType: 'home-care', receivedOn: '2026-11-20', amount, ...change },
      })
    ).data.recordReceipt;
  const invoicesOf = async (person: string) => (await town.ask(finance, invoices, { p: person })).data.invoices.nodes;
  const accountOf = async (person: string) => (await town.ask(finance, account, { p: person })).data.feeAccount;

  beforeAll(async () => {
    town = await townWith(neighbours);
  });
  afterAll(() => town?.drop());

  it('is invoiced from what was delivered in the month, by the income: once for a client, though twenty ask at once', async () => {
    const half = await client({ '2026-03-02': 10, '2026-03-31': 2.5, '2026-04-01': 1 }, '500.00');
    const free = await client({ '2026-03-05': 20 }, '300.00');
    const unknown = await client({ '2026-03-05': 4 }, null);
    const rich = await client({ '2026-03-05': 40 }, '2000.00');
    const answers = await Promise.all(Array.from({ length: 20 }, () => issuing('2026-03-01')));
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    expect(answers.reduce((sum, { issued }) => sum + issued, 0)).toBe(3);
    for (const { issued, known, unassessed } of answers) {
      expect(issued + known).toBe(3);
      expect(unassessed).toEqual([{ id: unknown }]);
    }
    expect(await invoicesOf(half)).toEqual([
      {
        id: expect.any(String),
        month: '2026-03-01',
        units: 12.5,
        unitPrice: '6.90',
        share: 500,
        income: '500.00',
        amount: '43.13',
        paid: '0.00',
        owed: '43.13',
        dueOn: '2026-12-12',
        version: 1,
        serviceType: { code: 'home-care' },
      },
    ]);
    expect(await invoicesOf(free)).toMatchObject([{ share: 0, amount: '0.00', owed: '0.00' }]);
    expect(await invoicesOf(rich)).toMatchObject([{ share: 1000, amount: '150.00' }]);
    expect(await invoicesOf(unknown)).toEqual([]);
  });

  it('is of a month that is over, and of a rule that is known; a quote costs nothing', async () => {
    expect((await issuing('2026-11-01')).problems).toEqual([{ code: 'INVALID', field: 'month' }]);
    expect((await issuing('2026-03-02')).problems).toMatchObject([{ code: 'INVALID', field: 'month' }]);
    expect((await issuing('2019-12-01')).problems).toEqual([{ code: 'RULE_MISSING', field: 'serviceType' }]);
    const quote = `query($on: Date!, $m: Euro!) { feeQuote(serviceType: "home-care", on: $on, monthlyIncome: $m, units: 10) feeRules { assumed serviceType { code } bands { upTo share } } }`;
    const { data } = await town.ask(worker, quote, { on: '2023-12-31', m: '600.00' });
    expect(data.feeQuote).toBe('41.25');
    expect(data.feeRules).toHaveLength(4);
    expect(data.feeRules.every(({ assumed }: { assumed: boolean }) => assumed)).toBe(true);
    expect((await town.ask(worker, quote, { on: '2019-12-31', m: '600.00' })).data.feeQuote).toBeNull();
  });

  it('is paid the oldest first: partly, fully, and too much stands to the credit; nothing is lost by a cent', async () => {
    const person = await client({ '2026-05-04': 10, '2026-06-04': 10 }, '800.00');
    await issuing('2026-05-01');
    await issuing('2026-06-01');
    expect(await accountOf(person)).toEqual({ invoiced: '138.00', paid: '0.00', owed: '138.00', credit: '0.00' });
    await receiving(person, '70.01');
    const shown = (await invoicesOf(person)).map(({ month, paid, owed }: Record<string, string>) => [month, paid, owed]);
    expect(shown).toEqual([
      ['2026-06-01', '1.01', '67.99'],
      ['2026-05-01', '69.00', '0.00'],
    ]);
    await receiving(person, '100.00');
    expect(await accountOf(person)).toEqual({ invoiced: '138.00', paid: '138.00', owed: '0.00', credit: '32.01' });
  });

  it('is received once for its key, though it is sent twenty times at once, and of who has an invoice', async () => {
    const person = await client({ '2026-07-04': 10 }, '800.00');
    await issuing('2026-07-01');
    const answers = await Promise.all(Array.from({ length: 20 }, () => receiving(person, '5.00', { key: 'bank-1' })));
    expect(new Set(answers.map(({ receipt }) => receipt.id)).size).toBe(1);
    expect((await accountOf(person)).paid).toBe('5.00');
    expect((await receiving(person, '6.00', { key: 'bank-1' })).problems).toEqual([{ code: 'INVALID', field: 'key' }]);
    expect((await receiving(neighbours.person(), '6.00')).problems).toEqual([{ code: 'NOT_FOUND', field: 'personId' }]);
    expect((await receiving('nobody', '6.00')).problems).toEqual([{ code: 'NOT_FOUND', field: 'personId' }]);
    expect((await receiving(person, '6.00', { receivedOn: '2026-11-23' })).problems).toEqual([{ code: 'INVALID', field: 'receivedOn' }]);
    await expect(town.database.database.orm.em.fork().execute('delete from receipt')).rejects.toThrow(/permission denied/);
  });

  it('is worked out anew when something of its month came late', async () => {
    const person = await client({ '2026-08-04': 10 }, '800.00');
    await issuing('2026-08-01');
    const [invoice] = await invoicesOf(person);
    await town.sql('update delivery set units = 4 where request_id in (select id from service_request where person_id = $1)', [person]);
    await receiving(person, '69.00');
    const i = { invoiceId: invoice.id, version: 1 };
    const both = await Promise.all([town.ask(finance, revise, { i }), town.ask(finance, revise, { i })]);
    expect(both.map(({ data }) => data.reviseInvoice.problems[0]?.code ?? null).sort()).toEqual(['STALE', null]);
    expect(await accountOf(person)).toEqual({ invoiced: '27.60', paid: '27.60', owed: '0.00', credit: '41.40' });
  });

  it('is in arrears when the day has passed: the longest first, page by page', async () => {
    const [first, second] = [await client({ '2026-09-04': 10 }, '800.00'), await client({ '2026-09-04': 10 }, '800.00')];
    await issuing('2026-09-01');
    await town.sql(`update invoice set issued_on = '2026-10-01', due_on = '2026-10-21' where person_id = $1`, [first]);
    await town.sql(`update invoice set issued_on = '2026-10-02', due_on = '2026-10-22' where person_id = $1`, [second]);
    await receiving(second, '9.00');
    const on = '2026-11-22';
    const whole = (await town.ask(finance, arrears, { on })).data.feeArrears;
    expect(whole.totalCount).toBe(2);
    expect(whole.nodes).toEqual([
      { person: { id: first }, amount: '69.00', since: '2026-10-21', serviceType: { code: 'home-care' } },
      { person: { id: second }, amount: '60.00', since: '2026-10-22', serviceType: { code: 'home-care' } },
    ]);
    const one = (await town.ask(finance, arrears, { on, n: 1 })).data.feeArrears;
    const two = (await town.ask(finance, arrears, { on, n: 1, a: one.pageInfo.endCursor })).data.feeArrears;
    expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage, two.nodes[0].person.id]).toEqual([true, false, second]);
    expect((await town.ask(finance, arrears, { on: '2026-10-21' })).data.feeArrears.nodes).toEqual([]);
  });

  it('rests on an income that is found once for a day', async () => {
    const person = await client({}, '800.00');
    const i = { personId: person, serviceType: 'home-care', from: '2026-01-10', monthlyIncome: '900.00', evidence: 'VSAA izziņa' };
    expect((await town.ask(worker, assess, { i })).data.assessFee.problems).toEqual([{ code: 'DUPLICATE', field: 'from' }]);
    expect((await town.ask(worker, assess, { i: { ...i, monthlyIncome: '800.00' } })).data.assessFee.problems).toEqual([]);
    expect((await town.ask(worker, assess, { i: { ...i, serviceType: 'nothing' } })).data.assessFee.problems).toEqual([
      { code: 'NOT_FOUND', field: 'serviceType' },
    ]);
    expect((await town.ask(worker, assess, { i: { ...i, personId: neighbours.person(bauska) } })).data.assessFee.problems).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect((await town.ask(worker, assess, { i: { ...i, monthlyIncome: '-1.00' } })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('is for the own town, and for who may', async () => {
    const theirs = await client({ '2026-10-04': 10 }, '800.00', bauska);
    expect((await issuing('2026-10-01')).issued).toBe(0);
    expect((await issuing('2026-10-01', staff('finance', { municipality: bauska }))).issued).toBe(1);
    expect(await invoicesOf(theirs)).toEqual([]);
    expect((await accountOf(theirs)).invoiced).toBe('0.00');
    const { data } = await town.ask(staff('finance', { municipality: bauska }), invoices, { p: theirs });
    const other = { i: { invoiceId: data.invoices.nodes[0].id, version: 1 } };
    expect((await town.ask(finance, revise, other)).data.reviseInvoice.problems).toEqual([{ code: 'NOT_FOUND', field: 'invoiceId' }]);
    expect((await town.ask(worker, issue, { i: { serviceType: 'home-care', month: '2026-10-01' } })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    for (const role of ['carer', 'hr', 'facility-manager'] as const)
      expect((await town.ask(staff(role), arrears)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
