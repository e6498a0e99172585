import { type RegisterAnswer, sourcesOf } from '../answer.js';
import type { RegisterOutcome, Registers } from '../port.js';
import { type RegisterQuestion, type RegisterSubject, registerQuestion } from '../question.js';

/** What the pretended registers know of an invented person. */
export interface SimulatedPerson {
  residence: { municipality: string; addressKey: string; since: string } | null;
  deceasedOn: string | null;
  /** Paid by month, after tax; months without an entry are without income. */
  incomes: readonly { month: string; source: 'PENSION' | 'BENEFIT' | 'WAGE' | 'SELF_EMPLOYMENT'; amount: number }[];
  unemployedSince: string | null;
}

/** Finds an invented person, as of the first day no longer asked about; null for whom the registers do not know. */
export type SimulatedPeople = (subject: RegisterSubject, until: string) => Promise<SimulatedPerson | null>;

/** State registers that are none: they answer of invented people, from a source that the demo gives. */
export class SimulatedRegisters implements Registers {
  constructor(private readonly people: SimulatedPeople) {}

  async ask(question: RegisterQuestion): Promise<RegisterOutcome> {
    const asked = registerQuestion.parse(question);
    const person = await this.people(asked.subject, asked.until);
    return person
      ? { kind: 'ANSWERED', answer: simulatedAnswer(person, asked), fromCache: false }
      : { kind: 'NOT_KNOWN', fromCache: false };
  }

  async close(): Promise<void> {}
}

/** What a register tells of an invented person for the days asked about, and nothing beyond them. */
export function simulatedAnswer(
  person: SimulatedPerson,
  { register, from, until }: Pick<RegisterQuestion, 'register' | 'from' | 'until'>,
): RegisterAnswer {
  if (register === 'POPULATION') return { register, residence: person.residence, deceasedOn: person.deceasedOn };
  if (register === 'EMPLOYMENT') return { register, unemployedSince: person.unemployedSince };
  const told = person.incomes.filter(
    ({ month, source }) => `${month}-01` >= from && `${month}-01` < until && sourcesOf[register].includes(source),
  );
  return { register, incomes: told.map(({ month, source, amount }) => ({ month, source, amount })) };
}
