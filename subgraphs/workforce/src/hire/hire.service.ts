import { addMonths, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { Employee, Employment } from '../employee/employee.entity.js';
import { publishEmployee } from '../employee/employee.facts.js';
import { fteHundredths } from '../post/fte.rules.js';
import { holdUnit, occupyPost } from '../post/occupy.js';
import type { HireInput } from './hire.input.js';
import { hireProblems, tidyName } from './hire.rules.js';

/**
 * Hires somebody into a unit of the own municipality: onto its vacant post of that size, or onto a new one where none is vacant. NOT_FOUND for the unit;
 * INVALID for an empty name, an impossible size or day; DUPLICATE where the same hire was entered already.
 */
export function hire(context: Context, input: HireInput): Promise<Payload<'employee', Employee>> {
  return mutate(context, 'employee', async () => {
    const { em, municipality, today } = context;
    const problems = hireProblems(input, addMonths(today, 12));
    if (problems.length) throw new Refusal(problems);
    const unit = await holdUnit(context, input.unitId);
    const twin = await sameHire(context, input);
    if (twin) throw new Refusal([enteredAlready()], twin);
    const employee = em.create(Employee, {
      id: newId(),
      municipality,
      name: tidyName(input.name),
      specialisations: [],
      territories: [],
      version: 1,
    });
    em.create(Employment, { id: newId(), municipality, employeeId: employee.id, kind: input.kind, from: input.from, until: null });
    const hundredths = fteHundredths(input.fte);
    await occupyPost(context, { unit, employeeId: employee.id, hundredths, from: input.from, until: null });
    await publishEmployee(context, employee.id);
    await context.audit.write(em, {
      action: 'employee.hire',
      object: `employee:${employee.id}`,
      fields: ['name', 'kind', 'unitId', 'fte', 'from'],
    });
    return employee;
  });
}

/** Somebody of the same name who begins in the same unit, as the same, on the same day: the form was sent twice. */
async function sameHire({ em, municipality }: Context, { name, kind, unitId, from }: HireInput): Promise<Employee | null> {
  const [found]: { id: string }[] = await em.execute(
    `select e.id from employee e
       join employment m on m.employee_id = e.id and m.kind = ? and m.from_date = ?::date
       join post_assignment a on a.employee_id = e.id and a.from_date = m.from_date
       join post p on p.id = a.post_id and p.unit_id = ?::uuid
      where e.municipality = ? and e.search_name = plain_text(?) limit 1`,
    [kind, from, unitId, municipality, tidyName(name)],
  );
  return found ? em.findOneOrFail(Employee, { id: found.id }) : null;
}

const enteredAlready = () =>
  problem(
    ProblemCode.DUPLICATE,
    'Tāds pats darbinieks no šīs dienas šajā struktūrvienībā jau ir pieņemts.',
    'Somebody of the same name was hired into this unit from that day already.',
  );
