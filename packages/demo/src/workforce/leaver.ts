import { addDays } from '@atbalsts/database';
import { addWorkingDays, daugavpils, type SpecialistKind, serviceTermOn } from '@atbalsts/reference';
import { familyName, givenName } from '../names.js';
import { householdIdOn } from '../services/clients.js';
import type { DemoPerson, World } from '../world.js';
import { employeesAt } from './index.js';

/** Where the leaver worked, and as what. */
const place: { unit: string; kind: SpecialistKind } = { unit: 'adult-sector', kind: 'SOCIAL_WORKER' };

/** Days before today on which the leaver came, and since which they are gone. */
const came = 300;
const gone = 12;

const cases = [
  { group: 'ADULT', risk: 'AT_RISK', goal: 'Nokārto parādu par īri un paliek savā dzīvoklī', handedOver: true },
  { group: 'UNEMPLOYED', risk: 'NONE', goal: 'Atrod darbu vai mācās', handedOver: true },
  { group: 'ADDICTION', risk: 'HIGH_RISK', goal: 'Pabeidz atkarības ārstēšanu', handedOver: false },
  { group: 'FORMER_PRISONER', risk: 'AT_RISK', goal: 'Atjauno dokumentus un atrod dzīvesvietu', handedOver: false },
  { group: 'ADULT', risk: 'NONE', goal: 'Saņem pabalstus, kas pienākas', handedOver: false },
] as const;

/**
 * Somebody of Daugavpils who came this year and has left: two of the five cases are handed over, three and an appointment still wait on the list of handovers, so that
 * handing over can be tried. Runs after the other plans, and touches nothing of theirs.
 */
export function planLeaver(world: World): void {
  const random = world.random.fork('leaver');
  const id = world.id('employee', 'leaver');
  const unitId = world.id('unit', `${daugavpils} ${place.unit}`);
  const [from, until] = [addDays(world.today, -came), addDays(world.today, -gone)];
  const add = (table: string, row: Record<string, unknown>) => world.add('workforce', table, { municipality: daugavpils, ...row });
  const name = `${givenName(random, 'FEMALE')} ${familyName(random, 'FEMALE').name}`;
  add('employee', { id, name, specialisations: ['ADULT', 'ADDICTION'], territories: ['Centrs'] });
  add('employment', { id: world.id('employment', id), employee_id: id, kind: place.kind, from_date: from, until_date: until });
  add('employee_profile', {
    id: world.id('employee-profile', id),
    employee_id: id,
    birth_date: addDays(from, -34 * 365),
    in_field_since: addDays(from, -8 * 365),
  });
  const post = world.id('post', 'leaver');
  add('post', { id: post, unit_id: unitId, fte_hundredths: 100, from_date: from, until_date: null });
  add('post_assignment', { id: world.id('post-assignment', post), post_id: post, employee_id: id, from_date: from, until_date: until });
  world.fact('workforce', {
    kind: 'employee',
    key: id,
    municipality: daugavpils,
    body: { employeeId: id, unitId: null, kind: place.kind },
  });
  const [colleague] = employeesAt(world, daugavpils, until, { kinds: [place.kind] }).filter((one) => !one.persona && one.until === null);
  if (!colleague) throw new Error('nobody stays to take the cases over');
  const clients = random.shuffle(withoutCases(world)).slice(0, cases.length);
  for (const [at, one] of cases.entries()) {
    const person = clients[at];
    if (!person) throw new Error('nobody is left who has no case');
    addCase(world, { ...one, at, person }, { id, from, until, colleague: colleague.id });
    if (at === cases.length - 1) addAppointment(world, id, person, addDays(world.today, 9));
  }
}

/** Grown persons of Daugavpils of whom the plans before have neither a case nor an appointment, and who have not left a facility, for whatever reason. */
function withoutCases(world: World): DemoPerson[] {
  const rows = (table: string) => world.rows.get('services')?.get(table) ?? [];
  const left = (world.rows.get('institutions')?.get('placement') ?? []).filter(({ destination }) => destination !== null);
  const known = new Set([...rows('social_case'), ...rows('appointment'), ...left].map((row) => row.person_id));
  return world.people.filter(
    ({ id, municipality, birthDate }) =>
      municipality === daugavpils && birthDate >= '1965-01-01' && birthDate < '1996-01-01' && !known.has(id),
  );
}

function addCase(
  world: World,
  { at, person, group, risk, goal, handedOver }: (typeof cases)[number] & { at: number; person: DemoPerson },
  { id, from, until, colleague }: { id: string; from: string; until: string; colleague: string },
): void {
  const caseId = world.id('case', `leaver ${at}`);
  const openedOn = addDays(from, 20 + 30 * at);
  const add = (table: string, row: Record<string, unknown>) => world.add('services', table, { municipality: daugavpils, ...row });
  add('social_case', {
    id: caseId,
    person_id: person.id,
    household_id: householdIdOn(world, person, openedOn),
    target_group: group,
    risk,
    responsible_id: handedOver ? colleague : id,
    opened_on: openedOn,
    closed_on: null,
    work_due_on: addWorkingDays(openedOn, serviceTermOn('SOCIAL_WORK_START', openedOn)?.amount ?? 10),
  });
  add('case_goal', {
    id: world.id('case goal', caseId),
    case_id: caseId,
    place: 1,
    text: goal,
    activities: [],
    due_on: addDays(world.today, 60),
    outcome: null,
  });
  if (handedOver)
    add('case_handover', {
      id: world.id('case handover', caseId),
      case_id: caseId,
      on_date: addDays(until, -1),
      from_id: id,
      to_id: colleague,
      reason: 'Darbinieks aiziet no darba',
    });
}

/** An appointment to come, which somebody else must keep: on a weekday, at ten. */
function addAppointment(world: World, employeeId: string, person: DemoPerson, around: string): void {
  const weekday = new Date(`${around}T00:00:00Z`).getUTCDay();
  const on = addDays(around, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
  world.add('services', 'appointment', {
    id: world.id('appointment', 'leaver'),
    municipality: daugavpils,
    employee_id: employeeId,
    person_id: person.id,
    starts_at: `${on}T08:00:00Z`,
    ends_at: `${on}T08:30:00Z`,
    on_date: on,
    purpose: 'Pārrunāt, kas lietā izdarīts',
    state: 'BOOKED',
    booked_by: employeeId,
  });
}
