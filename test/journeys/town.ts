import { expect } from '@jest/globals';
import type { Federation, Persona } from '../support/federation.js';

// biome-ignore lint/suspicious/noExplicitAny: a story looks into answers of many shapes
type Told = any;

/** What a mutation is given: its input, or its arguments where it takes no input. */
export type Given = Record<string, unknown>;

/** The mutations that take arguments of their own; every other takes one `input`, of the type of its name. */
const argumentsOf: Record<string, Record<string, string>> = {
  approveDecision: { id: 'ID!', version: 'Int!' },
  notifyDecision: { id: 'ID!', on: 'Date!' },
  preparePaymentBatch: { month: 'Date!' },
  approvePaymentBatch: { id: 'ID!', version: 'Int!' },
  approveProlongation: { id: 'ID!', version: 'Int!' },
  exportPaymentBatch: { id: 'ID!', version: 'Int!' },
  returnDecision: { id: 'ID!', version: 'Int!', reason: 'String!' },
  confirmPlacement: { id: 'ID!', version: 'Int!' },
  withdrawConsent: { id: 'ID!' },
  acceptReferral: { id: 'ID!' },
  offerFreePlace: { id: 'ID!' },
  declineReferral: { id: 'ID!', reason: 'String!' },
};

/** The text of a mutation that selects `gives` and the problems. */
function mutation(name: string, gives: string): string {
  const input = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const taken = Object.entries(argumentsOf[name] ?? { input });
  const declared = taken.map(([argument, type]) => `$${argument}: ${type}`).join(', ');
  const passed = taken.map(([argument]) => `${argument}: $${argument}`).join(', ');
  return `mutation(${declared}) { ${name}(${passed}) { ${gives} problems { code field } } }`;
}

const variables = (name: string, given: Given): Given => (name in argumentsOf ? given : { input: given });

/** A town at work, told through the gateway: who does what, who is refused, who sees what. */
export class Town {
  constructor(private readonly graph: Federation) {}

  /** What a persona is answered to a query; fails where there is any error. */
  async sees(persona: Persona, query: string, given: Given = {}): Promise<Told> {
    const { data, errors } = await this.graph.ask(persona, query, given);
    expect(errors).toBeUndefined();
    return data;
  }

  /** What a mutation gives back to a persona; fails where it is refused. */
  async does(persona: Persona, name: string, given: Given, gives = ''): Promise<Told> {
    const payload = (await this.sees(persona, mutation(name, gives), variables(name, given)))[name];
    expect(payload.problems).toEqual([]);
    return payload;
  }

  /** The code with which a mutation is refused on the merits; null where it is done. */
  async refusal(persona: Persona, name: string, given: Given): Promise<string | null> {
    const payload = (await this.sees(persona, mutation(name, ''), variables(name, given)))[name];
    return payload.problems[0]?.code ?? null;
  }

  /** The code of the error to a persona that may not do something at all. */
  async forbidden(persona: Persona, name: string, given: Given): Promise<unknown> {
    const { errors } = await this.graph.ask(persona, mutation(name, ''), variables(name, given));
    return errors?.[0]?.extensions.code;
  }

  /** What a mutation gives back when it is sent many times at once, each time by whom and with what the number says. */
  async atOnce(times: number, by: (n: number) => Persona, name: string, given: (n: number) => Given, gives = ''): Promise<Told[]> {
    const text = mutation(name, gives);
    const answers = await Promise.all(Array.from({ length: times }, (_, n) => this.sees(by(n), text, variables(name, given(n)))));
    return answers.map((answer) => answer[name]);
  }

  /** Registers an invented person who lives in the town; gives the id. The number makes the personal code: each its own in a file. */
  async registers(
    persona: Persona,
    n: number,
    details: { givenName: string; familyName: string; birthDate: string; sex: string },
  ): Promise<string> {
    const personalCode = `329900-${String(n).padStart(5, '0')}`;
    const home = { address: 'Rīgas iela 1, Daugavpils', residenceSince: '2020-01-01' };
    return (await this.does(persona, 'registerPerson', { personalCode, ...home, ...details }, 'person { id }')).person.id;
  }

  /** The id of the employee that a persona is. */
  async employee(persona: Persona): Promise<string> {
    return (await this.sees(persona, '{ viewer { employee { id } } }')).viewer.employee.id;
  }

  /** Everything that waits between the domains is delivered. */
  async newsArrives(): Promise<void> {
    await this.graph.platform.catchUp();
  }
}

/** How often each value occurs. */
export function tally(values: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
}
