import type { DomainName } from '@atbalsts/database';
import type { FactBody, FactKind, NewFact } from '@atbalsts/facts';
import { namedIds } from './named-id.js';
import { address, familyName, givenName } from './names.js';
import { Random } from './random.js';

/** Namespace of the demo's ids: every id follows from what it is of. */
const idOf = namedIds('0b6f2a52-4f5c-5c52-9b6b-2f9f0f4f7d11');

/** A value of a column: text, number, null, a list for an array column, an object for jsonb. */
export type CellValue = string | number | boolean | null | readonly string[] | object;

/** A row to be written, by column name. */
export type Row = Record<string, CellValue>;

/** What a person is for a time, as the registry records it. */
export type DemoCircumstanceKind = FactBody<'circumstance'>['kind'];

/** What a member is to the head of a household. */
export type DemoRelation = FactBody<'household-member'>['relation'];

/** Somebody invented. */
export interface DemoPerson {
  readonly id: string;
  readonly municipality: string;
  readonly reference: string;
  readonly sex: 'FEMALE' | 'MALE';
  readonly birthDate: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Members of one family share it. */
  readonly familyStem: string;
  readonly personalCode: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly residenceSince: string | null;
}

/** What somebody to be invented must be like; the rest is chance. */
export interface PersonSpec {
  municipality?: string;
  sex?: 'FEMALE' | 'MALE';
  /** First and last possible birth date. */
  bornFrom?: string;
  bornUntil?: string;
  /** False for somebody without a declared residence. */
  residence?: boolean;
  /** False for somebody without a Latvian code. */
  code?: boolean;
  /** To be of the same family. */
  familyStem?: string;
}

/** An invented household. */
export interface DemoHousehold {
  readonly id: string;
  readonly municipality: string;
  readonly members: readonly { person: DemoPerson; relation: DemoRelation }[];
  readonly since: string;
}

interface Circumstance {
  person: DemoPerson;
  kind: DemoCircumstanceKind;
  from: string;
  until: string | null;
  evidence: string;
}

interface Consent {
  id: string;
  person: DemoPerson;
  organisationId: string;
  purpose: string;
  scopes: string[];
  from: string;
  until: string;
  withdrawnAt: string | null;
}

const townNames: Record<string, string> = { '0002000': 'Daugavpils', '0025000': 'Bauska' };

/**
 * The invented world that the plans of the domains furnish: people first, then each domain's records about them. It only collects;
 * the writer puts everything into the databases. No clock and no chance but the seed's.
 */
export class World {
  readonly random: Random;
  readonly people: DemoPerson[] = [];
  readonly households: DemoHousehold[] = [];
  readonly circumstances: Circumstance[] = [];
  readonly consents: Consent[] = [];
  /** What one plan asks of a later one: benefits gives these persons' households the status, by real applications and decisions. */
  readonly wishes: { householdStatus: { person: DemoPerson; status: 'NEEDY' | 'LOW_INCOME'; from: string }[] } = { householdStatus: [] };
  /** What plans hand on to later ones. */
  readonly notes = new Map<string, unknown>();
  readonly rows = new Map<DomainName, Map<string, Row[]>>();
  /** Statements to be run after a domain's rows are in: sequences to be set. */
  readonly afterwards = new Map<DomainName, string[]>();
  private readonly householdByPerson = new Map<string, DemoHousehold>();

  constructor(
    /** The day the demo lives in, YYYY-MM-DD. */
    readonly today: string,
    seed = 'atbalsts',
  ) {
    this.random = new Random(seed);
  }

  /** A deterministic id. */
  id(kind: string, key: string | number): string {
    return idOf(`${kind}:${key}`);
  }

  /** Invents somebody and remembers them. */
  person(spec: PersonSpec = {}): DemoPerson {
    const n = this.people.length + 1;
    const random = this.random.fork(`person ${n}`);
    const municipality = spec.municipality ?? '0002000';
    const sex = spec.sex ?? (random.chance(0.55) ? 'FEMALE' : 'MALE');
    const birthDate = dayBetween(random, spec.bornFrom ?? '1940-01-01', spec.bornUntil ?? '2003-12-31');
    const family = familyName(random, sex, spec.familyStem);
    const settled = spec.residence !== false;
    const person: DemoPerson = Object.freeze({
      id: this.id('person', n),
      municipality,
      reference: `P-${String(n).padStart(6, '0')}`,
      sex,
      birthDate,
      givenName: givenName(random, sex),
      familyName: family.name,
      familyStem: family.stem,
      personalCode: spec.code === false ? null : code(n),
      phone: random.chance(0.7) ? `+371200${String(random.int(0, 99999)).padStart(5, '0')}` : null,
      address: settled ? address(random, townNames[municipality] ?? municipality) : null,
      residenceSince: settled ? laterOf(birthDate, dayBetween(random, '1995-01-01', '2020-06-30')) : null,
    });
    this.people.push(person);
    return person;
  }

  /** Records what a person is for a time. Periods of one kind must not overlap. */
  circumstance(person: DemoPerson, kind: DemoCircumstanceKind, from: string, until: string | null = null, evidence = 'Izziņa'): void {
    this.circumstances.push({ person, kind, from, until, evidence });
  }

  /** Puts persons into one household; each belongs to one at most. The first is the head. */
  household(members: readonly (readonly [DemoPerson, DemoRelation])[], since: string): DemoHousehold {
    const [head] = members[0] ?? [];
    if (!head) throw new Error('a household needs a member');
    for (const [person] of members) {
      if (this.householdByPerson.has(person.id)) throw new Error(`${person.reference} belongs to a household already`);
    }
    const household: DemoHousehold = {
      id: this.id('household', head.id),
      municipality: head.municipality,
      members: members.map(([person, relation]) => ({ person, relation })),
      since,
    };
    for (const [person] of members) this.householdByPerson.set(person.id, household);
    this.households.push(household);
    return household;
  }

  /** The household of a person; undefined for who has none yet. */
  householdOf(person: DemoPerson): DemoHousehold | undefined {
    return this.householdByPerson.get(person.id);
  }

  /** Records a consent and gives its id. Until is the first day it no longer holds; withdrawnAt a moment in RFC 3339. */
  consent(
    person: DemoPerson,
    organisationId: string,
    purpose: string,
    scopes: string[],
    from: string,
    until: string,
    withdrawnAt: string | null = null,
  ): string {
    const id = this.id('consent', `${person.id} ${organisationId} ${purpose} ${from}`);
    this.consents.push({ id, person, organisationId, purpose, scopes, from, until, withdrawnAt });
    return id;
  }

  /** Adds a row to a table of a domain, by column names as in the database. */
  add(domain: DomainName, table: string, row: Row): void {
    const tables = this.rows.get(domain) ?? new Map<string, Row[]>();
    this.rows.set(domain, tables);
    const rows = tables.get(table);
    if (rows) rows.push(row);
    else tables.set(table, [row]);
  }

  /** Puts a fact into its owner's outbox; the real pump delivers it after seeding. */
  fact<K extends FactKind>(owner: DomainName, fact: Extract<NewFact, { kind: K }>): void {
    this.add(owner, 'outbox', { kind: fact.kind, key: fact.key, municipality: fact.municipality, body: fact.body });
  }

  /** A statement to be run when the domain's rows are in, e.g. to set a sequence. */
  after(domain: DomainName, sql: string): void {
    this.afterwards.set(domain, [...(this.afterwards.get(domain) ?? []), sql]);
  }
}

/** A code of the form since 2017-07-01, different for each number, told by nothing. */
function code(n: number): string {
  const mixed = (n * 48_271 + 905_411) % 99_999_989;
  const digits = String(mixed).padStart(9, '0');
  return `3${2 + (n % 8)}${digits.slice(0, 4)}-${digits.slice(4)}`;
}

function dayBetween(random: Random, from: string, until: string): string {
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
  return new Date(Date.parse(from) + random.int(0, Math.max(0, days)) * 86_400_000).toISOString().slice(0, 10);
}

/** The later of two days. */
export const laterOf = (a: string, b: string): string => (a > b ? a : b);
