import { addDays } from '@atbalsts/database';
import type { FactBody } from '@atbalsts/facts';
import type { DemoPerson, World } from '../world.js';
import type { DemoBed, DemoFacility } from './facilities.js';

/** Where somebody went. */
export type DemoDestination =
  | 'OWN_HOME'
  | 'RENTED_HOME'
  | 'MUNICIPAL_APARTMENT'
  | 'SOCIAL_HOUSE'
  | 'SHELTER'
  | 'GROUP_APARTMENTS'
  | 'LONG_TERM_CARE'
  | 'REHABILITATION_PROGRAMME'
  | 'ABROAD'
  | 'EXCLUDED'
  | 'DIED'
  | 'OTHER';

/** A stay to be planned. */
export interface StaySpec {
  person: DemoPerson;
  facility: string;
  from: string;
  /** The first day on which it no longer holds; null or after the day of the demo: still there. */
  endedOn: string | null;
  destination?: DemoDestination;
  funding?: 'MUNICIPAL' | 'STATE' | 'DEINSTITUTIONALISATION';
  /** The reason of an emergency; left out: on a granted request. */
  emergency?: string;
  /** False for help without a bed. */
  bed?: boolean;
  /** The room to live in; any when left out. */
  room?: string;
}

/** A stay that is planned: what may still be added to it. */
export interface DemoStay extends Required<Omit<StaySpec, 'emergency' | 'room'>> {
  emergency: string | null;
  room: string | null;
  extensions: string[];
  activities: { kind: string; on: string }[];
  /** Id of its row; known once it is written. */
  id?: string;
}

/** A granted request that a placement rests on; the services plan may write it. */
export interface GrantedRequest {
  requestId: string;
  person: DemoPerson;
  serviceType: string;
  from: string;
}

/**
 * Collects the stays of the demo and writes them: gives each a bed, and refuses what the database would refuse, a person in two beds or a
 * facility over its beds.
 */
export class Ledger {
  readonly stays: DemoStay[] = [];

  constructor(
    readonly world: World,
    readonly facilities: ReadonlyMap<string, DemoFacility>,
  ) {}

  /** Plans a stay. */
  stay(spec: StaySpec): DemoStay {
    const facility = this.facility(spec.facility);
    const endedOn = spec.endedOn !== null && spec.endedOn <= this.world.today ? spec.endedOn : null;
    const stay: DemoStay = {
      ...spec,
      endedOn,
      destination: spec.destination ?? 'OTHER',
      funding: spec.funding ?? 'MUNICIPAL',
      bed: spec.bed ?? facility.beds.length > 0,
      emergency: spec.emergency ?? null,
      room: spec.room ?? null,
      extensions: [],
      activities: [],
    };
    this.stays.push(stay);
    return stay;
  }

  /** Stays in a facility that hold on a day. */
  holding(facility: string, on: string): DemoStay[] {
    return this.stays.filter((stay) => stay.facility === facility && stay.from <= on && (stay.endedOn === null || stay.endedOn > on));
  }

  /** A facility by its key. */
  facility(key: string): DemoFacility {
    const facility = this.facilities.get(key);
    if (!facility) throw new Error(`no facility ${key}`);
    return facility;
  }

  /** Writes everything: placements with beds, extensions, activities, facts; gives the granted requests they rest on. */
  write(): GrantedRequest[] {
    const ordered = [...this.stays].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    const bedFreeOn = new Map<string, string>();
    const personFreeOn = new Map<string, string>();
    return ordered.flatMap((stay, n) => {
      const end = stay.endedOn ?? '9999-12-31';
      let bed: DemoBed | null = null;
      if (stay.bed) {
        if ((personFreeOn.get(stay.person.id) ?? '') > stay.from)
          throw new Error(`${stay.person.reference} is in two places on ${stay.from}`);
        personFreeOn.set(stay.person.id, end);
        bed = this.bedFor(stay, bedFreeOn);
        bedFreeOn.set(bed.id, end);
      }
      return this.writeStay(stay, bed, n);
    });
  }

  private bedFor(stay: DemoStay, freeOn: ReadonlyMap<string, string>): DemoBed {
    const bed = this.facility(stay.facility).beds.find(
      ({ id, room, from, until }) =>
        (stay.room === null || room === stay.room) &&
        from <= stay.from &&
        (until === null || (stay.endedOn ?? '9999-12-31') <= until) &&
        (freeOn.get(id) ?? '') <= stay.from,
    );
    if (!bed) throw new Error(`no free bed in ${stay.facility} on ${stay.from}`);
    return bed;
  }

  private writeStay(stay: DemoStay, bed: DemoBed | null, n: number): GrantedRequest[] {
    const { world } = this;
    const { person, from, endedOn } = stay;
    const { id: facilityId, municipality, service, kind, admits } = this.facility(stay.facility);
    const id = world.id('placement', n);
    stay.id = id;
    const requestId = stay.emergency === null ? world.id('granted-request', n) : null;
    const agreed = agreedEnds(stay);
    world.add('institutions', 'placement', {
      id,
      municipality,
      person_id: person.id,
      facility_id: facilityId,
      place_id: bed?.id ?? null,
      accommodation: stay.bed,
      from_date: from,
      until_date: agreed.at(-1)?.until ?? null,
      ended_on: endedOn,
      destination: endedOn === null ? null : stay.destination,
      funding: stay.funding,
      request_id: requestId,
      emergency: stay.emergency,
      admitted_by: admits,
      admitted_on: from,
      ...confirmation(stay, admits, n, world.today),
    });
    for (const [at, extension] of agreed.entries()) {
      world.add('institutions', 'placement_extension', {
        id: world.id('extension', `${n} ${at}`),
        municipality,
        placement_id: id,
        agreed_on: extension.on,
        until_date: extension.until,
      });
    }
    for (const [at, activity] of stay.activities.entries()) {
      world.add('institutions', 'placement_activity', {
        id: world.id('activity', `${n} ${at}`),
        municipality,
        placement_id: id,
        kind: activity.kind,
        on_date: activity.on,
      });
    }
    const body = { placementId: id, personId: person.id, facilityId, kind: kind as FactBody<'placement'>['kind'], from, endedOn };
    world.fact('institutions', { kind: 'placement', key: id, municipality, body });
    return requestId ? [{ requestId, person, serviceType: service, from }] : [];
  }
}

/**
 * An emergency is confirmed by another person on the day or on the next, one in twenty late; of the last two days there are some still to be confirmed.
 */
function confirmation(
  { emergency, from }: DemoStay,
  admits: string,
  n: number,
  today: string,
): { confirmed_by: string | null; confirmed_on: string | null } {
  const on = addDays(from, n % 20 === 7 ? 3 : n % 2);
  if (emergency === null || on >= today) return { confirmed_by: null, confirmed_on: null };
  return { confirmed_by: confirms[admits] ?? 'demo:director', confirmed_on: on };
}

/** Who confirms what somebody else admitted. */
const confirms: Readonly<Record<string, string>> = {
  'demo:shelter-manager': 'demo:head-of-services',
  'demo:head-of-services': 'demo:social-worker',
  'demo:social-worker-bauska': 'demo:director-bauska',
};

/** Each extension reaches to the next; the last to the end of the stay, or a month on. */
function agreedEnds({ extensions, endedOn }: DemoStay): { on: string; until: string }[] {
  const days = [...new Set(extensions)].sort();
  return days.map((on, n) => {
    const next = days[n + 1] ?? endedOn;
    return { on, until: next && next > on ? next : addDays(on, 30) };
  });
}
