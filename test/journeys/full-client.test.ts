import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoDay, type Federation, federation } from '../support/federation.js';
import { Town } from './town.js';

/** A full client: everything the town knows of a person, over five domains. */
const client = `
  id reference givenName familyName birthDate sex age
  household { reference members { relation person { reference } } status }
  benefits { number outcome monthlyAmount }
  cases { number targetGroup risk responsible { name caseload { open norm over } } }
  timeline(first: 50) { totalCount nodes { at kind domain title } }
  placements { from endedOn destination facility { name kind } }
  currentPlacement { place facility { name } }
  careTeam { employee { name } role }
  serviceRequests { number state serviceType { label } }
  referrals { state organisation { name } serviceType { label } }`;

const one = `query($id: ID!) { person(id: $id) { ${client} } }`;
const many = `query($first: Int!) { facilities(kind: SHELTER) { placements(first: $first) { nodes { person { ${client} } } } } }`;

describe('a full client in one federated query', () => {
  let graph: Federation;
  let town: Town;
  beforeAll(async () => {
    graph = await federation();
    town = new Town(graph);
  }, 240_000);
  afterAll(() => graph?.stop());

  it('costs at most 25 SQL statements over all domains, no more for fifty clients than for half of them, who have everything between them', async () => {
    const ask = async (first: number) => {
      const { facilities } = await town.sees('social-worker', many, { first });
      expect(facilities[0].placements.nodes).toHaveLength(first);
    };
    await ask(1);
    const forOne = await graph.statementsDuring(() => ask(1));
    const forHalf = await graph.statementsDuring(() => ask(25));
    const forFifty = await graph.statementsDuring(() => ask(50));
    expect(forFifty).toEqual(forHalf);
    expect(forFifty.total).toBeLessThanOrEqual(25);
    // A single client may lack what is a statement of its own where somebody has it, such as a referral.
    expect(forOne.total).toBeLessThanOrEqual(forHalf.total);
    for (const domain of ['registry', 'benefits', 'services', 'institutions', 'workforce'])
      expect(forOne.byDomain[domain]).toBeGreaterThan(0);
  });

  it('costs as much when the file of a client has grown to a timeline of fifty', async () => {
    const personId = await clientWithBenefit();
    await oneMoreOfEach(personId, 'psychologist', 1);
    const file = async () => (await town.sees('social-worker', one, { id: personId })).person;
    expect((await file()).timeline.totalCount).toBeLessThan(50);
    const thin = await graph.statementsDuring(file);
    await oneMoreOfEach(personId, 'social-taxi', 50);
    const thick = await graph.statementsDuring(async () => {
      const { timeline, benefits, cases, placements, careTeam, serviceRequests, referrals, household } = await file();
      expect(timeline.nodes).toHaveLength(50);
      expect(timeline.totalCount).toBeGreaterThan(50);
      for (const part of [benefits, cases, placements, careTeam, household.members]) expect(part.length).toBeGreaterThan(0);
      for (const part of [serviceRequests, referrals]) expect(part.length).toBeGreaterThan(1);
    });
    expect(thick).toEqual(thin);
    expect(thick.total).toBeLessThanOrEqual(25);
  });

  /** Somebody in the shelter who has a benefit of today. */
  async function clientWithBenefit(): Promise<string> {
    const { facilities } = await town.sees('social-worker', many, { first: 50 });
    const persons: { id: string; benefits: unknown[]; cases: unknown[] }[] = facilities[0].placements.nodes.map(
      ({ person }: { person: unknown }) => person,
    );
    const found = persons.find(({ benefits, cases }) => benefits.length && cases.length);
    expect(found).toBeDefined();
    return found?.id ?? '';
  }

  /** A request, a referral with its consent, and home visits. */
  async function oneMoreOfEach(personId: string, serviceType: string, visits: number): Promise<void> {
    const employeeId = await town.employee('social-worker-2');
    const { viewer } = await town.sees('ngo-a', '{ viewer { organisation { id } } }');
    const shared = { personId, organisationId: viewer.organisation.id, purpose: `Atbalsts: ${serviceType}` };
    await town.does('social-worker', 'requestService', { personId, serviceType, requestedOn: demoDay });
    await town.does('social-worker', 'giveConsent', { ...shared, scopes: ['IDENTITY'], from: demoDay, until: '2027-11-22' });
    await town.does('social-worker', 'referClient', { ...shared, serviceType });
    const visit = { personId, on: demoDay, opinions: [{ employeeId, findings: 'Viss kārtībā' }] };
    for (let n = 0; n < visits; n++) await town.does('social-worker', 'recordHomeVisit', visit);
  }
});
