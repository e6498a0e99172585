import type { Context } from '@atbalsts/graphql';
import { employmentsOf } from '../employee/employee.loader.js';
import { lastInYear } from '../employee/employee.rules.js';
import { Obligation } from './obligation.js';
import { supervisionHundredths, trainingHundredths } from './obligation.loader.js';
import { supervisionOwed, trainingOwed } from './obligation.rules.js';

/** Hours of an employee in a year against what is asked of the kind held last in that year; null without employment in it, or where nothing is asked. */
export async function obligationOf(
  context: Context,
  employeeId: string,
  year: number,
  of: 'training' | 'supervision',
): Promise<Obligation | null> {
  if (year < 1900 || year > 2999) return null;
  const employment = lastInYear(await context.load(employmentsOf, employeeId), year);
  if (!employment) return null;
  const key = { employeeId, year };
  const found =
    of === 'training'
      ? trainingOwed(employment.kind, await context.load(trainingHundredths, key))
      : await supervision(context, employment.kind, key);
  if (!found) return null;
  return Object.assign(new Obligation(), {
    requiredHours: found.required / 100,
    hours: found.done / 100,
    met: found.met,
    citation: found.citation,
  });
}

async function supervision(context: Context, kind: Parameters<typeof supervisionOwed>[0], key: { employeeId: string; year: number }) {
  const { individual, grouped } = await context.load(supervisionHundredths, key);
  return supervisionOwed(kind, individual, grouped);
}
