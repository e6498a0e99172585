import type { ReferenceResolver } from '@atbalsts/graphql';
import { employeeById } from './employee.loader.js';

/** Resolves an employee for another subgraph; null where the employee is not of the principal's municipality. */
export const employeeReference: ReferenceResolver = ({ id }, context) => context.load(employeeById, String(id));
