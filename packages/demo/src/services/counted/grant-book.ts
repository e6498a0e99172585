import { addDays, addMonths, type IsoDate } from '@atbalsts/database';
import { daugavpils, type ServiceProjectGroup } from '@atbalsts/reference';
import type { Random } from '../../random.js';
import type { DemoPerson, Row, World } from '../../world.js';
import type { Two } from '../records/staff.js';

/** In what a delivery is counted. */
export type Unit = 'HOUR' | 'VISIT' | 'NIGHT' | 'SESSION' | 'TRIP';

/** A service that was given for a time, or within a project. */
export interface Grant {
  decidedOn: IsoDate;
  from: IsoDate;
  until: IsoDate;
  /** Asked for on; about three weeks before the decision where left out. */
  requestedOn?: IsoDate;
  project?: { code: string; group: ServiceProjectGroup };
}

/** Writes requests for services as they were decided by two, with queues and deliveries. */
export class GrantBook {
  private written = 0;

  constructor(
    private readonly world: World,
    private readonly random: Random,
    private readonly two: Two,
    private readonly name: string,
  ) {}

  /** A service that was granted, given and has ended. Gives the id of the request. */
  granted(person: DemoPerson, service: string, { decidedOn, from, until, requestedOn, project }: Grant): string {
    const asked = requestedOn ?? addDays(decidedOn, -this.random.int(12, 25));
    const decided = { state: 'ENDED', outcome: 'GRANT', reasons: null, decided_on: decidedOn, from_date: from, until_date: until };
    return this.request(person, service, asked, { ...decided, project: project?.code ?? null, project_group: project?.group ?? null });
  }

  /** A request that was refused. */
  refused(person: DemoPerson, service: string, decidedOn: IsoDate, reasons: string): string {
    const decided = { state: 'REFUSED', outcome: 'REFUSE', reasons, decided_on: decidedOn, from_date: null, until_date: null };
    return this.request(person, service, addDays(decidedOn, -this.random.int(12, 25)), { ...decided, project: null, project_group: null });
  }

  /** Somebody who was placed on the waiting list on a day and was granted the service on a later one. Gives the entry and the request. */
  queued(person: DemoPerson, service: string, since: IsoDate, grantedOn: IsoDate): { entryId: string; requestId: string; since: IsoDate } {
    const requestedOn = addDays(since, -this.random.int(12, 25));
    const times = { decidedOn: grantedOn, from: addDays(grantedOn, 7), until: addMonths(grantedOn, 12), requestedOn };
    const requestId = this.granted(person, service, times);
    const entryId = this.add('waiting_list_entry', {
      request_id: requestId,
      urgency: this.random.pick([1, 2, 2, 3, 3]),
      since_date: since,
      left_on: grantedOn,
    });
    return { entryId, requestId, since };
  }

  /** A place that was offered to somebody who waits, and that they did not want. */
  declined(
    person: DemoPerson,
    service: string,
    { entryId, requestId, since }: { entryId: string; requestId: string; since: IsoDate },
  ): void {
    const on = addDays(since, this.random.int(20, 60));
    const [by] = this.two();
    const place = {
      service_type: service,
      key: `${this.name} ${this.written}`,
      free_from: addDays(on, 7),
      description: 'Brīva vieta valsts institūcijā',
      reported_on: on,
      reported_by: by,
      state: 'WITHDRAWN',
    };
    this.add('place_offer', {
      place_id: this.add('free_place', place),
      entry_id: entryId,
      request_id: requestId,
      person_id: person.id,
      offered_on: on,
      offered_by: by,
      answer_by: addDays(on, 7),
      state: 'DECLINED',
      answered_on: addDays(on, this.random.int(1, 5)),
      reason: 'Pagaidām vēlas palikt savās mājās.',
    });
  }

  /** What was delivered on a request on a day. Gives the id of the delivery. */
  delivered(requestId: string, on: IsoDate, unit: Unit, key = `${this.name} ${this.written}`): string {
    return this.add('delivery', {
      referral_id: null,
      organisation_id: null,
      request_id: requestId,
      key,
      on_date: on,
      units: unit === 'HOUR' ? this.random.int(2, 6) : 1,
      unit,
      recorded_by: 'demo:head-of-services',
    });
  }

  /** Adds a row of the town with an id of its own, and gives that. */
  add(table: string, row: Row): string {
    const id = this.world.id(this.name, this.written++);
    this.world.add('services', table, { id, municipality: daugavpils, ...row });
    return id;
  }

  private request(person: DemoPerson, service: string, requestedOn: IsoDate, decided: Row): string {
    const [proposedBy, confirmedBy] = this.two();
    return this.add('service_request', {
      person_id: person.id,
      service_type: service,
      requested_on: requestedOn,
      due_on: addMonths(requestedOn, 1),
      proposed_by: proposedBy,
      confirmed_by: confirmedBy,
      ...decided,
    });
  }
}
