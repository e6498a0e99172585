import { demoId } from '@atbalsts/auth';
import { daugavpils } from '@atbalsts/reference';
import { employeesAt } from '../workforce/index.js';
import type { World } from '../world.js';

/** Ids of the employees who decide and pay in a town; nobody is on both sides of a four-eyes act. */
export interface Officers {
  proposers: readonly string[];
  approvers: readonly string[];
  paymentPreparer: string;
  paymentApprover: string;
}

const persona = (name: string): string => demoId('employee', name);

const ofDaugavpils: Officers = {
  proposers: [persona('assistance-organiser'), persona('assistance-organiser-2')],
  approvers: [persona('head-of-assistance'), persona('director')],
  paymentPreparer: persona('finance'),
  paymentApprover: persona('director'),
};

/** Who decides in a town on a day: in Daugavpils the personas, in Bauska its organisers of assistance, somebody of the administration, and the director. */
export function officersOf(world: World, municipality: string, on: string): Officers {
  if (municipality === daugavpils) return ofDaugavpils;
  const director = persona('director-bauska');
  const at = (kind: 'SOCIAL_ASSISTANCE_ORGANISER' | 'OTHER'): string[] =>
    employeesAt(world, municipality, on, { kinds: [kind] })
      .map((employee) => employee.id)
      .filter((id) => id !== director);
  const proposers = at('SOCIAL_ASSISTANCE_ORGANISER');
  const [paymentPreparer] = at('OTHER');
  if (!proposers.length || !paymentPreparer) throw new Error(`nobody works on benefits in ${municipality} on ${on}`);
  return { proposers, approvers: [director], paymentPreparer, paymentApprover: director };
}
