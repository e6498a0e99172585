import { daugavpils } from '@atbalsts/reference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Federation, federation } from '../support/federation.js';
import { reportQuery } from '../support/queries.js';
import { benefitsDynamics, ukraineApplications } from './independent/benefits.js';
import { crisisCentre, crisisCentreOutcomes, dayCareCentre, dayCentreSaskarsme } from './independent/centres.js';
import { groupApartmentsNovembra, groupApartmentsSaura, socialApartments, socialHouse } from './independent/houses.js';
import { nightShelter, shelter, specialisedWorkshops } from './independent/institutions.js';
import { type Counts, type Records, readRecords } from './independent/records.js';
import { assistantSector, homeCareOffice, rehabilitationProgrammes } from './independent/services.js';
import { fundingSources, headcount, socialWorkSpecialists } from './independent/staff-and-money.js';

/** Tables counted a second time, in JavaScript over the records of all domains, apart from the rules and from the facts. */
const counted: Record<string, (records: Records, year: number) => Counts> = {
  'benefits-dynamics': benefitsDynamics,
  'ukraine-applications': ukraineApplications,
  shelter,
  'night-shelter': nightShelter,
  'specialised-workshops': specialisedWorkshops,
  'social-house': socialHouse,
  'social-apartments-saura-26': socialApartments,
  'family-support-centre-clients': crisisCentre,
  'family-support-centre-outcomes': crisisCentreOutcomes,
  'group-apartments-saura-26': groupApartmentsSaura,
  'group-apartments-18-novembra-354v': groupApartmentsNovembra,
  'day-care-centre': dayCareCentre,
  'day-centre-saskarsme': dayCentreSaskarsme,
  'home-care-office': homeCareOffice,
  'assistant-sector': assistantSector,
  'rehabilitation-programmes': rehabilitationProgrammes,
  headcount,
  'social-work-specialists': socialWorkSpecialists,
  'funding-sources': fundingSources,
};

interface Table {
  id: string;
  rows: { key: string; value: number | null; rule: { text_en: string } }[];
}

describe('the figures of the annual report', () => {
  let graph: Federation;
  beforeAll(async () => {
    graph = await federation();
  }, 240_000);
  afterAll(() => graph?.stop());

  /** What differs between the report of a year and the second count, in words; each row of a counted table is compared. */
  async function differing(year: number): Promise<{ differ: string[]; compared: number }> {
    const { data, errors } = await graph.ask('director', reportQuery, { m: daugavpils, y: year });
    expect(errors).toBeUndefined();
    const tables = Object.values(data.annualReport).filter(Array.isArray).flat() as Table[];
    const records = await readRecords(graph);
    const compared = tables.flatMap(({ id, rows }) => {
      const counts = counted[id]?.(records, year);
      return rows.flatMap(({ key, value, rule }) =>
        counts && !rule.text_en.startsWith('A heading') ? [{ row: `${id}.${key}`, value: value ?? 0, second: counts[key] ?? 0 }] : [],
      );
    });
    const differ = compared.filter(({ value, second }) => value !== second);
    return { differ: differ.map((one) => `${one.row}: reported ${one.value}, counted ${one.second}`), compared: compared.length };
  }

  it.each([2022, 2021, 2025])('of %i are what somebody else counts from the records of all domains', async (year) => {
    const { differ, compared } = await differing(year);
    expect(differ).toEqual([]);
    expect(compared).toBeGreaterThan(190);
  });

  it('are so after any day of work', async () => {
    const act = fc.record({
      kind: fc.constantFrom('discharge', 'admit', 'book'),
      pick: fc.nat(),
      destination: fc.constantFrom('OWN_HOME', 'SOCIAL_HOUSE', 'LONG_TERM_CARE', 'MUNICIPAL_APARTMENT'),
      cents: fc.integer({ min: 1, max: 1_000_000 }),
    });
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 15 }), async (day) => {
        for (const one of day) done += await work(one);
        expect((await differing(2026)).differ).toEqual([]);
      }),
      { numRuns: 2, endOnFailure: true },
    );
    expect(done).toBeGreaterThan(3);
  });

  /** One act of the day, through the graph as whoever does such work; 1 where it was done, 0 where it was refused. */
  async function work({ kind, pick, destination, cents }: { kind: string; pick: number; destination: string; cents: number }) {
    if (kind === 'book') {
      const input = { year: 2026, row: pick % 2 ? 'benefits' : 'service-provision', kind: 'EXECUTED', source: 'MUNICIPAL' };
      const i = { ...input, amount: (cents / 100).toFixed(2), bookedOn: '2026-11-20' };
      return did(
        await graph.ask('finance', 'mutation($i: RecordBudgetInput!) { done: recordBudget(input: $i) { problems { code } } }', { i }),
      );
    }
    const { data } = await graph.ask(
      'shelter-manager',
      `{ facilities(kind: ${pick % 2 ? 'SHELTER' : 'NIGHT_SHELTER'}) { id placements(first: 200) { nodes { id version from endedOn person { id } } } } }`,
    );
    const [facility] = data.facilities;
    const stays: { id: string; version: number; endedOn: string | null; person: { id: string } }[] = facility.placements.nodes;
    const open = stays.filter(({ endedOn }) => endedOn === null);
    const stay = (kind === 'admit' ? stays.filter(({ endedOn }) => endedOn !== null) : open)[pick % Math.max(1, open.length)];
    if (!stay) return 0;
    if (kind === 'discharge') {
      const i = { placementId: stay.id, version: stay.version, on: '2026-11-22', destination };
      return did(
        await graph.ask('shelter-manager', 'mutation($i: DischargeInput!) { done: discharge(input: $i) { problems { code } } }', { i }),
      );
    }
    const i = { personId: stay.person.id, facilityId: facility.id, from: '2026-11-21', funding: 'MUNICIPAL', emergency: 'Nav kur nakšņot' };
    return did(await graph.ask('shelter-manager', 'mutation($i: AdmitInput!) { done: admit(input: $i) { problems { code } } }', { i }));
  }

  function did({ data, errors }: { data: { done: { problems: object[] } | null }; errors?: unknown }): number {
    expect(errors).toBeUndefined();
    return data.done?.problems.length === 0 ? 1 : 0;
  }
});
