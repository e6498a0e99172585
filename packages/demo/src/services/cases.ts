import { demoId } from '@atbalsts/auth';
import { addDays } from '@atbalsts/database';
import { norms } from '@atbalsts/reference';
import type { Random } from '../random.js';
import { type DemoEmployee, employeesAt } from '../workforce/index.js';
import type { DemoPerson, World } from '../world.js';
import { dayIn, earlier, later, momentOn } from './calendar.js';
import { type Clients, householdIdOn } from './clients.js';
import { type Group, goalsByGroup, noteTexts } from './texts.js';

/** A case of the demo, for the records that hang on it. */
export interface DemoCase {
  id: string;
  person: DemoPerson;
  group: Group;
  worker: DemoEmployee;
  openedOn: string;
  closedOn: string | null;
}

const groupsByUnit: Readonly<Record<string, readonly Group[]>> = {
  'family-sector': ['FAMILY_WITH_CHILDREN', 'FAMILY_WITH_CHILDREN', 'FAMILY_WITH_CHILDREN', 'VIOLENCE'],
  'adult-sector': ['ADULT', 'UNEMPLOYED', 'UNEMPLOYED', 'FORMER_PRISONER', 'ADDICTION', 'CARE_LEAVER'],
  'disability-and-elderly-sector': ['PERSON_WITH_DISABILITY', 'ELDERLY'],
  'family-support-centre': ['FAMILY_WITH_CHILDREN', 'VIOLENCE'],
  shelter: ['HOMELESS'],
  'night-shelter': ['HOMELESS'],
};
const mixed: readonly Group[] = ['FAMILY_WITH_CHILDREN', 'ADULT', 'UNEMPLOYED', 'PERSON_WITH_DISABILITY', 'ELDERLY'];
const fieldUnits = ['family-sector', 'adult-sector', 'disability-and-elderly-sector'];
const socialWork = ['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER'] as const;

/** Open cases of those whose day one may want to try; the second is over the norm, which somebody should see. */
const fixedLoads: Readonly<Record<string, number>> = {
  [demoId('employee', 'social-worker')]: 21,
  [demoId('employee', 'social-worker-2')]: norms.caseload.to + 2,
  [demoId('employee', 'social-worker-bauska')]: 20,
};
/** Shelter clients of the personas of the adult sector. */
const shelterShare = 11;

/** Writes the cases of a town: open ones up to each worker's load, and those closed from 2021 until now. Gives all of them. */
export function planCases(world: World, random: Random, clients: Clients): DemoCase[] {
  const writer = new CaseWriter(world, random);
  const { municipality } = clients;
  const workers = employeesAt(world, municipality, world.today, { kinds: socialWork });
  const loads = new Map(workers.map((worker) => [worker, loadOf(random, worker)]));
  const opened = new Map<DemoEmployee, number>();
  const open = (worker: DemoEmployee, person: DemoPerson, group: Group) => {
    opened.set(worker, (opened.get(worker) ?? 0) + 1);
    writer.write(worker, person, group, dayIn(random, later('2024-06-01', worker.from), addDays(world.today, -4)), null);
  };
  for (const [at, person] of clients.sheltered.entries()) open(shelterWorker(workers, opened, at), person, 'HOMELESS');
  for (const [worker, load] of loads) {
    const groups = groupsByUnit[worker.unit] ?? mixed;
    while ((opened.get(worker) ?? 0) < load) {
      const group = random.pick(groups);
      open(worker, clients.next(group), group);
    }
  }
  planClosed(world, random, clients, writer);
  return writer.cases;
}

function loadOf(random: Random, worker: DemoEmployee): number {
  const busy = fieldUnits.includes(worker.unit);
  return fixedLoads[worker.id] ?? (busy ? random.int(14, norms.caseload.to) : random.int(3, 10));
}

/** Who manages the case of a shelter client: the two personas some, then whoever works there or with adults and has the fewest. */
function shelterWorker(workers: readonly DemoEmployee[], opened: ReadonlyMap<DemoEmployee, number>, at: number): DemoEmployee {
  const personas = workers.filter((worker) => worker.persona);
  const next = personas[at % 2 ? personas.length - 1 : 0];
  if (next && (opened.get(next) ?? 0) < shelterShare) return next;
  const near = workers.filter((worker) => !worker.persona && ['shelter', 'night-shelter', 'adult-sector'].includes(worker.unit));
  const [least] = [...(near.length ? near : workers)].sort((a, b) => (opened.get(a) ?? 0) - (opened.get(b) ?? 0));
  if (!least) throw new Error('the town has no social worker');
  return least;
}

/** Cases closed in each year since 2021, with the outcome of each goal. */
function planClosed(world: World, random: Random, clients: Clients, writer: CaseWriter): void {
  const perYear = clients.municipality === '0002000' ? 90 : 12;
  for (let year = 2021; year <= Number(world.today.slice(0, 4)); year++) {
    for (let n = 0; n < perYear; n++) {
      const openedOn = dayIn(random, `${year - 1}-01-05`, `${year}-05-31`);
      const closedOn = dayIn(random, later(`${year}-01-10`, addDays(openedOn, 60)), earlier(`${year}-12-20`, addDays(world.today, -5)));
      const worker = random.pick(employeesAt(world, clients.municipality, openedOn, { kinds: socialWork }));
      const group = random.pick(groupsByUnit[worker.unit] ?? mixed);
      writer.write(worker, clients.next(group), group, openedOn, closedOn);
    }
  }
}

class CaseWriter {
  readonly cases: DemoCase[] = [];

  constructor(
    private readonly world: World,
    private readonly random: Random,
  ) {}

  write(worker: DemoEmployee, person: DemoPerson, group: Group, openedOn: string, closedOn: string | null): void {
    const { world } = this;
    const { municipality } = person;
    const id = world.id('case', `${person.id} ${group} ${openedOn}`);
    world.add('services', 'social_case', {
      id,
      municipality,
      person_id: person.id,
      household_id: householdIdOn(world, person, openedOn),
      target_group: group,
      risk: this.riskOf(group),
      responsible_id: worker.id,
      opened_on: openedOn,
      closed_on: closedOn,
    });
    this.addGoals(id, municipality, group, openedOn, closedOn);
    this.addNotes(id, municipality, worker, openedOn, closedOn);
    this.cases.push({ id, person, group, worker, openedOn, closedOn });
  }

  private riskOf(group: Group): string {
    if (group === 'FAMILY_WITH_CHILDREN') return this.random.chance(0.35) ? 'HIGH_RISK' : 'AT_RISK';
    if (group === 'VIOLENCE') return 'HIGH_RISK';
    return this.random.pick(['NONE', 'NONE', 'AT_RISK']);
  }

  private addGoals(caseId: string, municipality: string, group: Group, openedOn: string, closedOn: string | null): void {
    const { world, random } = this;
    const goals = random.shuffle(goalsByGroup[group]).slice(0, random.int(1, 3));
    for (const [at, goal] of goals.entries()) {
      world.add('services', 'case_goal', {
        id: world.id('case goal', `${caseId} ${at}`),
        municipality,
        case_id: caseId,
        place: at + 1,
        text: goal.text,
        activities: goal.activities,
        due_on: random.chance(0.7) ? addDays(openedOn, random.int(60, 300)) : null,
        outcome: closedOn ? random.pick(['ACHIEVED', 'ACHIEVED', 'ACHIEVED', 'PARTLY', 'PARTLY', 'NOT_ACHIEVED']) : null,
      });
    }
  }

  private addNotes(caseId: string, municipality: string, worker: DemoEmployee, openedOn: string, closedOn: string | null): void {
    const { world, random } = this;
    const until = earlier(closedOn ?? addDays(world.today, -1), worker.until ? addDays(worker.until, -1) : '9999-12-31');
    for (let at = random.int(1, 4); at > 0; at--) {
      world.add('services', 'case_note', {
        id: world.id('case note', `${caseId} ${at}`),
        municipality,
        case_id: caseId,
        employee_id: worker.id,
        at: momentOn(random, dayIn(random, openedOn, until)),
        text: random.pick(noteTexts),
      });
    }
  }
}
