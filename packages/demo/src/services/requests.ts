import { demoId } from '@atbalsts/auth';
import { addDays, addMonths } from '@atbalsts/database';
import type { Random } from '../random.js';
import { type DemoEmployee, employeesAt } from '../workforce/index.js';
import type { DemoPerson, World } from '../world.js';
import { dayIn, earlier, later } from './calendar.js';
import type { Clients } from './clients.js';
import { type Group, needTexts } from './texts.js';

type State = 'SUBMITTED' | 'ASSESSED' | 'PROPOSED' | 'GRANTED' | 'WAITING' | 'REFUSED' | 'ENDED';

/** A service that is asked for: by whom, in what it is delivered. */
interface Asked {
  code: string;
  group: Group;
  unit: 'HOUR' | 'VISIT' | 'SESSION' | 'TRIP';
}

const asked: readonly Asked[] = [
  { code: 'home-care', group: 'ELDERLY', unit: 'HOUR' },
  { code: 'home-care', group: 'ELDERLY', unit: 'HOUR' },
  { code: 'emergency-button', group: 'ELDERLY', unit: 'VISIT' },
  { code: 'social-taxi', group: 'PERSON_WITH_DISABILITY', unit: 'TRIP' },
  { code: 'specialised-transport', group: 'PERSON_WITH_DISABILITY', unit: 'TRIP' },
  { code: 'psychologist', group: 'ADULT', unit: 'SESSION' },
  { code: 'family-assistant', group: 'FAMILY_WITH_CHILDREN', unit: 'VISIT' },
  { code: 'respite-care', group: 'FAMILY_WITH_CHILDREN', unit: 'HOUR' },
  { code: 'rehabilitation-programmes', group: 'PERSON_WITH_DISABILITY', unit: 'SESSION' },
];

/** How many requests there are in each state, and how many wait for which service. */
interface Plan {
  submitted: number;
  assessed: number;
  proposed: number;
  granted: number;
  refused: number;
  /** In each year since 2021. */
  ended: number;
  waiting: Readonly<Record<string, number>>;
}

const plans: Readonly<Record<string, Plan>> = {
  '0002000': {
    submitted: 24,
    assessed: 18,
    proposed: 9,
    granted: 160,
    refused: 14,
    ended: 30,
    waiting: { 'home-care': 9, 'social-taxi': 6, 'respite-care': 7, 'specialised-transport': 4, 'rehabilitation-programmes': 5 },
  },
  '0025000': { submitted: 3, assessed: 2, proposed: 1, granted: 14, refused: 1, ended: 3, waiting: { 'home-care': 3 } },
};

/** Requests for services of a town in every state, with needs cards, waiting lists, deliveries and surveys. */
export function planRequests(world: World, random: Random, clients: Clients): void {
  const plan = plans[clients.municipality];
  if (!plan) throw new Error(`no plan of requests for ${clients.municipality}`);
  const { today } = world;
  const writer = new RequestWriter(world, random, clients);
  const some = (n: number, state: State, from: string, until: string) => {
    for (; n > 0; n--) writer.write(random.pick(asked), state, dayIn(random, from, until));
  };
  some(plan.submitted, 'SUBMITTED', addDays(today, -24), addDays(today, -1));
  some(plan.assessed, 'ASSESSED', addDays(today, -28), addDays(today, -8));
  some(plan.proposed, 'PROPOSED', addDays(today, -29), addDays(today, -14));
  some(plan.granted, 'GRANTED', '2024-01-10', addDays(today, -40));
  some(plan.refused, 'REFUSED', '2025-01-10', addDays(today, -40));
  for (let year = 2021; year < Number(today.slice(0, 4)); year++) some(plan.ended, 'ENDED', `${year}-01-10`, `${year}-06-30`);
  for (const [code, waiting] of Object.entries(plan.waiting)) {
    const service = asked.find((one) => one.code === code) as Asked;
    for (let n = waiting; n > 0; n--) writer.write(service, 'WAITING', dayIn(random, addDays(today, -240), addDays(today, -40)));
  }
}

/** What was proposed, or decided, in each state. */
const outcomes: Readonly<Record<State, 'GRANT' | 'WAIT' | 'REFUSE' | null>> = {
  SUBMITTED: null,
  ASSESSED: null,
  PROPOSED: 'GRANT',
  GRANTED: 'GRANT',
  WAITING: 'WAIT',
  REFUSED: 'REFUSE',
  ENDED: 'GRANT',
};

/** Writes a request with everything that its state brings along. */
class RequestWriter {
  private readonly team: readonly DemoEmployee[];
  private written = 0;

  constructor(
    private readonly world: World,
    private readonly random: Random,
    private readonly clients: Clients,
  ) {
    this.team = employeesAt(world, clients.municipality, '2020-12-31', {
      kinds: ['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER', 'SOCIAL_CARER'],
    }).filter((employee) => employee.until === null);
  }

  write(service: Asked, state: State, requestedOn: string): void {
    const { world, random } = this;
    const person = this.clients.next(service.group);
    const id = world.id('service request', `${person.municipality} ${this.written++}`);
    const isDecided = !['SUBMITTED', 'ASSESSED', 'PROPOSED'].includes(state);
    const decidedOn = isDecided ? addDays(requestedOn, random.int(12, 28)) : null;
    const given = state === 'GRANTED' || state === 'ENDED';
    const from = given && decidedOn ? addDays(decidedOn, random.int(1, 9)) : null;
    const until = state === 'ENDED' && from ? addDays(from, random.int(60, 150)) : null;
    const [assessor, proposer, confirmer] = this.three();
    world.add('services', 'service_request', {
      id,
      municipality: person.municipality,
      person_id: person.id,
      service_type: service.code,
      requested_on: requestedOn,
      due_on: addMonths(requestedOn, 1),
      state,
      outcome: outcomes[state],
      reasons: state === 'REFUSED' ? 'Persona var saņemt palīdzību no apgādnieka; pašaprūpes spējas ir pietiekamas.' : null,
      proposed_by: isDecided || state === 'PROPOSED' ? proposer : null,
      confirmed_by: isDecided ? confirmer : null,
      decided_on: decidedOn,
      from_date: state === 'PROPOSED' ? addDays(world.today, 7) : from,
      until_date: until,
    });
    if (state !== 'SUBMITTED') this.addNeeds(id, person, addDays(requestedOn, random.int(3, 7)), assessor);
    if (state === 'WAITING' && decidedOn) this.addWait(id, person, decidedOn, null);
    if (from) this.addDeliveries(id, person, service, from, earlier(until ?? world.today, world.today));
    if (until && random.chance(0.7)) this.addSurvey(id, person, addDays(until, random.int(1, 14)));
    // some of those who now have the service had to wait for it
    if (state === 'GRANTED' && from && random.chance(0.15)) this.addWait(id, person, requestedOn, from);
  }

  /** Three different colleagues; where there is something to confirm, a persona has proposed some, so that another may try it. */
  private three(): [string, string, string] {
    const [a, b, c] = this.random.shuffle(this.team);
    if (!a || !b || !c) throw new Error('a decision needs three different colleagues');
    const persona = this.team.find((one) => one.id === demoId('employee', 'social-worker-2'));
    return [a.id, persona && this.random.chance(0.3) && c !== persona ? persona.id : b.id, c.id];
  }

  private addNeeds(requestId: string, { municipality }: DemoPerson, on: string, assessedBy: string): void {
    const score = this.random.int(8, 95);
    this.world.add('services', 'needs_assessment', {
      id: this.world.id('needs', requestId),
      municipality,
      request_id: requestId,
      assessed_on: on,
      assessed_by: assessedBy,
      score,
      level: Math.min(4, 1 + Math.floor(score / 25)),
      findings: this.random.pick(needTexts),
    });
  }

  private addWait(requestId: string, { municipality }: DemoPerson, since: string, leftOn: string | null): void {
    this.world.add('services', 'waiting_list_entry', {
      id: this.world.id('waiting', requestId),
      municipality,
      request_id: requestId,
      urgency: this.random.pick([1, 2, 2, 3, 3, 3]),
      since_date: since,
      left_on: leftOn,
    });
  }

  private addDeliveries(requestId: string, { municipality }: DemoPerson, { unit }: Asked, from: string, until: string): void {
    for (let n = this.random.int(2, 6); n > 0; n--) {
      this.world.add('services', 'delivery', {
        id: this.world.id('delivery', `${requestId} ${n}`),
        municipality,
        referral_id: null,
        organisation_id: null,
        request_id: requestId,
        key: `${requestId}-${n}`,
        on_date: dayIn(this.random, from, later(from, addDays(until, -1))),
        units: unit === 'HOUR' ? this.random.int(1, 4) : 1,
        unit,
        recorded_by: 'demo:social-worker',
      });
    }
  }

  private addSurvey(requestId: string, { municipality }: DemoPerson, on: string): void {
    const score = this.random.pick([3, 4, 4, 4, 5, 5, 5, 5, 2]);
    this.world.add('services', 'survey_answer', {
      id: this.world.id('survey', requestId),
      municipality,
      request_id: requestId,
      answered_on: on,
      score,
      comment: score >= 4 ? 'Paldies, palīdzēja.' : null,
    });
  }
}
