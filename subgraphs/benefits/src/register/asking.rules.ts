import type { StateRegister } from '@atbalsts/registers';
import { averagedMonths } from '../means/means.income.rules.js';
import { addMonths } from '../means/means.period.rules.js';

/** On what the registers are asked for a means test, and for what. */
export const meansTestBasis = {
  /** The paragraphs on means; which one opens the registers to a town is assumed. */
  citation:
    'Regula (ES) 2016/679, 6. panta 1. punkta e) apakšpunkts; Sociālo pakalpojumu un sociālās palīdzības likums, 33. un 35. pants; MK 17.12.2020. noteikumi Nr. 809 (pieņemts / assumed)',
  purpose: 'Mājsaimniecības materiālās situācijas izvērtēšana',
} as const;

/** From which age a register has anything to tell of a person (assumed): work from 13 (Labour Law, section 37), unemployment from 15. */
const youngest: Readonly<Record<StateRegister, number>> = { POPULATION: 0, SOCIAL_INSURANCE: 0, REVENUE: 13, EMPLOYMENT: 15 };

/** The days a register is asked about for an application: the day itself, or the three full months before it whose income counts. Half-open. */
export function daysFor(register: StateRegister, submittedOn: string): { from: string; until: string } {
  if (register === 'SOCIAL_INSURANCE' || register === 'REVENUE') {
    const until = `${submittedOn.slice(0, 7)}-01`;
    return { from: addMonths(until, -averagedMonths), until };
  }
  const next = new Date(`${submittedOn}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return { from: submittedOn, until: next.toISOString().slice(0, 10) };
}

/** The three months whose income counts for an application, as YYYY-MM, the oldest first. */
export function monthsBefore(submittedOn: string): string[] {
  const { from } = daysFor('REVENUE', submittedOn);
  return Array.from({ length: averagedMonths }, (_, at) => addMonths(from, at).slice(0, 7));
}

/** Which registers are asked about whom: none that can have nothing to tell at that age (Regulation (EU) 2016/679, article 5(1)(c)). */
export function questionsFor<Member extends { age: number }>(
  members: readonly Member[],
  registers: readonly StateRegister[],
): { member: Member; register: StateRegister }[] {
  return members.flatMap((member) =>
    [...new Set(registers)].filter((register) => member.age >= youngest[register]).map((register) => ({ member, register })),
  );
}
