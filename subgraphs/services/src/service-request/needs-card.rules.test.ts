import { assessmentForms } from '@atbalsts/reference';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { outcomeOf } from '../assessment-form/assessment-form.rules.js';
import { cardProblems } from './needs-card.rules.js';

describe.each(assessmentForms.filter(({ kind }) => kind === 'NEEDS').map((card) => [card.version, card] as const))(
  'the needs card %i',
  (_version, card) => {
    const criteria = card.areas.flatMap((area) => area.criteria);
    const none = criteria.map(({ code }) => ({ criterion: code, points: 0 }));

    it('is right with the score and the level that its points give, and names each that is not', () => {
      expect(cardProblems(card, none, { score: 0, level: 1 })).toEqual([]);
      expect(cardProblems(card, none, { score: 1, level: 2 })).toMatchObject([
        { code: 'INVALID', field: 'score' },
        { code: 'INVALID', field: 'level' },
      ]);
      expect(cardProblems(card, none.slice(1), { score: 0, level: 1 })).toMatchObject([{ code: 'INVALID', field: 'marks' }]);
    });

    it.each([
      [0, '1'],
      [24, '1'],
      [25, '2'],
      [50, '3'],
      [74, '3'],
      [75, '4'],
      [100, '4'],
    ])('gives for %i points the level %s', (points, level) => {
      let left = points;
      const marks = criteria.map(({ code, most }) => {
        const given = Math.min(left, most);
        left -= given;
        return { criterion: code, points: given };
      });
      expect(outcomeOf(card, marks)).toMatchObject({ score: points, level });
    });

    it('accepts exactly one score and one level for any points', () => {
      const points = fc.tuple(...criteria.map(({ most }) => fc.integer({ min: 0, max: most })));
      fc.assert(
        fc.property(points, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 4 }), (given, score, level) => {
          const marks = criteria.map(({ code }, at) => ({ criterion: code, points: given[at] ?? 0 }));
          const gives = outcomeOf(card, marks);
          expect(cardProblems(card, marks, { score, level }).length === 0).toBe(score === gives.score && String(level) === gives.level);
          expect(cardProblems(card, marks, { score: gives.score, level: Number(gives.level) })).toEqual([]);
        }),
      );
    });
  },
);
