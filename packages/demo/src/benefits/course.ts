import { addDays, addMonths } from '@atbalsts/database';
import type { Home } from './homes.js';

/** An application with all that followed, as the demo plans it, for the whole household. Money is cents. */
export interface Case {
  home: Home;
  type: string;
  ground?: 'STANDARD' | 'UKRAINE_SUPPORT';
  submittedOn: string;
  /** Average monthly income of the household and housing costs, where means are declared. */
  means?: { income: number; housingCosts: number };
  /** The status found, with its period where there is one. */
  status?: { status: 'NEEDY' | 'LOW_INCOME'; from: string; until: string } | { status: 'NONE' };
  /** Granted a month. */
  monthly?: { amount: number; months: number; from: string };
  /** Granted once. */
  once?: number;
  /** Refused, with these reasons. */
  refused?: string;
  /** How far it has come; DECIDED where left out. */
  stage?: 'SUBMITTED' | 'MEANS_DECLARED' | 'PROPOSED';
  claimedCosts?: number;
}

/** The days on which the steps of a case are taken, and its payments by month. */
export interface Course {
  completeOn: string;
  dueOn: string;
  proposedOn: string;
  approvedOn: string;
  notifiedOn: string;
  payments: { month: string; amount: number }[];
}

/** The first day of the month of a day. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** How a case goes on. The days between the steps follow from what the case is, so that they need no chance of their own: decided within 13 days. */
export function courseOf(one: Case): Course {
  const pace = Number.parseInt(one.home.head.id.slice(0, 6), 16) + Number(one.submittedOn.slice(8));
  const completeOn = addDays(one.submittedOn, pace % 4);
  const proposedOn = addDays(completeOn, 1 + (pace % 6));
  const approvedOn = addDays(proposedOn, pace % 5);
  return {
    completeOn,
    dueOn: addMonths(completeOn, 1),
    proposedOn,
    approvedOn,
    notifiedOn: addDays(approvedOn, 1 + (pace % 7)),
    payments: paymentsOf(one, approvedOn),
  };
}

/** Payments by month. What is granted once and approved after the 24th goes with the batch of the next month. */
function paymentsOf(one: Case, approvedOn: string): { month: string; amount: number }[] {
  if (one.stage !== undefined || one.refused) return [];
  if (one.once !== undefined)
    return [{ month: Number(approvedOn.slice(8)) > 24 ? addMonths(monthOf(approvedOn), 1) : monthOf(approvedOn), amount: one.once }];
  const { amount, months, from } = one.monthly ?? { amount: 0, months: 0, from: one.submittedOn };
  return Array.from({ length: months }, (_, i) => ({ month: i === 0 ? monthOf(from) : addMonths(monthOf(from), i), amount }));
}
