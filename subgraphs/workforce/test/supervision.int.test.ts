import { bauska, daugavpils, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workforce } from '../src/index.js';
import { arranger } from './arrange.js';

const hr = staff('hr');
const record = `mutation($i: RecordSupervisionInput!) { recordSupervision(input: $i) { employee { supervision(year: 2025) { requiredHours hours met } } problems { code field } } }`;

describe('recording supervision', () => {
  let town: TestSubgraph;
  let make: ReturnType<typeof arranger>;
  const worker = () => make.employee('Anna Bērzkalne', 'SOCIAL_WORKER', '2025-01-06');
  const send = async (employeeId: string, change: object = {}, who = hr) =>
    (await town.ask(who, record, { i: { employeeId, on: '2025-05-05', form: 'GROUP', hours: 2, ...change } })).data.recordSupervision;

  beforeAll(async () => {
    town = await testSubgraph(workforce);
    make = arranger(town, daugavpils);
  });
  afterAll(() => town?.drop());

  it('is not enough with 17 hours in a group, and with 18 is', async () => {
    const id = await worker();
    expect(await send(id, { hours: 17 })).toEqual({
      employee: { supervision: { requiredHours: 18, hours: 17, met: false } },
      problems: [],
    });
    expect((await send(id, { on: '2025-09-05', hours: 1 })).employee.supervision).toEqual({ requiredHours: 18, hours: 18, met: true });
    expect(await town.sql(`select subject, fields from audit_entry where action = 'supervision.record'`)).toEqual(
      Array.from({ length: 2 }, () => ({ subject: 'test-hr', fields: ['employeeId', 'form', 'hours', 'on'] })),
    );
  });

  it('is enough with 9 hours alone', async () => {
    const id = await worker();
    expect((await send(id, { form: 'INDIVIDUAL', hours: 8.99 })).employee.supervision).toMatchObject({ met: false });
    expect((await send(id, { form: 'INDIVIDUAL', hours: 0.01 })).employee.supervision).toMatchObject({ met: true });
  });

  it('refuses what cannot be, and writes nothing', async () => {
    const id = await worker();
    const before = await town.sql('select count(*) from supervision_record');
    expect(await send(id, { on: '2026-11-23' })).toMatchObject({ employee: null, problems: [{ code: 'INVALID', field: 'on' }] });
    expect(await send(id, { on: '2025-01-05' })).toMatchObject({ problems: [{ code: 'INVALID', field: 'on' }] });
    expect(await send(id, { hours: 0 })).toMatchObject({ problems: [{ code: 'INVALID', field: 'hours' }] });
    expect(await send(id, {}, staff('hr', { municipality: bauska }))).toMatchObject({
      problems: [{ code: 'NOT_FOUND', field: 'employeeId' }],
    });
    expect(
      (await town.ask(staff('social-worker'), record, { i: { employeeId: id, on: '2025-05-05', form: 'GROUP', hours: 1 } })).errors,
    ).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await town.sql('select count(*) from supervision_record')).toEqual(before);
  });

  it('shares the 24 hours of a day with training, even when entries come at once', async () => {
    const id = await worker();
    await make.training(id, '2025-06-01', 800);
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(id, { on: '2025-06-01', hours: 5 })));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(3);
  });
});
