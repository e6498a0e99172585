import { bauska, staff, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strategy } from '../src/index.js';

const director = staff('director');
const adopt = `mutation($i: AdoptStrategyInput!) { adoptStrategy(input: $i) { strategy {
  id title(language: EN) fromYear untilYear version
  goals { code tasks { code parent { code } state funding indicators { measure { table row } target(year: 2027) } } }
  investments { code parentCode amount municipalShare } swot { kind text } } problems { code field } } }`;
const both = (text: string) => ({ lv: text, en: `${text} EN` });
const task = (code: string, change: object = {}) => ({
  code,
  title: both(`Uzdevums ${code}`),
  result: both('Rezultāts'),
  fromYear: 2027,
  untilYear: 2029,
  responsible: 'Vadība',
  funding: ['MUNICIPAL', 'EU_FUND'],
  ...change,
});
const plan = (title: string, change: object = {}) => ({
  i: {
    title: both(title),
    fromYear: 2026,
    untilYear: 2030,
    mission: both('Misija'),
    vision: both('Vīzija'),
    source: 'Domes lēmums Nr. 12',
    goals: [
      {
        code: 'SM1',
        title: both('Mērķis'),
        tasks: [
          task('1.1', {
            indicators: [
              { title: both('Darbinieki'), measure: { table: 'headcount', row: 'core-staff' }, targets: [{ year: 2027, value: 230 }] },
            ],
          }),
          task('1.1.1', { parent: '1.1', fromYear: 2026 }),
        ],
      },
      { code: 'SM2', title: both('Otrs'), tasks: [task('2.1')] },
    ],
    investments: [{ code: '1', title: both('Ēka'), amount: '1000.00', municipalShare: 0.15, foreignShare: 0.85 }],
    swot: [{ kind: 'STRENGTH', text: both('Cilvēki') }],
    ...change,
  },
});

describe('adopting a strategy', () => {
  let town: TestSubgraph;
  const send = async (variables: object, who = director) => {
    const { data, errors } = await town.ask(who, adopt, variables as Record<string, unknown>);
    expect(errors).toBeUndefined();
    return data.adoptStrategy;
  };

  beforeAll(async () => {
    town = await testSubgraph(strategy);
  });
  afterAll(() => town?.drop());

  it('keeps it whole, with states that follow from the years, and leaves an audit entry', async () => {
    const answer = await send(plan('Stratēģija'));
    expect(answer).toEqual({
      strategy: {
        id: expect.any(String),
        title: 'Stratēģija EN',
        fromYear: 2026,
        untilYear: 2030,
        version: 1,
        goals: [
          {
            code: 'SM1',
            tasks: [
              {
                code: '1.1',
                parent: null,
                state: 'PLANNED',
                funding: ['MUNICIPAL', 'EU_FUND'],
                indicators: [{ measure: { table: 'headcount', row: 'core-staff' }, target: 230 }],
              },
              { code: '1.1.1', parent: { code: '1.1' }, state: 'UNDERWAY', funding: ['MUNICIPAL', 'EU_FUND'], indicators: [] },
            ],
          },
          { code: 'SM2', tasks: [{ code: '2.1', parent: null, state: 'PLANNED', funding: ['MUNICIPAL', 'EU_FUND'], indicators: [] }] },
        ],
        investments: [{ code: '1', parentCode: null, amount: '1000.00', municipalShare: 0.15 }],
        swot: [{ kind: 'STRENGTH', text: 'Cilvēki' }],
      },
      problems: [],
    });
    expect(await town.sql('select action, object, subject from audit_entry')).toEqual([
      { action: 'strategy.write', object: `strategy:${answer.strategy.id}`, subject: 'test-director' },
    ]);
  });

  it('names what cannot be, and writes nothing', async () => {
    const before = await town.sql('select (select count(*) from strategy), (select count(*) from task)');
    const wrong = plan('Nepareiza', { fromYear: 2028, source: ' ' });
    expect(await send(wrong)).toEqual({
      strategy: null,
      problems: [
        { code: 'INVALID', field: 'source' },
        { code: 'INVALID', field: 'goals.0.tasks.0.fromYear' },
        { code: 'INVALID', field: 'goals.0.tasks.0.indicators.0.targets' },
        { code: 'INVALID', field: 'goals.0.tasks.1.fromYear' },
        { code: 'INVALID', field: 'goals.1.tasks.0.fromYear' },
      ],
    });
    const heading = plan('Virsraksts', {
      goals: [
        {
          code: 'SM1',
          title: both('M'),
          tasks: [task('1', { indicators: [{ title: both('R'), measure: { table: 'benefits-dynamics', row: 'needy' } }] })],
        },
      ],
    });
    expect(await send(heading)).toMatchObject({ problems: [{ field: 'goals.0.tasks.0.indicators.0.measure' }] });
    expect(await town.sql('select (select count(*) from strategy), (select count(*) from task)')).toEqual(before);
  });

  it('is done once, even when it is sent several times at once; another town has its own', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(plan('Reizē'))));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.strategy.id)).size).toBe(1);
    expect(answers.filter(({ problems }) => problems[0]?.code === 'DUPLICATE')).toHaveLength(4);
    const elsewhere = await send(plan('Reizē'), staff('director', { municipality: bauska }));
    expect(elsewhere.problems).toEqual([]);
  });

  it('is the director’s', async () => {
    expect((await town.ask(staff('head-of-services'), adopt, plan('Cita'))).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const long = plan('x'.repeat(5000));
    expect((await town.ask(director, adopt, long)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
