import { randomUUID } from 'node:crypto';
import { demoId } from '@atbalsts/auth';
import { type OtherDomains, staff, type TestSubgraph } from '@atbalsts/testing';

/** A person of the pretended registry. */
export interface KnownPerson {
  id: string;
  municipality: string;
  residence: string | null;
  household: string | null;
  circumstances: string[];
  /** Full years, on every day. */
  age: number;
}

/** A registry that knows who it is told, each in the own municipality only, and can be taken away. */
export class PretendedRegistry {
  readonly persons: KnownPerson[] = [];
  silent = false;
  /** A household in which nobody is. */
  emptied: string | null = null;

  /** Makes a person known. */
  add(details: Partial<KnownPerson> = {}): KnownPerson & { household: string } {
    const person = {
      id: randomUUID(),
      municipality: '0002000',
      residence: '0002000',
      household: randomUUID(),
      circumstances: [],
      age: 40,
      ...details,
    };
    this.persons.push(person);
    return person as KnownPerson & { household: string };
  }

  /** Case workers by person, open cases only, as services tells them. */
  readonly caseWorkers = new Map<string, string>();
  servicesSilent = false;
  /** How often services was asked. */
  servicesAsked = 0;

  /** What the registry answers to the questions of `submitApplication` and `declareMeans`, and services to that of `approveDecision`. */
  readonly domains: OtherDomains = {
    registry: ({ query, variables, token }) => {
      if (this.silent) throw new Error('the registry is down');
      if (query.includes('_entities')) {
        const asked = variables?.persons as { id: string }[];
        const names = asked.map(({ id }) => this.persons.find((one) => one.id === id && token?.endsWith(one.municipality)));
        return { data: { _entities: names.map((one) => one && { reference: 'P-000001', givenName: 'Līga', familyName: 'Bērziņa' }) } };
      }
      const known = this.persons.filter(({ municipality }) => token?.endsWith(municipality));
      if (query.includes('household(id:')) {
        if (this.emptied && variables?.id === this.emptied) return { data: { household: { id: this.emptied, members: [] } } };
        const members = known.filter(({ household }) => household === variables?.id);
        const shown = members.map(({ id, age, circumstances }) => ({
          person: { id, age, circumstances: circumstances.map((kind) => ({ kind })) },
        }));
        return { data: { household: members.length ? { id: variables?.id, members: shown } : null } };
      }
      const found = known.find(({ id }) => id === variables?.id);
      return {
        data: {
          person: found
            ? {
                id: found.id,
                declaredResidence: found.residence ? { municipality: { code: found.residence } } : null,
                household: found.household ? { id: found.household } : null,
                circumstances: found.circumstances.map((kind) => ({ kind })),
              }
            : null,
        },
      };
    },
    services: ({ variables }) => {
      this.servicesAsked++;
      if (this.servicesSilent) throw new Error('services is down');
      const persons = variables?.persons as { id: string }[];
      const closed = { responsible: { id: demoId('employee', 'head-of-assistance') }, closedOn: '2024-01-01' };
      return {
        data: {
          _entities: persons.map(({ id }) => {
            const worker = this.caseWorkers.get(id);
            return { cases: [closed, ...(worker ? [{ responsible: { id: worker }, closedOn: null }] : [])] };
          }),
        },
      };
    },
  };
}

/** The payload of a mutation, of whatever shape the question gave it. */
export type Answer = Awaited<ReturnType<TestSubgraph['ask']>>['data'];

/** The staff of the demo town who take part in a decision, each with an own employee. */
export const officers = {
  organiser: staff('assistance-organiser', { employee: demoId('employee', 'assistance-organiser') }),
  head: staff('head-of-assistance', { employee: demoId('employee', 'head-of-assistance') }),
  director: staff('director', { employee: demoId('employee', 'director') }),
  finance: staff('finance', { employee: demoId('employee', 'finance') }),
};

const submit = `mutation($i: SubmitApplicationInput!) { submitApplication(input: $i) { application { id number version state dueOn } problems { code field } } }`;
const declare = `mutation($i: DeclareMeansInput!) { declareMeans(input: $i) { application { id version state dueOn
  means { status income gmiBenefit housingAllowance } incomes { source monthly evidence person { id } } } problems { code field message(language: EN) messageLv: message } } }`;
const decisionFields = `decision { id number version state outcome monthlyAmount amount months from until reasons notifiedOn challengeUntil returnReason challengedOn challengeGrounds
  challengeDecidedOn challengeReasons challengeDecidedBy { id } revokedFrom proposedBy { id } approvedBy { id } payments { month amount state batch { number } }
  application { id version state dueOn } } problems { code field message(language: EN) messageLv: message }`;
const propose = `mutation($i: ProposeDecisionInput!) { proposeDecision(input: $i) { ${decisionFields} } }`;
const approve = `mutation($id: ID!, $v: Int!) { approveDecision(id: $id, version: $v) { ${decisionFields} } }`;

/** The steps of a case, each as the mutation of the graph; a step gives the mutation's payload, and throws where the whole answer is an error. */
export class Counter {
  constructor(
    readonly town: TestSubgraph,
    readonly registry: PretendedRegistry,
  ) {}

  private async send(who: typeof officers.head, query: string, variables: object): Promise<Answer> {
    const { data, errors } = await this.town.ask(who, query, variables as Record<string, unknown>);
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0];
  }

  /** The registry tells who belongs to a household, from 2020 on until before a day; null: still. Gives the key of the membership. */
  async told(householdId: string, personId: string, until: string | null, key: string = randomUUID()): Promise<string> {
    const body = JSON.stringify({ householdId, personId, relation: 'HEAD', since: '2020-01-01', until });
    await this.town.sql(
      `insert into fact (kind, key, source, municipality, body, position, at) values ('household-member', $1, 'registry', '0002000', $2, 1, now())
       on conflict (kind, key) do update set body = excluded.body`,
      [key, body],
    );
    return key;
  }

  /** An application of a new person for benefits of the day in June 2025 that the acceptance case uses. */
  async apply(change: object = {}, person = this.registry.add()) {
    const input = { applicantId: person.id, householdId: person.household, benefitType: 'gmi', submittedOn: '2025-06-10', ...change };
    const { application, problems } = await this.send(officers.organiser, submit, { i: input });
    if (problems.length) throw new Error(JSON.stringify(problems));
    return { ...(application as { id: string; version: number }), person };
  }

  declare(application: { id: string; version: number }, input: object): Promise<Answer> {
    return this.send(officers.organiser, declare, { i: { applicationId: application.id, version: application.version, ...input } });
  }

  propose(application: { id: string; version: number }, input: object, who = officers.organiser): Promise<Answer> {
    return this.send(who, propose, { i: { applicationId: application.id, version: application.version, ...input } });
  }

  approve(decision: { id: string; version: number }, who = officers.head): Promise<Answer> {
    return this.send(who, approve, { id: decision.id, v: decision.version });
  }

  return(decision: { id: string; version: number }, reason: string, who = officers.head): Promise<Answer> {
    const query = `mutation($id: ID!, $v: Int!, $r: String!) { returnDecision(id: $id, version: $v, reason: $r) { ${decisionFields} } }`;
    return this.send(who, query, { id: decision.id, v: decision.version, r: reason });
  }

  notify(decision: { id: string }, on: string, who = officers.organiser): Promise<Answer> {
    const query = `mutation($id: ID!, $on: Date!) { notifyDecision(id: $id, on: $on) { ${decisionFields} } }`;
    return this.send(who, query, { id: decision.id, on });
  }

  challenge(decision: { id: string }, on: string, grounds: string): Promise<Answer> {
    const query = `mutation($id: ID!, $on: Date!, $g: String!) { challengeDecision(id: $id, on: $on, grounds: $g) { ${decisionFields} } }`;
    return this.send(officers.organiser, query, { id: decision.id, on, g: grounds });
  }

  rule(decision: { id: string }, on: string, upheld: boolean, reasons: string, who = officers.director): Promise<Answer> {
    const query = `mutation($id: ID!, $on: Date!, $u: Boolean!, $r: String!) { decideChallenge(id: $id, on: $on, upheld: $u, reasons: $r) { ${decisionFields} } }`;
    return this.send(who, query, { id: decision.id, on, u: upheld, r: reasons });
  }

  prepare(month: string, who = officers.finance): Promise<Answer> {
    const query = `mutation($m: Date!) { preparePaymentBatch(month: $m) { added batch { id number version count total state preparedBy { id } } problems { code field } } }`;
    return this.send(who, query, { m: month });
  }

  approveBatch(batch: { id: string; version: number }, who = officers.director): Promise<Answer> {
    const query = `mutation($id: ID!, $v: Int!) { approvePaymentBatch(id: $id, version: $v) { added batch { id version state count total approvedBy { id } } problems { code field } } }`;
    return this.send(who, query, { id: batch.id, v: batch.version });
  }

  /** The acceptance case up to the declared means: one person with wages of 60 euro on average, so 106 euro of GMI benefit. */
  async declared(change: object = {}, person = this.registry.add()) {
    const applied = await this.apply(change, person);
    const { application, problems } = await this.declare(applied, { incomes: [wage(person.id, '50.00', '60.00', '70.00')] });
    if (problems.length) throw new Error(JSON.stringify(problems));
    return { ...(application as { id: string; version: number }), person };
  }

  /** The same up to the proposal of three months from July. */
  async proposed(change: object = {}, person = this.registry.add(), who = officers.organiser) {
    const application = await this.declared(change, person);
    const { decision, problems } = await this.propose(application, { outcome: 'GRANT', from: '2025-07-01', months: 3 }, who);
    if (problems.length) throw new Error(JSON.stringify(problems));
    return { ...(decision as { id: string; version: number; number: string; application: { id: string } }), person };
  }
}

/** Wages of three months. */
export const wage = (personId: string, ...monthly: string[]) => ({ personId, source: 'WAGE', monthly });
