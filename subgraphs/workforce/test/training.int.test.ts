import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workforce } from '../src/index.js';
import { arranger } from './arrange.js';

const hr = staff('hr');
const record = `mutation($i: RecordTrainingInput!) { recordTraining(input: $i) { employee { id training(year: 2026) { requiredHours hours met citation } } problems { code field message(language: EN) } } }`;

describe('recording training', () => {
  let town: TestSubgraph;
  let make: ReturnType<typeof arranger>;
  let worker: string;
  const input = (change: object = {}) => ({ i: { employeeId: worker, on: '2026-05-04', topic: 'Riska novērtēšana', hours: 8, ...change } });

  beforeAll(async () => {
    town = await testSubgraph(workforce);
    make = arranger(town, daugavpils);
    worker = await make.employee('Anna Bērzkalne', 'SOCIAL_WORKER', '2026-02-01');
  });
  afterAll(() => town?.drop());

  it('counts towards what is asked of the employee in the year, and leaves an audit entry', async () => {
    const { data, errors } = await town.ask(hr, record, input());
    expect(errors).toBeUndefined();
    expect(data.recordTraining).toEqual({
      employee: { id: worker, training: { requiredHours: 24, hours: 8, met: false, citation: expect.stringContaining('Nr. 291') } },
      problems: [],
    });
    const more = await town.ask(hr, record, input({ on: '2026-05-05', hours: 16 }));
    expect(more.data.recordTraining.employee.training).toMatchObject({ hours: 24, met: true });
    expect(await town.sql(`select action, subject, fields from audit_entry order by at`)).toEqual([
      { action: 'training.record', subject: 'test-hr', fields: ['employeeId', 'hours', 'on', 'topic'] },
      { action: 'training.record', subject: 'test-hr', fields: ['employeeId', 'hours', 'on', 'topic'] },
    ]);
  });

  it('refuses what cannot be, and writes nothing', async () => {
    const before = await town.sql('select count(*) from training_record');
    const refused = async (change: object) => (await town.ask(hr, record, input(change))).data.recordTraining;
    expect(await refused({ on: '2026-11-23' })).toMatchObject({ employee: null, problems: [{ code: 'INVALID', field: 'on' }] });
    expect(await refused({ on: '2026-01-31' })).toMatchObject({ employee: null, problems: [{ code: 'INVALID', field: 'on' }] });
    expect(await refused({ hours: 0 })).toMatchObject({ problems: [{ code: 'INVALID', field: 'hours' }] });
    expect(await refused({ hours: 16.5 })).toMatchObject({ problems: [{ code: 'INVALID', field: 'hours' }] });
    expect(await refused({ topic: ' ' })).toMatchObject({ problems: [{ code: 'INVALID', field: 'topic' }] });
    expect(await refused({ employeeId: '0197a000-0000-7000-8000-000000000000' })).toMatchObject({
      problems: [{ code: 'NOT_FOUND', field: 'employeeId' }],
    });
    const stranger = await arranger(town, bauska).employee('Sveša');
    expect(await refused({ employeeId: stranger })).toMatchObject({ problems: [{ code: 'NOT_FOUND' }] });
    expect(await town.sql('select count(*) from training_record')).toEqual(before);
  });

  it('takes a word that is no id for bad input', async () => {
    const { errors } = await town.ask(hr, record, input({ employeeId: 'x' }));
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'employeeId' } }]);
  });

  it('is refused to a role that may not', async () => {
    const { errors } = await town.ask(staff('social-worker'), record, input());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('never exceeds 24 hours of a day, even when entries come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => town.ask(hr, record, input({ on: '2026-06-01' }))));
    expect(answers.filter(({ data }) => data.recordTraining.problems.length === 0)).toHaveLength(3);
    expect(await town.sql(`select sum(hours_hundredths)::int as hundredths from training_record where on_date = '2026-06-01'`)).toEqual([
      { hundredths: 2400 },
    ]);
  });

  it('stands beside supervision of 9 hours alone or 18 in a group', async () => {
    const supervision = async () =>
      (
        await town.ask(
          hr,
          'query($id: ID!) { employee(id: $id) { supervision(year: 2026) { requiredHours hours met } before: training(year: 2025) { hours } } }',
          { id: worker },
        )
      ).data.employee;
    await make.supervision(worker, '2026-03-03', 'GROUP', 900);
    await make.supervision(worker, '2026-04-03', 'INDIVIDUAL', 400);
    expect(await supervision()).toEqual({ supervision: { requiredHours: 18, hours: 17, met: false }, before: null });
    await make.supervision(worker, '2026-05-03', 'INDIVIDUAL', 50);
    expect((await supervision()).supervision).toEqual({ requiredHours: 18, hours: 18, met: true });
  });
});
