import { useRegisters } from '@atbalsts/benefits';
import { demoPeople } from '@atbalsts/demo';
import { openRegisters, type ServedRegister, SimulatedRegisters, serveSimulator, stateRegisters } from '@atbalsts/registers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Federation, federation } from './support/federation.js';

const difference = 'register source month declared told difference note person { id reference }';
const list = `query($first: Int!, $state: ApplicationState, $after: String) { applications(filter: { state: $state }, first: $first, after: $after) { totalCount edges { cursor } nodes {
  id number version state benefitType { code label } applicant { reference givenName familyName } household { reference status }
  incomes { source monthly evidence } means { status income gmiBenefit steps { code amount } } meansByRegisters { status gmiBenefit }
  registers { register outcome reason askedBy { name } person { reference } answer { incomes { month amount } } }
  incomeDifferences { ${difference} } recordDifferences { kind note person { id } }
  decisions { number state differencesExplained incomeDifferences { ${difference} } recordDifferences { kind recorded told person { id } } }
} } }`;
const ask = `mutation($i: AskRegistersInput!) { askRegisters(input: $i) { application { id version incomeDifferences { ${difference} } recordDifferences { kind }
  registers { register outcome reason fromCache } } problems { code field } } }`;
const one = `query($id: ID!) { application(id: $id) { version state incomes { person { id } source monthly } incomeDifferences { ${difference} } recordDifferences { kind } } }`;

describe('the registers and the applications, through the gateway', () => {
  let graph: Federation;
  let served: ServedRegister[];
  beforeAll(async () => {
    graph = await federation();
    const people = demoPeople({ registry: graph.databases.registry.ownerUrl, benefits: graph.databases.benefits.ownerUrl });
    served = await Promise.all(stateRegisters.map((register) => serveSimulator(register, people)));
    useRegisters(new SimulatedRegisters(people));
  }, 240_000);
  afterAll(async () => {
    for (const register of served ?? []) await register.stop();
    await graph?.stop();
  });
  beforeEach(() => {
    const people = demoPeople({ registry: graph.databases.registry.ownerUrl, benefits: graph.databases.benefits.ownerUrl });
    useRegisters(new SimulatedRegisters(people));
  });

  const send = async (query: string, variables: object, persona: Parameters<Federation['ask']>[0] = 'assistance-organiser') => {
    const { data, errors } = await graph.ask(persona, query, variables as Record<string, unknown>);
    expect(errors).toBeUndefined();
    return data;
  };
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  type Found = any;
  const listed = async (first: number, state: string | null = null): Promise<Found[]> =>
    (await send(list, { first, state })).applications.nodes;

  it('cost as many SQL statements for a list of two hundred applications as for one of twenty', async () => {
    const { edges, nodes } = (await send(list, { first: 200, state: null })).applications;
    // Twenty among which everything occurs that a list can show: nothing is left out because there is nothing to read.
    const all = nodes.findIndex((_: Found, at: number) => {
      const some = (test: (application: Found) => unknown) => nodes.slice(at, at + 20).some(test);
      return (
        some(({ decisions }) => decisions.some((decision: Found) => decision.differencesExplained && decision.incomeDifferences.length)) &&
        some(({ incomeDifferences }) => incomeDifferences.length) &&
        some(({ recordDifferences }) => recordDifferences.length) &&
        some(({ meansByRegisters }) => meansByRegisters) &&
        some(({ household }) => household.status)
      );
    });
    expect(all).toBeGreaterThan(0);
    const ask = async (first: number) => {
      const { applications } = await send(list, { first, state: null, after: edges[all - 1].cursor });
      expect(applications.nodes).toHaveLength(first);
    };
    await ask(20);
    const forTwenty = await graph.statementsDuring(() => ask(20));
    const forTwoHundred = await graph.statementsDuring(() => ask(200));
    expect(forTwoHundred).toEqual(forTwenty);
    for (const domain of ['benefits', 'registry', 'workforce']) expect(forTwenty.byDomain[domain]).toBeGreaterThan(0);
    expect(forTwenty.total).toBeLessThanOrEqual(25);
  });

  it('have something to show in the demo: answers, differences, a register that was down, and proposals that say why', async () => {
    const open = [...(await listed(200, 'MEANS_DECLARED')), ...(await listed(200, 'PROPOSED'))].filter(({ registers }) => registers.length);
    expect(open.length).toBeGreaterThanOrEqual(8);
    expect(open.some(({ incomeDifferences }) => incomeDifferences.length)).toBe(true);
    expect(open.some(({ incomeDifferences, recordDifferences }) => !incomeDifferences.length && !recordDifferences.length)).toBe(true);
    expect(open.flatMap(({ registers }) => registers).filter(({ outcome }: Found) => outcome === 'UNAVAILABLE').length).toBeGreaterThan(0);
    const proposals = open
      .filter(({ state }) => state === 'PROPOSED')
      .map(({ decisions, ...application }) => ({ ...application, decision: decisions.at(-1) }));
    expect(proposals.some(({ decision }) => decision.differencesExplained)).toBe(true);
    for (const { decision, incomeDifferences, recordDifferences } of proposals) {
      const plain = (found: Found[]) => found.map((each) => JSON.stringify(each)).sort();
      expect(plain(decision.incomeDifferences)).toEqual(plain(incomeDifferences));
      expect(decision.recordDifferences.map(({ kind }: Found) => kind).sort()).toEqual(
        recordDifferences.map(({ kind }: Found) => kind).sort(),
      );
    }
  });

  it('tell the same when they are asked again in the running demo, and again when the means have been corrected', async () => {
    const asked = (await listed(200, 'MEANS_DECLARED')).filter(
      ({ registers, incomeDifferences }) => incomeDifferences.length && registers.every(({ outcome }: Found) => outcome === 'ANSWERED'),
    );
    const [application] = asked;
    expect(application).toBeDefined();
    const again = await send(ask, { i: { applicationId: application.id, version: application.version } });
    expect(again.askRegisters.problems).toEqual([]);
    expect(again.askRegisters.application.incomeDifferences).toEqual(application.incomeDifferences);
    const { incomes } = (await send(one, { id: application.id })).application;
    const declare = `mutation($i: DeclareMeansInput!) { declareMeans(input: $i) { application { version incomeDifferences { month told } } problems { code field } } }`;
    const { declareMeans } = await send(declare, {
      i: {
        applicationId: application.id,
        version: again.askRegisters.application.version,
        incomes: incomes.map((income: Found) => ({ personId: income.person.id, source: income.source, monthly: ['0.00', '0.00', '0.00'] })),
      },
    });
    expect(declareMeans.problems).toEqual([]);
    const last = await send(ask, { i: { applicationId: application.id, version: declareMeans.application.version } });
    const told = (found: Found[]) => found.map((each) => `${each.month} ${each.told}`);
    expect(told(last.askRegisters.application.incomeDifferences)).toEqual(expect.arrayContaining(told(application.incomeDifferences)));
  });

  it('are asked over HTTP about a new application; one is down, and the benefit is granted all the same, by two persons who both see it', async () => {
    const [revenue] = served.filter(({ key }) => key === 'simulated-revenue');
    const addresses = Object.fromEntries(served.map((register, at) => [stateRegisters[at], register]));
    const registers = openRegisters(addresses, { patience: { firstPauseMs: 1 } });
    useRegisters(registers);
    await revenue?.stop();
    const [known] = (await listed(200, 'SUBMITTED')).filter(({ benefitType }) => benefitType.code === 'gmi');
    const first = await send(ask, { i: { applicationId: known.id, version: known.version } });
    expect(first.askRegisters.problems).toEqual([]);
    const states = Object.fromEntries(
      first.askRegisters.application.registers.map(({ register, outcome, reason }: Found) => [register, `${outcome} ${reason}`]),
    );
    expect(states).toMatchObject({ POPULATION: 'ANSWERED null', REVENUE: 'UNAVAILABLE DOWN', EMPLOYMENT: 'ANSWERED null' });
    for (const { asked } of served) for (const question of asked) expect(Object.keys(question.subject)).toEqual(['personalCode']);
    const declare = 'mutation($i: DeclareMeansInput!) { declareMeans(input: $i) { application { version } problems { code } } }';
    const { declareMeans } = await send(declare, {
      i: { applicationId: known.id, version: first.askRegisters.application.version, incomes: [] },
    });
    expect(declareMeans.problems).toEqual([]);
    const propose = `mutation($i: ProposeDecisionInput!) { proposeDecision(input: $i) { decision { id version } problems { code field } } }`;
    const proposal = {
      applicationId: known.id,
      version: declareMeans.application.version,
      outcome: 'GRANT',
      differencesExplained: 'Pārrunāts.',
    };
    const { proposeDecision } = await send(propose, { i: proposal });
    expect(proposeDecision.problems).toEqual([]);
    const behind = `query($id: ID!) { decision(id: $id) { incomeDifferences { ${difference} } application { registers { register outcome } incomeDifferences { ${difference} } } } }`;
    const [byProposer, byApprover] = [
      await send(behind, { id: proposeDecision.decision.id }),
      await send(behind, { id: proposeDecision.decision.id }, 'head-of-assistance'),
    ];
    expect(byApprover).toEqual(byProposer);
    expect(byApprover.decision.incomeDifferences).toEqual(byApprover.decision.application.incomeDifferences);
    const approve = 'mutation($id: ID!, $v: Int!) { approveDecision(id: $id, version: $v) { decision { state } problems { code } } }';
    const approved = await send(approve, { id: proposeDecision.decision.id, v: proposeDecision.decision.version }, 'head-of-assistance');
    expect(approved.approveDecision).toEqual({ decision: { state: 'APPROVED' }, problems: [] });
    await registers.close();
  });

  it('leave their trace to the auditor, and the registry an audit of whose identity was read', async () => {
    const trace = `{ registerQuestions(first: 200) { totalCount nodes { register outcome purpose legalBasis requestId askedBy { name } person { reference } } } }`;
    const { registerQuestions } = await send(trace, {}, 'auditor');
    expect(registerQuestions.totalCount).toBeGreaterThan(30);
    expect(JSON.stringify(registerQuestions)).not.toMatch(/\d{6}-\d{5}/);
    const { errors } = await graph.ask('social-worker', trace);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
