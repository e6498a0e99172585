import { type DomainName, withClient } from '@atbalsts/database';
import { daugavpils } from '@atbalsts/reference';
import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Federation, Persona } from '../../support/federation.js';

/** One act of a day of work, as it is thrown: what of it matters depends on its kind. */
export interface Act {
  kind: 'discharge' | 'admit' | 'book' | 'deliver' | 'decide' | 'hire';
  pick: number;
  destination: string;
  cents: number;
}

/** Acts of every kind that moves a figure. */
export const anyAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('discharge' as const, 'admit' as const, 'book' as const, 'deliver' as const, 'decide' as const, 'hire' as const),
  pick: fc.nat(),
  destination: fc.constantFrom('OWN_HOME', 'SOCIAL_HOUSE', 'LONG_TERM_CARE', 'MUNICIPAL_APARTMENT'),
  cents: fc.integer({ min: 1, max: 1_000_000 }),
});

// biome-ignore lint/suspicious/noExplicitAny: payloads of many mutations
type Payload = any;

/** Work of a day through the graph, each act as whoever does such work. */
export class DayOfWork {
  /** How many acts of each kind were done, not refused. */
  readonly done: Record<Act['kind'], number> = { discharge: 0, admit: 0, book: 0, deliver: 0, decide: 0, hire: 0 };
  private count = 0;

  constructor(private readonly graph: Federation) {}

  /** Does one act; whatever the rules refuse is not done. */
  async does(act: Act): Promise<void> {
    this.count++;
    const payload = await this[act.kind](act);
    if (payload) this.done[act.kind]++;
  }

  private book({ pick, cents }: Act): Promise<Payload> {
    const row = pick % 2 ? 'benefits' : 'service-provision';
    const booking = { year: 2026, row, kind: 'EXECUTED', source: 'MUNICIPAL', amount: euro(cents), bookedOn: '2026-11-20' };
    return this.attempt('finance', 'recordBudget', booking);
  }

  /** Somebody comes to the shelter: now and then one who was there before, who may well be somewhere else by now. */
  private async admit({ pick }: Act): Promise<Payload> {
    const { facility, stays } = await this.shelterOf(pick);
    const former = stays.filter(({ endedOn }) => endedOn !== null).map(({ person }) => person.id);
    const personId = one(pick % 4 === 0 ? former : (await this.alone()).map(({ person_id }) => person_id), pick);
    const given = { personId, facilityId: facility, from: '2026-11-21', funding: 'MUNICIPAL', emergency: 'Nav kur nakšņot' };
    return personId ? this.attempt('shelter-manager', 'admit', given) : null;
  }

  private async discharge({ pick, destination }: Act): Promise<Payload> {
    const { stays } = await this.shelterOf(pick);
    const stay = one(
      stays.filter(({ endedOn }) => endedOn === null),
      pick,
    );
    return (
      stay && this.attempt('shelter-manager', 'discharge', { placementId: stay.id, version: stay.version, on: '2026-11-22', destination })
    );
  }

  /** A service that the town gives is delivered: home care, on a granted request. */
  private async deliver({ pick, cents }: Act): Promise<Payload> {
    const granted = await this.rows<{ id: string }>(
      'services',
      `select id from service_request where municipality = $1 and service_type = 'home-care' and state = 'GRANTED'
          and from_date <= '2026-11-20' and (until_date is null or until_date > '2026-11-20') order by id`,
    );
    const request = one(granted, pick);
    const delivery = { key: `day-of-work-${this.count}`, requestId: request?.id, on: '2026-11-20', units: 1 + (cents % 4), unit: 'HOUR' };
    return request ? this.attempt('social-worker', 'recordDelivery', delivery) : null;
  }

  /** Somebody who lives alone applies for the minimum income with a wage; one proposes, another approves, and the household has a status. */
  private async decide({ pick, cents }: Act): Promise<Payload> {
    const applicant = one(await this.alone(), pick);
    if (!applicant) return null;
    const { person_id: applicantId, household_id: householdId } = applicant;
    const submitted = await this.attempt(
      'assistance-organiser',
      'submitApplication',
      { applicantId, householdId, benefitType: 'gmi', submittedOn: '2026-11-20' },
      'application { id version }',
    );
    if (!submitted) return null;
    const { id: applicationId, version } = submitted.application;
    const monthly = Array.from({ length: 3 }, () => euro(cents % 20_000));
    const incomes = [{ personId: applicantId, source: 'WAGE', monthly, evidence: 'DOCUMENT' }];
    const means = { applicationId, version, incomes, completeOn: '2026-11-20' };
    const declared = await this.attempt('assistance-organiser', 'declareMeans', means, 'application { version }');
    if (!declared) return null;
    const grant = { applicationId, version: declared.application.version, outcome: 'GRANT', months: 3 };
    const proposed = await this.attempt('head-of-assistance', 'proposeDecision', grant, 'decision { id version }');
    if (!proposed) return null;
    const { data, errors } = await this.graph.ask(
      'director',
      'mutation($id: ID!, $version: Int!) { done: approveDecision(id: $id, version: $version) { problems { code } } }',
      proposed.decision,
    );
    expect(errors).toBeUndefined();
    return data.done.problems.length === 0 ? data.done : null;
  }

  /** Persons who are a household by themselves. */
  private alone(): Promise<{ household_id: string; person_id: string }[]> {
    return this.rows(
      'registry',
      `select household_id, (array_agg(person_id))[1] as person_id from household_member
        where municipality = $1 and from_date <= '2026-01-01' and until_date is null
        group by household_id having count(*) = 1 order by household_id limit 500`,
    );
  }

  private async hire({ pick }: Act): Promise<Payload> {
    const { data } = await this.graph.ask('hr', '{ units { id } }');
    const unitId = one(data.units as { id: string }[], pick)?.id;
    const kind = ['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER', 'SOCIAL_CARER', 'CARER', 'PSYCHOLOGIST'][pick % 5];
    return this.attempt('hr', 'hire', {
      name: `Jauns Darbinieks ${this.count}`,
      kind,
      unitId,
      fte: pick % 2 ? 1 : 0.5,
      from: '2026-11-16',
    });
  }

  private async shelterOf(pick: number) {
    const kind = pick % 2 ? 'SHELTER' : 'NIGHT_SHELTER';
    const { data } = await this.graph.ask(
      'shelter-manager',
      `{ facilities(kind: ${kind}) { id placements(first: 200) { nodes { id version endedOn person { id } } } } }`,
    );
    const [facility] = data.facilities;
    return {
      facility: facility.id as string,
      stays: facility.placements.nodes as { id: string; version: number; endedOn: string | null; person: { id: string } }[],
    };
  }

  /** What a mutation gives; null where it is refused on the merits. Anything else fails the test. */
  private async attempt(persona: Persona, name: string, input: object, gives = ''): Promise<Payload> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const { data, errors } = await this.graph.ask(
      persona,
      `mutation($input: ${type}) { done: ${name}(input: $input) { ${gives} problems { code } } }`,
      { input },
    );
    expect(errors).toBeUndefined();
    return data.done.problems.length === 0 ? data.done : null;
  }

  private rows<R>(domain: DomainName, sql: string): Promise<R[]> {
    return withClient(this.graph.databases[domain].superUrl, async (client) => (await client.query(sql, [daugavpils])).rows as R[]);
  }
}

const euro = (cents: number): string => (cents / 100).toFixed(2);
const one = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)];
