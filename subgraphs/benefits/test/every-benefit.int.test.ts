import { benefitTypes } from '@atbalsts/reference';
import { type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';
import { Counter, officers, PretendedRegistry, wage } from './support.js';

/** What each benefit comes to for one person with wages of 60 euro, receipts of 100 euro and housing costs of 120 euro, applied for in October 2026. */
const amounts: Readonly<Record<string, string>> = {
  gmi: '127.00',
  'housing-allowance': '120.00',
  'health-care': '75.00',
  funeral: '250.00',
  childbirth: '300.00',
  anniversary: '50.00',
  trustee: '120.00',
  'politically-repressed': '70.00',
  'school-supplies': '50.00',
  'identity-document': '50.00',
  bathhouse: '20.00',
};
const others = '100.00';

describe('every benefit of the 2022 results and every guarantee for orphans', () => {
  const registry = new PretendedRegistry();
  const due = new Map<string, string>();
  let town: TestSubgraph;
  let counter: Counter;

  beforeAll(async () => {
    town = await testSubgraph(benefits, registry.domains);
    counter = new Counter(town, registry);
  });
  afterAll(() => town?.drop());

  it('is in the catalogue: 16 benefits and 11 guarantees', async () => {
    expect(benefitTypes.filter(({ orphanGuarantee }) => !orphanGuarantee)).toHaveLength(16);
    expect(benefitTypes.filter(({ orphanGuarantee }) => orphanGuarantee)).toHaveLength(11);
    const { data } = await town.ask(
      officers.organiser,
      '{ benefitTypes(municipality: "0002000", on: "2026-10-12") { code legalBasis meansTested } }',
    );
    const codes = data.benefitTypes.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(benefitTypes.map(({ code }) => code)));
    for (const { legalBasis } of data.benefitTypes) expect(legalBasis.length).toBeGreaterThan(5);
  });

  it.each(benefitTypes.map(({ code, meansTested }) => [code, meansTested] as const))(
    '%s is applied for, decided by two, and due (means tested: %s)',
    async (benefitType, meansTested) => {
      const person = registry.add();
      let application: { id: string; version: number } = await counter.apply(
        { benefitType, submittedOn: '2026-10-12', claimedCosts: '100.00' },
        person,
      );
      if (meansTested) {
        const declared = await counter.declare(application, {
          incomes: [wage(person.id, '50.00', '60.00', '70.00')],
          housingCosts: '120.00',
        });
        expect(declared.problems).toEqual([]);
        application = declared.application;
      } else {
        expect((await counter.declare(application, { incomes: [] })).problems).toMatchObject([{ code: 'INVALID', field: 'applicationId' }]);
      }
      const { decision: proposal, problems } = await counter.propose(application, { outcome: 'GRANT' });
      expect(problems).toEqual([]);
      expect((await counter.approve(proposal, officers.organiser).catch(() => null))?.decision ?? null).toBeNull();
      const { decision } = await counter.approve(proposal);
      expect(decision).toMatchObject({ state: 'APPROVED', outcome: 'GRANT' });
      const [first] = decision.payments;
      expect(first).toEqual({ month: '2026-11-01', amount: amounts[benefitType] ?? others, state: 'DUE', batch: null });
      due.set(benefitType, first.amount);
    },
  );

  it('comes into the batch of the month, to the cent', async () => {
    const cents = [...due.values()].reduce((sum, amount) => sum + Number(amount.replace('.', '')), 0);
    const { added, batch } = await counter.prepare('2026-11-01');
    expect({ added, total: batch.total }).toEqual({ added: benefitTypes.length, total: (cents / 100).toFixed(2) });
    expect(await counter.prepare('2026-11-01')).toMatchObject({ added: 0, batch: null });
  });

  it('can be refused too, with reasons', async () => {
    for (const { code } of benefitTypes) {
      const application = await counter.apply({ benefitType: code, submittedOn: '2026-10-12', claimedCosts: '100.00' });
      expect((await counter.propose(application, { outcome: 'REFUSE' })).problems).toMatchObject([{ code: 'INVALID', field: 'reasons' }]);
      const { decision } = await counter.propose(application, { outcome: 'REFUSE', reasons: 'Nav pamata.' });
      expect((await counter.approve(decision)).decision).toMatchObject({ state: 'APPROVED', outcome: 'REFUSE', payments: [] });
    }
  });
});
