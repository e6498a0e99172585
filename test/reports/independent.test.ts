import { daugavpils } from '@atbalsts/reference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Federation, federation } from '../support/federation.js';
import { reportQuery } from '../support/queries.js';
import { benefitsDynamics, ukraineApplications } from './independent/benefits.js';
import { crisisCentre, crisisCentreOutcomes, dayCareCentre, dayCentreSaskarsme } from './independent/centres.js';
import { type Act, anyAct, DayOfWork } from './independent/day-of-work.js';
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
    const work = new DayOfWork(graph);
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 12, maxLength: 20 }), async (day) => {
        for (const act of day) await work.does(act);
        await graph.platform.catchUp();
        expect((await differing(2026)).differ).toEqual([]);
      }),
      { numRuns: 2, endOnFailure: true },
    );
    // Chance may leave a kind out: one of each, until it is done.
    for (const kind of Object.keys(work.done) as Act['kind'][])
      for (let pick = 0; work.done[kind] === 0 && pick < 20; pick++)
        await work.does({ kind, pick, destination: 'OWN_HOME', cents: 4_000 + pick });
    await graph.platform.catchUp();
    expect((await differing(2026)).differ).toEqual([]);
    expect(Object.entries(work.done).filter(([, done]) => done === 0)).toEqual([]);
  });
});
