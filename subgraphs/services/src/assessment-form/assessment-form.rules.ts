import type { Problem } from '@atbalsts/graphql';
import type { AssessmentFormContent, Label } from '@atbalsts/reference';
import { Invalid, repeated } from '../invalid.js';

/** Points given for one criterion. */
export interface Mark {
  criterion: string;
  points: number;
}

/** The points of one area of a form, each criterion's times its weight. */
export interface AreaSum {
  code: string;
  label: Label;
  score: number;
  /** The most that the area can give. */
  most: number;
}

/** What marks give by a form. */
export interface Outcome {
  areas: AreaSum[];
  score: number;
  level: string;
  /** True where a single criterion gave the highest level, whatever the sum. */
  decisive: boolean;
  /** In how many months the next assessment is due by that level; null where the form says nothing. */
  nextInMonths: number | null;
}

const criteriaOf = (form: AssessmentFormContent) => form.areas.flatMap(({ criteria }) => criteria);

/** Everything that is wrong with the marks: each criterion of the form has points once, within what it can have, and nothing else has. */
export function markProblems(form: AssessmentFormContent, marks: readonly Mark[], field = 'marks'): Problem[] {
  const invalid = new Invalid();
  const criteria = new Map(criteriaOf(form).map((criterion) => [criterion.code, criterion]));
  marks.forEach(({ criterion, points }, at) => {
    const known = criteria.get(criterion);
    invalid
      .when(!known, `${field}.${at}.criterion`, 'Šāda kritērija kartē nav.', 'The form has no such criterion.')
      .when(
        known !== undefined && (points < 0 || points > known.most),
        `${field}.${at}.points`,
        `Punkti ir no 0 līdz ${known?.most}.`,
        `Points are 0 to ${known?.most}.`,
      );
  });
  for (const at of repeated(marks.map(({ criterion }) => criterion)))
    invalid.when(true, `${field}.${at}.criterion`, 'Kritērijs novērtēts divreiz.', 'This criterion has points twice.');
  const missing = [...criteria.keys()].filter((code) => !marks.some(({ criterion }) => criterion === code));
  return invalid.when(missing.length > 0, field, `Nav novērtēts: ${missing.join(', ')}.`, `Without points: ${missing.join(', ')}.`).found;
}

/**
 * What marks give by a form: the sum of points times weights, area by area, and the highest level whose limit the sum reaches. A criterion with
 * `decisiveFrom` or more points gives the highest level alone: a child in danger is not averaged away. Marks that the form does not know count nothing.
 */
export function outcomeOf(form: AssessmentFormContent, marks: readonly Mark[]): Outcome {
  const points = new Map(marks.map((mark) => [mark.criterion, mark.points]));
  const areas = form.areas.map(({ code, label, criteria }) => ({
    code,
    label,
    score: criteria.reduce((sum, one) => sum + (points.get(one.code) ?? 0) * one.weight, 0),
    most: criteria.reduce((sum, one) => sum + one.most * one.weight, 0),
  }));
  const score = areas.reduce((sum, area) => sum + area.score, 0);
  const decisive = criteriaOf(form).some((one) => one.decisiveFrom !== undefined && (points.get(one.code) ?? 0) >= one.decisiveFrom);
  const level = decisive ? form.levels.at(-1) : form.levels.findLast(({ fromScore }) => fromScore <= score);
  return { areas, score, level: level?.level ?? '', decisive, nextInMonths: level?.nextInMonths ?? null };
}
