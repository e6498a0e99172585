import { addDays } from '@atbalsts/database';
import type { Random } from '../random.js';
import type { DemoStay, Ledger } from './ledger.js';

/** What a working day finds in the houses: who is away, what happened in the night, who was offered a place. A few rows, all of the last weeks. */
export function planWorkingDay(ledger: Ledger, random: Random): void {
  const shelter = random.shuffle(longThere(ledger, 'shelter'));
  planAbsences(ledger, shelter.slice(0, 3));
  planBreaches(ledger, shelter.slice(3, 6));
  planIncidents(ledger, shelter.slice(6, 8));
  planOffers(ledger, random);
}

/** Stays with a bed that began at least a month ago and go on. */
const longThere = (ledger: Ledger, facility: string): WrittenStay[] =>
  ledger
    .holding(facility, ledger.world.today)
    .filter((stay): stay is WrittenStay => stay.id !== undefined && stay.bed && stay.from < addDays(ledger.world.today, -30));

type WrittenStay = DemoStay & { id: string };

/** One in hospital, one back again, and one whose term is over: the manager has to decide. */
function planAbsences({ world }: Ledger, stays: readonly WrittenStay[]): void {
  const plan = [
    { reason: 'HOSPITAL', from: -9, keptUntil: 21, ended: null },
    { reason: 'VISIT', from: -20, keptUntil: -6, ended: -12 },
    { reason: 'UNEXPLAINED', from: -6, keptUntil: -3, ended: null },
  ];
  for (const [n, { reason, from, keptUntil, ended }] of plan.entries()) {
    const stay = stays[n];
    if (!stay) continue;
    world.add('institutions', 'placement_absence', {
      id: world.id('placement-absence', n),
      municipality: stay.person.municipality,
      placement_id: stay.id,
      reason,
      from_date: addDays(world.today, from),
      kept_until: addDays(world.today, keptUntil),
      ended_on: ended === null ? null : addDays(world.today, ended),
    });
  }
}

function planBreaches({ world }: Ledger, stays: readonly WrittenStay[]): void {
  const plan = [
    ['ALCOHOL_OR_DRUGS', 'Atgriezās reibumā, atteicās iet gulēt.', 'WARNING', -2],
    ['NIGHT_REST', 'Skaļi runāja pa tālruni pēc plkst. 23.', 'TALK', -5],
    ['SMOKING', 'Smēķēja istabā, brīdināts otrreiz.', 'MEETING', -11],
  ] as const;
  for (const [n, [rule, what, measure, day]] of plan.entries()) {
    const stay = stays[n];
    if (!stay) continue;
    world.add('institutions', 'house_rule_breach', {
      id: world.id('house-rule-breach', n),
      municipality: stay.person.municipality,
      placement_id: stay.id,
      on_date: addDays(world.today, day),
      rule,
      what,
      measure,
      recorded_by: 'demo:shelter-manager',
    });
  }
}

/** One that is concluded, and one of last night that is not. */
function planIncidents(ledger: Ledger, stays: readonly WrittenStay[]): void {
  const { world } = ledger;
  const { id: facilityId, municipality } = ledger.facility('shelter');
  const plan = [
    {
      kind: 'INJURY',
      what: 'Paslīdēja pie ieejas un sasita roku.',
      informed: ['AMBULANCE'],
      day: -13,
      outcome: 'Gaitenis un lievenis nokaisīti, klients atgriezās.',
    },
    {
      kind: 'ILLNESS',
      what: 'Naktī sūdzējās par sāpēm krūtīs, izsaukta ātrā palīdzība.',
      informed: ['AMBULANCE', 'MANAGEMENT'],
      day: -1,
      outcome: null,
    },
  ];
  for (const [n, { kind, what, informed, day, outcome }] of plan.entries()) {
    const id = world.id('facility-incident', n);
    world.add('institutions', 'facility_incident', {
      id,
      municipality,
      facility_id: facilityId,
      on_date: addDays(world.today, day),
      kind,
      what,
      informed,
      recorded_by: 'demo:shelter-manager',
      concluded_on: outcome === null ? null : addDays(world.today, day + 2),
      outcome,
    });
    const stay = stays[n];
    if (!stay) continue;
    world.add('institutions', 'facility_incident_person', {
      id: world.id('facility-incident-person', n),
      municipality,
      incident_id: id,
      person_id: stay.person.id,
    });
  }
}

/** Two mothers of the crisis centre wait for the social house, more urgently than the others; the first has been offered an apartment. */
function planOffers(ledger: Ledger, random: Random): void {
  const { world } = ledger;
  const { id: facilityId, municipality } = ledger.facility('social-house');
  const grownBefore = `${Number(world.today.slice(0, 4)) - 19}-01-01`;
  const adults = longThere(ledger, 'crisis-centre').filter(({ person }) => person.birthDate < grownBefore);
  for (const [n, { person, from }] of random.shuffle(adults).slice(0, 2).entries()) {
    const entry = world.id('facility-waiting', `social-house urgent ${n}`);
    const sinceWhen = addDays(world.today, -25 + n);
    world.add('institutions', 'facility_waiting_entry', {
      id: entry,
      municipality,
      facility_id: facilityId,
      person_id: person.id,
      since_date: sinceWhen < from ? from : sinceWhen,
      ended_on: null,
      urgency: 'HIGH',
    });
    if (n > 0) continue;
    world.add('institutions', 'facility_place_offer', {
      id: world.id('facility-place-offer', n),
      municipality,
      entry_id: entry,
      offered_on: addDays(world.today, -1),
      answer_by: addDays(world.today, 2),
      answer: null,
      answered_on: null,
      jump_reason: null,
      offered_by: 'demo:head-of-services',
    });
  }
}
