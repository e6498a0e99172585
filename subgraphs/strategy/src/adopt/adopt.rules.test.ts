import { strategies } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import { type StrategyDraft, strategyProblems, type TaskDraft } from './adopt.rules.js';

const both = (text: string) => ({ lv: text, en: `${text} EN` });
const task = (change: Partial<TaskDraft> = {}): TaskDraft => ({
  code: '1.1',
  title: both('Uzdevums'),
  result: both('Rezultāts'),
  fromYear: 2027,
  untilYear: 2029,
  responsible: 'Vadība',
  indicators: [],
  ...change,
});
const draft = (change: Partial<StrategyDraft> = {}, tasks: TaskDraft[] = [task()]): StrategyDraft => ({
  title: both('Stratēģija'),
  mission: both('Misija'),
  vision: both('Vīzija'),
  source: 'Domes lēmums Nr. 1',
  fromYear: 2027,
  untilYear: 2030,
  goals: [{ code: 'SM1', title: both('Mērķis'), tasks }],
  investments: [],
  swot: [],
  ...change,
});
const line = (change: object = {}) => ({ code: '1', title: both('Ēka'), ...change });
const indicator = (change: object = {}) => task({ indicators: [{ title: both('Rādītājs'), targets: [], ...change }] });
const fields = (plan: StrategyDraft) =>
  strategyProblems(plan, (table, row) => table === 'headcount' && row === 'core-staff').map((one) => one.field);

describe('a strategy to be adopted', () => {
  it.each<[string, StrategyDraft, string[]]>([
    ['may be whole', draft(), []],
    ['needs its texts in both languages', draft({ title: { lv: 'x', en: ' ' }, source: '' }), ['title.en', 'source']],
    [
      'ends after it begins',
      draft({ fromYear: 2029, untilYear: 2028 }, [task({ fromYear: 2029, untilYear: 2029 })]),
      ['untilYear', 'goals.0.tasks.0.fromYear', 'goals.0.tasks.0.untilYear'],
    ],
    ['has a task', draft({}, []), ['goals']],
    [
      'numbers a task once, over all goals',
      draft({ goals: [...draft().goals, { code: 'SM2', title: both('M'), tasks: [task()] }] }),
      ['goals.1.tasks.0.code'],
    ],
    ['names a goal once', draft({ goals: [...draft().goals, { code: 'SM1', title: both('M'), tasks: [] }] }), ['goals.1.code']],
    ['names a parent before its sub-task', draft({}, [task(), task({ code: '1.1.1', parent: '1.1' })]), []],
    ['takes no parent that comes later', draft({}, [task({ code: '1.1.1', parent: '1.1' }), task()]), ['goals.0.tasks.0.parent']],
    ['takes no task for its own parent', draft({}, [task({ parent: '1.1' })]), ['goals.0.tasks.0.parent']],
    ['has tasks within its years', draft({}, [task({ untilYear: 2031 })]), ['goals.0.tasks.0.untilYear']],
    ['measures by rows of the report', draft({}, [indicator({ measure: { table: 'headcount', row: 'core-staff' } })]), []],
    [
      'measures by no other',
      draft({}, [indicator({ measure: { table: 'headcount', row: 'x' } })]),
      ['goals.0.tasks.0.indicators.0.measure'],
    ],
    [
      'has one target a year',
      draft({}, [
        indicator({
          targets: [
            { year: 2027, value: 1 },
            { year: 2027, value: 2 },
          ],
        }),
      ]),
      ['goals.0.tasks.0.indicators.0.targets'],
    ],
    [
      'has targets within its years',
      draft({}, [indicator({ targets: [{ year: 2031, value: 1 }] })]),
      ['goals.0.tasks.0.indicators.0.targets'],
    ],
    [
      'shares an investment out to one whole at most',
      draft({ investments: [line({ municipalShare: 0.7, foreignShare: 0.4 })] }),
      ['investments.0'],
    ],
    ['shares in parts of one', draft({ investments: [line({ stateShare: 85 })] }), ['investments.0.stateShare', 'investments.0']],
    ['shares thirds', draft({ investments: [line({ municipalShare: 0.1, stateShare: 0.2, foreignShare: 0.7 })] }), []],
    ['has no empty sentence', draft({ swot: [{ text: { lv: '', en: 'x' } }] }), ['swot.0.text.lv']],
  ])('%s', (_what, plan, refused) => {
    expect(fields(plan)).toEqual(refused);
  });

  it('could be each of the printed ones, but for tasks whose printed years lie outside', () => {
    for (const plan of strategies) {
      const found = strategyProblems({ ...plan, source: plan.source }, () => true).map((one) => one.field ?? '');
      expect(found.filter((field) => !/(from|until)Year$|targets$|\.result\.|\.(lv|en)$/.test(field))).toEqual([]);
    }
  });
});
