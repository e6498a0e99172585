import { newId } from '@atbalsts/database';
import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { services } from '../src/index.js';

const query =
  'query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { serviceOutcomes { goalsClosed goalsAchieved surveyAnswers meanScore } } } }';

describe('what services say of the year', () => {
  let town: TestSubgraph;
  const ask = (year: number, municipality = daugavpils, principal = staff('director')) =>
    town.ask(principal, query, { of: [{ __typename: 'AnnualReport', municipalityCode: municipality, year }] });
  const outcomes = async (year: number) => (await ask(year)).data._entities[0].serviceOutcomes;

  async function closedCase(closedOn: string | null, ...goals: (string | null)[]): Promise<void> {
    const id = newId();
    await town.sql(
      `insert into social_case (id, municipality, person_id, target_group, risk, responsible_id, opened_on, closed_on)
       values ($1, $2, $3, 'ADULT', 'NONE', $4, '2024-01-01', $5)`,
      [id, daugavpils, newId(), newId(), closedOn],
    );
    for (const [place, outcome] of goals.entries()) {
      await town.sql(`insert into case_goal (id, municipality, case_id, place, text, outcome) values ($1, $2, $3, $4, 'Mērķis', $5)`, [
        newId(),
        daugavpils,
        id,
        place,
        outcome,
      ]);
    }
  }

  async function answer(on: string, score: number): Promise<void> {
    const request = newId();
    await town.sql(
      `insert into service_request (id, municipality, person_id, service_type, requested_on, due_on, state) values ($1, $2, $3, 'home-care', '2025-01-01', '2025-02-01', 'SUBMITTED')`,
      [request, daugavpils, newId()],
    );
    await town.sql(`insert into survey_answer (id, municipality, request_id, answered_on, score) values ($1, $2, $3, $4, $5)`, [
      newId(),
      daugavpils,
      request,
      on,
      score,
    ]);
  }

  beforeAll(async () => {
    town = await testSubgraph(services);
    await closedCase('2025-01-01', 'ACHIEVED', 'PARTLY', null);
    await closedCase('2025-12-31', 'ACHIEVED', 'NOT_ACHIEVED');
    await closedCase('2026-01-01', 'ACHIEVED');
    await closedCase(null, 'ACHIEVED');
    for (const [on, score] of [
      ['2025-01-01', 5],
      ['2025-12-31', 2],
      ['2026-01-01', 1],
    ] as const)
      await answer(on, score);
  });
  afterAll(() => town?.drop());

  it('is how the goals of the cases closed in it ended, and how clients answered in it', async () => {
    expect(await outcomes(2025)).toEqual({ goalsClosed: 4, goalsAchieved: 2, surveyAnswers: 2, meanScore: 3.5 });
    expect(await outcomes(2026)).toEqual({ goalsClosed: 1, goalsAchieved: 1, surveyAnswers: 1, meanScore: 1 });
    expect(await outcomes(2020)).toEqual({ goalsClosed: 0, goalsAchieved: 0, surveyAnswers: 0, meanScore: null });
  });

  it('is for the own town, and for who may read the report', async () => {
    expect((await ask(2025, bauska)).data._entities[0].serviceOutcomes).toBeNull();
    const other = await ask(2025, bauska, staff('director', { municipality: bauska }));
    expect(other.data._entities[0].serviceOutcomes).toMatchObject({ goalsClosed: 0, surveyAnswers: 0 });
    expect((await ask(2025, daugavpils, staff('carer'))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
