import { assessmentForms } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Mark, markProblems, outcomeOf } from './assessment-form.rules.js';

const form = {
  areas: [
    {
      code: 'child',
      label: { lv: 'Bērns', en: 'Child' },
      criteria: [
        { code: 'violence', label: { lv: 'v', en: 'v' }, most: 3, weight: 4, decisiveFrom: 3 },
        { code: 'school', label: { lv: 's', en: 's' }, most: 3, weight: 1 },
      ],
    },
    { code: 'home', label: { lv: 'Mājas', en: 'Home' }, criteria: [{ code: 'debts', label: { lv: 'p', en: 'd' }, most: 3, weight: 2 }] },
  ],
  levels: [
    { level: 'NONE', label: { lv: '0', en: '0' }, fromScore: 0, nextInMonths: 12 },
    { level: 'AT_RISK', label: { lv: '1', en: '1' }, fromScore: 5, nextInMonths: 6 },
    { level: 'HIGH_RISK', label: { lv: '2', en: '2' }, fromScore: 15, nextInMonths: 3 },
  ],
};
const marks = (violence: number, school: number, debts: number): Mark[] => [
  { criterion: 'violence', points: violence },
  { criterion: 'school', points: school },
  { criterion: 'debts', points: debts },
];

describe('what marks give by a form', () => {
  it.each([
    [marks(0, 0, 0), 0, 'NONE', 12],
    [marks(0, 2, 1), 4, 'NONE', 12],
    [marks(0, 3, 1), 5, 'AT_RISK', 6],
    [marks(2, 0, 3), 14, 'AT_RISK', 6],
    [marks(2, 1, 3), 15, 'HIGH_RISK', 3],
  ])('%j: %i points, %s', (given, score, level, nextInMonths) => {
    expect(outcomeOf(form, given)).toMatchObject({ score, level, nextInMonths, decisive: false });
  });

  it('one criterion decides alone: violence is not averaged away', () => {
    expect(outcomeOf(form, marks(3, 0, 0))).toMatchObject({ score: 12, level: 'HIGH_RISK', decisive: true });
  });

  it('is shown area by area', () => {
    expect(outcomeOf(form, marks(1, 2, 3)).areas).toMatchObject([
      { code: 'child', score: 6, most: 15 },
      { code: 'home', score: 6, most: 6 },
    ]);
  });
});

describe('marks', () => {
  it.each([
    ['each criterion once', marks(0, 3, 1), []],
    ['one missing', marks(0, 1, 2).slice(1), ['marks']],
    ['one twice', [...marks(0, 1, 2), { criterion: 'debts', points: 1 }], ['marks.3.criterion']],
    ['one unknown', [...marks(0, 1, 2), { criterion: 'x', points: 1 }], ['marks.3.criterion']],
    ['too many points', marks(4, 1, 2), ['marks.0.points']],
    ['fewer than none', marks(-1, 1, 2), ['marks.0.points']],
  ])('with %s', (_name, given, fields) => {
    expect(markProblems(form, given).map(({ code, field }) => [code, field])).toEqual(fields.map((field) => ['INVALID', field]));
  });
});

describe.each(assessmentForms.map((one) => [`${one.kind} ${one.version}`, one] as const))('the form %s', (_name, one) => {
  const criteria = one.areas.flatMap((area) => area.criteria);
  const anyMarks = fc
    .tuple(...criteria.map(({ most }) => fc.integer({ min: 0, max: most })))
    .map((points) => criteria.map(({ code }, at) => ({ criterion: code, points: points[at] ?? 0 })));
  const rank = (level: string) => one.levels.findIndex((known) => known.level === level);

  it('more points never give a lower level or score, and areas always add up to the score', () => {
    fc.assert(
      fc.property(anyMarks, fc.nat(), (given, which) => {
        const outcome = outcomeOf(one, given);
        expect(markProblems(one, given)).toEqual([]);
        expect(outcome.areas.reduce((sum, area) => sum + area.score, 0)).toBe(outcome.score);
        expect(outcome.areas.every((area) => area.score <= area.most)).toBe(true);
        const at = which % criteria.length;
        const more = given.map((mark, n) => (n === at ? { ...mark, points: criteria[at]?.most ?? 0 } : mark));
        expect(outcomeOf(one, more).score).toBeGreaterThanOrEqual(outcome.score);
        expect(rank(outcomeOf(one, more).level)).toBeGreaterThanOrEqual(rank(outcome.level));
      }),
    );
  });

  it('reaches its highest level, and says so much about where it is from', () => {
    const all = criteria.map(({ code, most }) => ({ criterion: code, points: most }));
    expect(outcomeOf(one, all).level).toBe(one.levels.at(-1)?.level);
    expect(outcomeOf(one, []).level).toBe(one.levels[0]?.level);
    expect([one.assumed, one.note.en.length > 40]).toEqual([true, true]);
  });
});
