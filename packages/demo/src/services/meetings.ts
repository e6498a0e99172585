import { addDays } from '@atbalsts/database';
import type { Random } from '../random.js';
import { employeesAt } from '../workforce/index.js';
import type { World } from '../world.js';
import { dayIn, earlier } from './calendar.js';
import type { DemoCase } from './cases.js';
import { dutyTexts, findingTexts } from './texts.js';

/** Participation agreements and home visits on the cases of a town: at most one agreement of a person is active. */
export function planMeetings(world: World, random: Random, cases: readonly DemoCase[]): void {
  for (const one of cases) {
    if (random.chance(0.6)) planAgreements(world, random, one);
    if (random.chance(0.45)) planVisits(world, random, one);
  }
}

function planAgreements(world: World, random: Random, { id, person, worker, openedOn, closedOn }: DemoCase): void {
  const last = addDays(closedOn ?? world.today, -1);
  const first = earlier(addDays(openedOn, random.int(1, 20)), last);
  const second = random.chance(0.25) ? earlier(addDays(first, random.int(20, 200)), last) : null;
  if (second && second > first) {
    addAgreement(world, random, `${id} 1`, person, worker.id, first, 'REPLACED', second);
    addAgreement(world, random, `${id} 2`, person, worker.id, second, closedOn ? 'ENDED' : 'ACTIVE', closedOn);
  } else {
    addAgreement(world, random, `${id} 1`, person, worker.id, first, closedOn ? 'ENDED' : 'ACTIVE', closedOn);
  }
}

function addAgreement(
  world: World,
  random: Random,
  key: string,
  { id: personId, municipality }: DemoCase['person'],
  workerId: string,
  agreedOn: string,
  state: 'ACTIVE' | 'REPLACED' | 'ENDED',
  endedOn: string | null,
): void {
  const id = world.id('agreement', key);
  const domains = random.shuffle(['SOCIAL_ASSISTANCE', 'SOCIAL_WORK', 'SOCIAL_SERVICE'] as const).slice(0, random.int(1, 3));
  const organisers = employeesAt(world, municipality, agreedOn, { kinds: ['SOCIAL_ASSISTANCE_ORGANISER'] });
  const others = domains.includes('SOCIAL_ASSISTANCE') && organisers.length ? [random.pick(organisers).id] : [];
  world.add('services', 'participation_agreement', {
    id,
    municipality,
    person_id: personId,
    agreed_on: agreedOn,
    party_ids: [workerId, ...others],
    state,
    ended_on: endedOn,
  });
  for (const [at, domain] of domains.entries()) {
    const dueOn = random.chance(0.6) ? addDays(agreedOn, random.int(14, 120)) : null;
    const isFulfilled = dueOn !== null && dueOn < world.today && random.chance(0.6);
    world.add('services', 'participation_duty', {
      id: world.id('duty', `${id} ${at}`),
      municipality,
      agreement_id: id,
      place: at + 1,
      text: random.pick(dutyTexts[domain]),
      domain,
      due_on: dueOn,
      fulfilled_on: isFulfilled ? dueOn : null,
    });
  }
}

function planVisits(world: World, random: Random, { id: caseId, person, worker, openedOn, closedOn }: DemoCase): void {
  const { municipality } = person;
  for (let n = random.int(1, 2); n > 0; n--) {
    const id = world.id('home visit', `${caseId} ${n}`);
    const on = dayIn(random, openedOn, addDays(closedOn ?? world.today, -1));
    const colleagues = employeesAt(world, municipality, on, { kinds: ['SOCIAL_WORKER', 'SOCIAL_CARER', 'PSYCHOLOGIST'] });
    const along = random.chance(0.4) && colleagues.length ? [random.pick(colleagues).id] : [];
    world.add('services', 'home_visit', { id, municipality, person_id: person.id, on_date: on });
    for (const employee of new Set([worker.id, ...along])) {
      world.add('services', 'home_visit_opinion', {
        id: world.id('home visit opinion', `${id} ${employee}`),
        municipality,
        visit_id: id,
        employee_id: employee,
        findings: random.pick(findingTexts),
      });
    }
  }
}
