import { addMonths } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import type { Employee } from '../employee/employee.entity.js';
import { publishEmployee } from '../employee/employee.facts.js';
import { holdEmployee } from '../employee/employee.hold.js';
import { employedUntil } from '../employee/employee.rules.js';
import type { AssignPostInput } from './assign.input.js';
import { assignmentProblems, endsByMove } from './assign.rules.js';
import { fteHundredths } from './fte.rules.js';
import { holdUnit, occupyPost } from './occupy.js';
import { Post, PostAssignmentRow } from './post.entity.js';

/**
 * Gives an employee of the own municipality a post, beside the others or instead of them, until the employment ends. NOT_FOUND for the employee or the
 * unit; INVALID where the employee is not employed on the day or would hold more than one may; DUPLICATE where it was assigned already.
 */
export function assignPost(context: Context, input: AssignPostInput): Promise<Payload<'employee', Employee>> {
  return mutate(context, 'employee', async () => {
    const { em, today } = context;
    const { employee, employments } = await holdEmployee(context, input.employeeId);
    const unit = await holdUnit(context, input.unitId);
    const rows = await em.find(PostAssignmentRow, { employeeId: employee.id });
    const posts = new Map((await em.find(Post, { id: { $in: rows.map((row) => row.postId) } })).map((post) => [post.id, post]));
    const sizeOf = (row: PostAssignmentRow) => posts.get(row.postId)?.fteHundredths ?? 0;
    const until = employedUntil(employments, input.from);
    const problems = assignmentProblems({
      ...input,
      employedUntil: until,
      held: rows.map((row) => ({ from: row.from, until: row.until, hundredths: sizeOf(row) })),
      latest: addMonths(today, 12),
    });
    const hundredths = fteHundredths(input.fte);
    const twin = rows.some((row) => row.from === input.from && posts.get(row.postId)?.unitId === unit.id && sizeOf(row) === hundredths);
    if (twin) throw new Refusal([alreadyAssigned()], employee);
    if (problems.length || until === undefined) throw new Refusal(problems);
    if (input.move) for (const row of rows) if (endsByMove(row, input.from)) row.until = input.from;
    await occupyPost(context, { unit, employeeId: employee.id, hundredths, from: input.from, until });
    await publishEmployee(context, employee.id);
    await context.audit.write(em, {
      action: 'post.assign',
      object: `employee:${employee.id}`,
      fields: ['unitId', 'fte', 'from', ...(input.move ? ['move'] : [])],
    });
    return employee;
  });
}

const alreadyAssigned = () =>
  problem(
    ProblemCode.DUPLICATE,
    'Darbiniekam šāds amats šajā struktūrvienībā no šīs dienas jau ir.',
    'The employee has such a post in this unit from that day already.',
  );
