import { bauska, countStatements, daugavpils, partner, regional, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benefits } from '../src/index.js';

const assess =
  'query($i: MeansInput!) { assessMeans(input: $i) { status income gmiBenefit housingAllowance steps { code label(language: EN) amount formula citation english: citation(language: EN) } } }';

describe('the rules of a day', () => {
  const organiser = staff('assistance-organiser');
  let town: TestSubgraph;

  beforeAll(async () => {
    town = await testSubgraph(benefits);
  });
  afterAll(() => town?.drop());

  const thresholdsOn = async (on: string, municipality = daugavpils) =>
    (
      await town.ask(
        organiser,
        'query($m: ID!, $on: Date!) { thresholds(municipality: $m, on: $on) { code firstPerson nextPerson validFrom validTo source assumed } }',
        { m: municipality, on },
      )
    ).data.thresholds;
  const means = (change: object = {}) => ({
    municipality: daugavpils,
    on: '2022-06-01',
    members: [{ age: 40, monthlyIncome: '0.00' }],
    ...change,
  });

  it('gives all three thresholds with their periods; the last date is the first day on which it no longer holds', async () => {
    expect(await thresholdsOn('2023-06-30')).toMatchObject([
      { code: 'GMI', firstPerson: '109.00', nextPerson: '76.00', validFrom: '2021-01-01', validTo: '2023-07-01', assumed: false },
      { code: 'NEEDY', firstPerson: '272.00', nextPerson: '190.00' },
      { code: 'LOW_INCOME', firstPerson: '436.00', nextPerson: '305.00' },
    ]);
    expect(await thresholdsOn('2023-07-01')).toMatchObject([{ firstPerson: '125.00', nextPerson: '87.50' }, {}, {}]);
  });

  it("lets a town's own rule fill a gap in that town alone, marked assumed", async () => {
    const own = (await thresholdsOn('2026-11-22')).find(({ code }: { code: string }) => code === 'LOW_INCOME');
    expect(own).toMatchObject({ firstPerson: '680.00', assumed: true, validTo: null });
    expect(await thresholdsOn('2026-11-22', '0001000')).toHaveLength(2);
    expect(await thresholdsOn('2017-01-01')).toEqual([]);
  });

  it('ends a threshold the day a court annuls it', async () => {
    await town.sql(`update threshold_rule set annulled_from = '2015-06-01' where code = 'GMI' and valid_from = '2015-01-01'`);
    expect(await thresholdsOn('2015-05-31')).toMatchObject([{ code: 'GMI', validTo: '2015-06-01' }]);
    expect(await thresholdsOn('2015-06-01')).toEqual([]);
  });

  it('never lets the figures of a version change, nor two versions hold on one day', async () => {
    await expect(town.sql(`update threshold_rule set first_person = 1 where code = 'GMI' and valid_from = '2021-01-01'`)).rejects.toThrow(
      'never change',
    );
    await expect(
      town.sql(
        `insert into threshold_rule (code, valid_from, first_person, next_person, is_maximum, verified, source, assumed) values ('GMI', '2022-05-05', 1, 1, false, false, 'x', true)`,
      ),
    ).rejects.toThrow('one_at_a_time');
  });

  it('assesses a household with every step and citation, and stores nothing', async () => {
    const { data, errors } = await town.ask(organiser, assess, {
      i: means({ members: [{ age: 70, monthlyIncome: '300.00', pensioner: true }], housingCosts: '80.00' }),
    });
    expect(errors).toBeUndefined();
    expect(data.assessMeans).toMatchObject({ status: 'LOW_INCOME', income: '300.00', gmiBenefit: '0.00', housingAllowance: '52.50' });
    expect(data.assessMeans.steps.map(({ code }: { code: string }) => code)).toEqual([
      'INCOME',
      'NEEDY',
      'LOW_INCOME',
      'GMI_SUM',
      'GMI_BENEFIT',
      'HOUSING_BASE',
      'HOUSING_ALLOWANCE',
    ]);
    for (const step of data.assessMeans.steps) {
      expect(step.citation).toMatch(/likums|noteikumi/);
      expect(step.english).toMatch(/Law|Regulation/);
    }
    expect(await town.sql('select (select count(*) from application)::int + (select count(*) from audit_entry)::int as n')).toEqual([
      { n: 0 },
    ]);
  });

  it('takes the rules from the database', async () => {
    await town.sql(`insert into threshold_rule (code, municipality, valid_from, valid_until, first_person, next_person, is_maximum, verified, source, assumed)
      values ('LOW_INCOME', '${bauska}', '2022-01-01', '2023-01-01', 30000, 20000, false, false, 'Bauskas noteikumi', true)`);
    const answer = await town.ask(organiser, assess, {
      i: means({ municipality: bauska, members: [{ age: 40, monthlyIncome: '300.01' }] }),
    });
    expect(answer.data.assessMeans.status).toBe('NONE');
    expect(
      (await town.ask(organiser, assess, { i: means({ members: [{ age: 40, monthlyIncome: '300.01' }] }) })).data.assessMeans.status,
    ).toBe('LOW_INCOME');
  });

  it('answers RULE_MISSING with the code and the day where no rule is known', async () => {
    const { errors } = await town.ask(organiser, assess, { i: means({ on: '2017-03-01' }) });
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('NEEDY'),
        extensions: { code: 'RULE_MISSING', rule: 'NEEDY', on: '2017-03-01', messageLv: expect.stringContaining('01.03.2017.') },
      },
    ]);
  });

  it.each([
    ['a negative income', { members: [{ age: 40, monthlyIncome: '-1.00' }] }],
    ['three decimals', { members: [{ age: 40, monthlyIncome: '12.345' }] }],
    ['a comma', { members: [{ age: 40, monthlyIncome: '12,34' }] }],
    ['a number that is no text', { members: [{ age: 40, monthlyIncome: 12.34 }] }],
    ['housing costs with a comma', { housingCosts: '80,00' }],
    ['more members than a household has', { members: Array.from({ length: 101 }, () => ({ age: 40, monthlyIncome: '1.00' })) }],
    ['no members', { members: [] }],
    ['an age below zero', { members: [{ age: -1, monthlyIncome: '1.00' }] }],
    ['an age above 130', { members: [{ age: 131, monthlyIncome: '1.00' }] }],
    ['negative housing costs', { housingCosts: '-0.01' }],
    ['an unknown municipality', { municipality: '9999999' }],
    ['a day that is none', { on: '2022-02-30' }],
  ])('refuses %s as bad input', async (_name, change) => {
    const { errors } = await town.ask(organiser, assess, { i: means(change) });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is closed to a role that may not, and to who is not staff', async () => {
    for (const who of [staff('hr'), staff('carer'), partner('11111111-1111-4111-8111-111111111111'), regional()])
      expect((await town.ask(who, assess, { i: means() })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('reads the rules once, however many households an operation assesses', async () => {
    const many = Array.from(
      { length: 50 },
      (_, n) =>
        `a${n}: assessMeans(input: { municipality: "${daugavpils}", on: "2022-0${1 + (n % 9)}-01", members: [{ age: ${n}, monthlyIncome: "${n}.00" }] }) { status }`,
    );
    const counter = countStatements(town.database.superUrl);
    await counter.reset();
    const { errors } = await town.ask(organiser, `{ ${many.join('\n')} }`);
    expect(errors).toBeUndefined();
    expect(await counter.count()).toBe(2);
  });

  it('has a catalogue by town and day', async () => {
    const typesOf = async (municipality: string, on: string) =>
      (
        await town.ask(
          organiser,
          'query($m: ID!, $on: Date) { benefitTypes(municipality: $m, on: $on) { code label(language: EN) meansTested legalBasis } }',
          { m: municipality, on },
        )
      ).data.benefitTypes.map(({ code }: { code: string }) => code);
    expect(await typesOf(daugavpils, '2022-02-01')).toHaveLength(28);
    expect(await typesOf(daugavpils, '2022-03-05')).toContain('emergency-guardianship');
    expect(await typesOf(bauska, '2022-03-05')).not.toContain('accessibility');
  });
});
