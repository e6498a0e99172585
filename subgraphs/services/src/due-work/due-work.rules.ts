import { addDays, daysBetween } from '@atbalsts/database';
import { addWorkingDays } from '@atbalsts/reference';
import { mondayOf } from '../care-plan/care-plan.rules.js';

/** By when social work in a case has to begin: so many working days after its opening. */
export const workDueOn = (openedOn: string, workingDays: number): string => addWorkingDays(openedOn, workingDays);

/** Days past the day on which something was due; 0 while it is in time. */
export const daysLate = (dueOn: string, today: string): number => Math.max(0, daysBetween(dueOn, today));

/** The last day of the week of a day: Sunday. */
export const endOfWeek = (day: string): string => addDays(mondayOf(day), 6);
