import { newId } from '@atbalsts/database';
import type { SubgraphRequest } from '@atbalsts/graphql';
import { bauska, daugavpils, type TestSubgraph, testSubgraph } from '@atbalsts/testing';
import { services } from '../src/index.js';

/** A consent as the registry of the tests keeps it. */
export interface TestConsent {
  personId: string;
  organisationId: string;
  scopes: string[];
  from: string;
  until: string;
  withdrawnAt: string | null;
}

/** Registry and workforce as these tests need them: what they know, how often they were asked, and whether they answer at all. */
export class Neighbours {
  readonly persons = new Map<string, { municipality: string; household: string | null; residence: string | null }>();
  readonly employees = new Map<string, string>();
  readonly consents: TestConsent[] = [];
  /** Stays that the institutions know, by id. */
  readonly stays = new Set<string>();
  registryIsDown = false;
  asked = 0;

  /** Somebody of a town, declared there unless told otherwise. */
  person(municipality = daugavpils, household: string | null = null, residence: string | null = municipality): string {
    const id = newId();
    this.persons.set(id, { municipality, household, residence });
    return id;
  }

  employee(municipality = daugavpils): string {
    const id = newId();
    this.employees.set(id, municipality);
    return id;
  }

  /** First days of absence for good, by employee. */
  readonly gone = new Map<string, string>();

  private employmentsOf(id: string) {
    return [{ from: '2020-01-01', until: this.gone.get(id) ?? null }];
  }

  consent(personId: string, organisationId: string, scopes: string[], change: Partial<TestConsent> = {}): TestConsent {
    const consent = { personId, organisationId, scopes, from: '2026-01-01', until: '2027-01-01', withdrawnAt: null, ...change };
    this.consents.push(consent);
    return consent;
  }

  /** As the registry: a partner is told of the consents given to itself, staff of their own town's. */
  registry = ({ query, variables, token }: SubgraphRequest): { data: Record<string, unknown> } => {
    if (this.registryIsDown) throw new Error('down');
    this.asked += 1;
    const organisation = token?.startsWith('partner:') ? token.slice('partner:'.length) : null;
    const town = token?.split(':')[2];
    const view = ({ organisationId, scopes, from, until, withdrawnAt }: TestConsent) => ({
      organisation: { id: organisationId },
      scopes,
      from,
      until,
      withdrawnAt,
    });
    const consentsOf = (id: string) =>
      this.consents.filter((c) => c.personId === id && (!organisation || c.organisationId === organisation)).map(view);
    if (query.includes('_entities')) {
      const people = (variables?.people ?? []) as { id: string }[];
      return { data: { _entities: people.map(({ id }) => ({ consents: consentsOf(id) })) } };
    }
    const id = String(variables?.id);
    const known = this.persons.get(id);
    if (known?.municipality !== town) return { data: { person: null } };
    const household = known?.household ? { id: known.household } : null;
    const declaredResidence = known?.residence ? { municipality: { code: known.residence } } : null;
    return { data: { person: { id, household, declaredResidence, consents: consentsOf(id) } } };
  };

  /** As the institutions: the stays they know. */
  institutions = ({ variables }: SubgraphRequest): { data: Record<string, unknown> } => {
    const stays = (variables?.stays ?? []) as { id: string }[];
    return { data: { _entities: stays.map(({ id }) => (this.stays.has(id) ? { id } : null)) } };
  };

  /** As the workforce: each employee asked for under the name of its variable. */
  workforce = ({ variables, token }: SubgraphRequest): { data: Record<string, unknown> } => {
    const town = token?.split(':')[2];
    const answers = Object.entries(variables ?? {}).map(([name, id]) => [
      name,
      this.employees.get(String(id)) === town ? { id, employments: this.employmentsOf(String(id)) } : null,
    ]);
    return { data: Object.fromEntries(answers) };
  };
}

/** The subgraph on a database of its own, with neighbours to ask. */
export async function townWith(neighbours: Neighbours): Promise<TestSubgraph> {
  return testSubgraph(services, { registry: neighbours.registry, workforce: neighbours.workforce, institutions: neighbours.institutions });
}

/** Puts a row into a table, past row-level security. Lists become arrays. */
export async function put(town: TestSubgraph, table: string, row: Record<string, unknown>): Promise<string> {
  const whole: Record<string, unknown> = { id: newId(), municipality: daugavpils, ...row };
  const columns = Object.keys(whole);
  await town.sql(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_column, at) => `$${at + 1}`).join(', ')})`,
    Object.values(whole),
  );
  return String(whole.id);
}

export { bauska, daugavpils };
