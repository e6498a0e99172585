import { benefitTypes } from '@atbalsts/reference';
import { type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasFormula } from '../src/decision/award.rules.js';
import { benefits } from '../src/index.js';
import { type Answer, Counter, PretendedRegistry, wage } from './support.js';

describe('benefits without a formula', () => {
  const registry = new PretendedRegistry();
  let town: TestSubgraph;
  let counter: Counter;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    counter = new Counter(town, registry);
  });
  afterAll(() => town?.drop());

  it.each(benefitTypes.filter(({ code }) => !hasFormula(code)).map(({ code, meansTested }) => [code, meansTested] as const))(
    '%s can be applied for, granted by its rule and approved',
    async (benefitType, meansTested) => {
      const details = { benefitType, claimedCosts: '20.00' };
      const application = meansTested ? await counter.declared(details) : await counter.apply(details);
      const { decision, problems } = await counter.propose(application, { outcome: 'GRANT' });
      expect(problems).toEqual([]);
      const { amount, monthlyAmount } = decision;
      expect([amount, monthlyAmount].filter((sum) => sum !== null)).toHaveLength(1);
      expect(Number(amount ?? monthlyAmount)).toBeGreaterThan(0);
      const approved = await counter.approve(decision);
      expect(approved.problems).toEqual([]);
      expect(approved.decision.payments.length).toBe(decision.months ?? 1);
    },
  );

  it('have a rule for every benefit and ground that a demo town grants, each marked as assumed', async () => {
    expect(
      await town.sql(`select t.code from benefit_type t cross join (values ('0002000'), ('0025000')) m (code)
        where t.code not in ('gmi', 'housing-allowance', 'emergency-guardianship') and (t.municipality is null or t.municipality = m.code)
          and not exists (select from benefit_rule r where r.benefit_type = t.code and r.legal_ground = 'STANDARD' and r.municipality = m.code)`),
    ).toEqual([]);
    expect(await town.sql('select distinct assumed from benefit_rule')).toEqual([{ assumed: true }]);
    await expect(town.sql("update benefit_rule set fixed_amount = 1 where kind = 'FIXED'")).rejects.toThrow(
      'the figures of a rule version never change',
    );
  });

  it('repay a share of the receipts, all together up to the ceiling of the period', async () => {
    const person = registry.add();
    const health = async (claimedCosts: string, submittedOn: string) =>
      counter.propose(await counter.declared({ benefitType: 'health-care', claimedCosts, submittedOn }, person), { outcome: 'GRANT' });
    expect((await health('100.01', '2025-06-10')).decision).toMatchObject({ amount: '75.01', monthlyAmount: null, from: null });
    expect((await health('833.00', '2025-08-10')).decision.amount).toBe('624.75');
    expect((await health('10.00', '2025-05-01')).decision.amount).toBe('0.24');
    expect((await health('10.00', '2025-09-01')).problems).toMatchObject([
      { code: 'INVALID', field: 'outcome', message: expect.stringContaining('ceiling') },
    ]);
    expect((await health('10.00', '2026-08-10')).decision.amount).toBe('7.50');
  });

  it('need receipts where they repay them, and no period where they are paid once', async () => {
    const bare = await counter.apply({ benefitType: 'crisis' });
    expect((await counter.propose(bare, { outcome: 'GRANT' })).problems).toMatchObject([{ code: 'INVALID', field: 'applicationId' }]);
    const funeral = await counter.apply({ benefitType: 'funeral' });
    const problemsOf = async (input: object) =>
      (await counter.propose(funeral, { outcome: 'GRANT', ...input })).problems.map((p: Answer) => `${p.code} ${p.field}`);
    expect(await problemsOf({ months: 2 })).toEqual(['INVALID months']);
    expect(await problemsOf({ from: '2025-07-01' })).toEqual(['INVALID from']);
  });

  it('rest on a status that the household holds already, and end with it', async () => {
    const person = registry.add();
    const meals = (submittedOn: string) => counter.apply({ benefitType: 'child-meals', claimedCosts: '60.00', submittedOn }, person);
    expect((await counter.propose(await meals('2025-06-12'), { outcome: 'GRANT' })).problems).toMatchObject([{ code: 'WRONG_STATE' }]);
    await counter.approve(await counter.proposed({}, person));
    const within = await meals('2025-07-08');
    expect((await counter.propose(within, { outcome: 'GRANT', from: '2025-10-01' })).problems).toMatchObject([
      { code: 'INVALID', field: 'from' },
    ]);
    expect((await counter.propose(within, { outcome: 'GRANT', months: 3 })).problems).toMatchObject([{ code: 'INVALID', field: 'months' }]);
    const { decision } = await counter.propose(within, { outcome: 'GRANT' });
    expect(decision).toMatchObject({ monthlyAmount: '60.00', from: '2025-08-01', until: '2025-10-01', months: 2 });
    expect(await town.sql('select household_status, status_from from decision where id = $1', [decision.id])).toEqual([
      { household_status: null, status_from: null },
    ]);
  });

  it('begin a status where the means were declared with them', async () => {
    const applied = await counter.apply({ benefitType: 'health-care', claimedCosts: '40.00' });
    const low = await counter.declare(applied, { incomes: [wage(applied.person.id, '500.00', '500.00', '500.00')] });
    const { decision } = await counter.propose(low.application, { outcome: 'GRANT' });
    expect(decision.amount).toBe('30.00');
    expect(
      await town.sql('select household_status, status_from::text, status_until::text from decision where id = $1', [decision.id]),
    ).toEqual([{ household_status: 'LOW_INCOME', status_from: '2025-07-01', status_until: '2025-10-01' }]);
    const rich = await counter.apply({ benefitType: 'health-care', claimedCosts: '40.00' });
    const none = await counter.declare(rich, { incomes: [wage(rich.person.id, '604.01', '604.01', '604.01')] });
    expect((await counter.propose(none.application, { outcome: 'GRANT' })).problems).toMatchObject([
      { code: 'INVALID', field: 'outcome', message: expect.stringContaining('neither needy nor low-income') },
    ]);
  });

  it('give Ukrainian civilians the whole GMI sum of the household outside the means test', async () => {
    const mother = registry.add({ residence: null, circumstances: ['UKRAINIAN_CIVILIAN'] });
    registry.add({ household: mother.household, age: 5 });
    const application = await counter.apply({ legalGround: 'UKRAINE_SUPPORT', submittedOn: '2022-04-05' }, mother);
    expect((await counter.declare(application, { incomes: [] })).problems).toMatchObject([{ code: 'INVALID', field: 'applicationId' }]);
    const { decision } = await counter.propose(application, { outcome: 'GRANT', months: 2 });
    expect(decision).toMatchObject({ monthlyAmount: '185.00', months: 2 });
    expect(await town.sql('select count(*)::int as n from decision_person where decision_id = $1', [decision.id])).toEqual([{ n: 2 }]);
  });

  it('are refused with RULE_MISSING on a day without a rule', async () => {
    const early = await counter.apply({ benefitType: 'funeral', submittedOn: '2019-12-31' });
    expect((await counter.propose(early, { outcome: 'GRANT' })).problems).toMatchObject([
      { code: 'RULE_MISSING', message: expect.stringMatching(/funeral.*2019-12-31/), messageLv: expect.stringContaining('31.12.2019.') },
    ]);
    const ukraine = registry.add({ circumstances: ['UKRAINIAN_CIVILIAN'] });
    const unknown = await counter.apply({ benefitType: 'funeral', legalGround: 'UKRAINE_SUPPORT' }, ukraine);
    expect((await counter.propose(unknown, { outcome: 'GRANT' })).problems).toMatchObject([{ code: 'RULE_MISSING' }]);
  });
});
