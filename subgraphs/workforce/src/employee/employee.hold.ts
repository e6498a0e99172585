import { type Context, ProblemCode, refuse } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { Employee, Employment } from './employee.entity.js';

/**
 * An employee of the own municipality with the employments, the oldest first; held until the end of the mutation, so that two changes of one employee
 * see one another. NOT_FOUND where there is none.
 */
export async function holdEmployee({ em, municipality }: Context, id: string): Promise<{ employee: Employee; employments: Employment[] }> {
  const employee = await em.findOne(Employee, { id, municipality }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!employee)
    refuse(ProblemCode.NOT_FOUND, 'Šāda darbinieka jūsu pašvaldībā nav.', 'There is no such employee in your municipality.', 'employeeId');
  return { employee, employments: await em.find(Employment, { employeeId: employee.id }, { orderBy: { from: 'asc' } }) };
}
