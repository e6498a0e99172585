import type { assessmentForms } from '@atbalsts/reference';
import type { Random } from '../random.js';

type Form = (typeof assessmentForms)[number];

/** Points of one criterion, as the services domain keeps them. */
export interface DemoMark {
  criterion: string;
  points: number;
}

const criteriaOf = (form: Form) => form.areas.flatMap(({ criteria }) => criteria);

/** What marks give by a form of risks: the sum of points times weights, its level, and months until the next look. */
export function riskOutcome(form: Form, marks: readonly DemoMark[]): { score: number; level: string; months: number } {
  const points = new Map(marks.map((mark) => [mark.criterion, mark.points]));
  const criteria = criteriaOf(form);
  const score = criteria.reduce((sum, { code, weight }) => sum + (points.get(code) ?? 0) * weight, 0);
  const decisive = criteria.some(({ code, decisiveFrom }) => decisiveFrom !== undefined && (points.get(code) ?? 0) >= decisiveFrom);
  const level = decisive ? form.levels.at(-1) : form.levels.findLast(({ fromScore }) => fromScore <= score);
  if (!level?.nextInMonths) throw new Error(`the form ${form.kind} ${form.version} has no level for ${score} points`);
  return { score, level: level.level, months: level.nextInMonths };
}

/** Invents marks that give a level. */
export function riskMarks(random: Random, form: Form, level: string): DemoMark[] {
  for (let tries = 0; tries < 500; tries++) {
    const ceiling = { NONE: 1, AT_RISK: 2, HIGH_RISK: 3 }[level] ?? 3;
    const marks = criteriaOf(form).map(({ code }) => ({ criterion: code, points: random.chance(0.5) ? 0 : random.int(0, ceiling) }));
    if (riskOutcome(form, marks).level === level) return marks;
  }
  throw new Error(`no marks of ${form.kind} ${form.version} were found for ${level}`);
}

/** Invents marks that add up to a score. */
export function marksForScore(random: Random, form: Form, score: number): DemoMark[] {
  const given = new Map(criteriaOf(form).map(({ code }) => [code, 0]));
  let left = score;
  for (const { code, most } of random.shuffle(criteriaOf(form))) {
    const points = Math.min(left, most);
    given.set(code, points);
    left -= points;
  }
  if (left > 0) throw new Error(`the form ${form.kind} ${form.version} has no ${score} points`);
  return [...given].map(([criterion, points]) => ({ criterion, points }));
}
