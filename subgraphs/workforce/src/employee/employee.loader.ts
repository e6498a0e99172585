import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { Employee, Employment } from './employee.entity.js';

/** Employees by id; null for one that does not exist or is not of the principal's municipality. */
export const employeeById: BatchLoad<string, Employee | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Employee, { id: { $in: idsAmong(ids) } }), (e) => e.id);

/** Employments by employee, the oldest first. */
export const employmentsOf: BatchLoad<string, Employment[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(Employment, { employeeId: { $in: [...ids] } }, { orderBy: { from: 'asc' } }), (e) => e.employeeId);
