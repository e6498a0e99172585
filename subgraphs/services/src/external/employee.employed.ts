import { isId, periodContains } from '@atbalsts/database';
import { type Context, type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import type { NamedEmployee } from './employee.ask.js';

interface Answer {
  employee: { employments: { from: string; until: string | null }[] | null } | null;
}

/**
 * Asks the workforce whether an employee may take something over on a day: known to the own municipality, and employed. NOT_FOUND, or INVALID for somebody who
 * is gone or not there yet: nothing is given to a person who is not there. Fails closed.
 */
export async function notEmployed(context: Context, { field, id }: NamedEmployee, on: string): Promise<Problem[]> {
  const { employee } = isId(id)
    ? await context.ask<Answer>('workforce', 'query($employee: ID!) { employee(id: $employee) { employments { from until } } }', {
        employee: id,
      })
    : { employee: null };
  if (!employee)
    return [
      problem(ProblemCode.NOT_FOUND, 'Šāda darbinieka jūsu pašvaldībā nav.', 'There is no such employee in your municipality.', field),
    ];
  const there = employee.employments?.some(({ from, until }) => periodContains(from, until, on)) ?? false;
  return there
    ? []
    : [
        problem(
          ProblemCode.INVALID,
          `Darbinieks ${on} nav nodarbināts: neesošam cilvēkam neko nenodod.`,
          `The employee is not employed on ${on}: nothing is handed to somebody who is not there.`,
          field,
        ),
      ];
}
