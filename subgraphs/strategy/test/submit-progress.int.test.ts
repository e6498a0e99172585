import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strategy } from '../src/index.js';
import { arranger } from './arrange.js';

const head = staff('head-of-services');
const submit = `mutation($i: SubmitProgressReportInput!) { submitProgressReport(input: $i) {
  progressReport { year state summary version submittedOn tasks { code state } document(language: EN) } problems { code field } } }`;

describe('submitting a progress report', () => {
  let town: TestSubgraph;
  let plan: string;
  const send = async (change: object, who = head) => {
    const { data, errors } = await town.ask(who, submit, { i: { strategyId: plan, year: 2023, summary: 'Gads bija labs.', ...change } });
    expect(errors).toBeUndefined();
    return data.submitProgressReport;
  };

  beforeAll(async () => {
    town = await testSubgraph(strategy);
    const make = arranger(town, daugavpils);
    plan = await make.strategy('Plāns', 2022, 2027);
    await make.task(plan, await make.goal(plan, 'SM1'), '1', { until_year: 2022 });
  });
  afterAll(() => town?.drop());

  it('keeps what people wrote beside the tasks and their states, and leaves an audit entry', async () => {
    const { progressReport, problems } = await send({ newProblems: 'Trūkst mājokļu', proposals: ' ' });
    expect(problems).toEqual([]);
    expect(progressReport).toMatchObject({
      year: 2023,
      state: 'SUBMITTED',
      summary: 'Gads bija labs.',
      version: 1,
      submittedOn: '2026-11-22',
      tasks: [{ code: '1', state: 'LATE' }],
    });
    expect(progressReport.document).toContain('Trūkst mājokļu');
    expect(progressReport.document).toContain('Submitted on: 2026-11-22.');
    expect(await town.sql('select action, subject from audit_entry')).toEqual([
      { action: 'progress.submit', subject: 'test-head-of-services' },
    ]);
  });

  it('may be done again from the version last seen, until the council approves it', async () => {
    expect(await send({})).toMatchObject({ progressReport: null, problems: [{ code: 'STALE', field: 'version' }] });
    expect(await send({ version: 1, summary: 'Labāk.' })).toMatchObject({ progressReport: { version: 2, summary: 'Labāk.' } });
    expect(await send({ version: 1 })).toMatchObject({ problems: [{ code: 'STALE' }] });
    await town.sql(`update progress_report set state = 'APPROVED'`);
    expect(await send({ version: 2 })).toMatchObject({ progressReport: null, problems: [{ code: 'WRONG_STATE' }] });
  });

  it('lets one of several first submissions that come at once through', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => send({ year: 2024 })));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems[0]?.code === 'STALE')).toHaveLength(4);
  });

  it('refuses what cannot be, another town, and a role that may not', async () => {
    expect(await send({ year: 2026 })).toMatchObject({ problems: [{ code: 'INVALID', field: 'year' }] });
    expect(await send({ year: 2021 })).toMatchObject({ problems: [{ code: 'INVALID', field: 'year' }] });
    expect(await send({ year: 2025, summary: ' ' })).toMatchObject({ problems: [{ code: 'INVALID', field: 'summary' }] });
    expect(await send({}, staff('director', { municipality: bauska }))).toMatchObject({
      problems: [{ code: 'NOT_FOUND', field: 'strategyId' }],
    });
    const { errors } = await town.ask(staff('social-worker'), submit, { i: { strategyId: plan, year: 2025, summary: 'x' } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await town.sql('select year from progress_report order by year')).toEqual([{ year: 2023 }, { year: 2024 }]);
  });
});
