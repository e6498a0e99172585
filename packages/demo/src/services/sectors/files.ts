import { addDays, addMonths } from '@atbalsts/database';
import { assessmentForms, daugavpils, publishedFigure } from '@atbalsts/reference';
import type { Random } from '../../random.js';
import { employeesAt } from '../../workforce/index.js';
import type { DemoPerson, World } from '../../world.js';
import { dayIn, earlier, later } from '../calendar.js';
import { householdIdOn } from '../clients.js';
import { type DemoMark, riskMarks, riskOutcome } from '../marks.js';
import type { Two } from '../records/staff.js';
import { riskTexts } from '../texts-follow-up.js';

/** In which of the two calibrated years a case is in force, and in which it was opened. */
export interface Course {
  in: readonly (2021 | 2022)[];
  /** Opened in the first of them; otherwise before. */
  isNew: boolean;
}

/** A case of a sector, for what hangs on it. */
export interface SectorCase {
  id: string;
  person: DemoPerson;
  openedOn: string;
  closedOn: string;
}

/** What a case of a sector is about. */
export interface Subject {
  unit: 'adult-sector' | 'family-sector';
  targetGroup: string;
  /** As what somebody is a client; null where nobody recorded it. */
  kind: string | null;
  goal: string;
  level: 'NONE' | 'AT_RISK' | 'HIGH_RISK';
  course: Course;
  /** Not before this day. */
  since?: string;
}

const [form] = assessmentForms.filter(({ kind, version }) => kind === 'FAMILY_RISK' && version === 1);
const socialWork = ['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER'] as const;

/** The published figure of a row; it must be there. */
export function publishedOf(table: string, row: string, year: 2021 | 2022): number {
  const figure = publishedFigure(daugavpils, table, row, year);
  if (figure === null) throw new Error(`${table}/${row} of ${year} is not published`);
  return figure;
}

/**
 * Courses of so many clients in the two years, of whom some begin in each: those who go on are as many as can be.
 * The first who are given begin in 2021 or before, the last in 2022.
 */
export function courses(random: Random, of: Record<2021 | 2022, number>, begun: Partial<Record<2021 | 2022, number>> = {}): Course[] {
  const new2022 = begun[2022] ?? of[2022] - Math.min(Math.floor(of[2021] * 0.95), Math.floor(of[2022] * 0.9));
  const going = of[2022] - new2022;
  const new2021 = begun[2021] ?? Math.round(of[2021] * 0.3);
  if (going > of[2021] || going < 0) throw new Error(`${going} cannot go on of ${of[2021]}`);
  const first = random.shuffle(Array.from({ length: of[2021] }, (_none, n) => n < new2021));
  return [
    ...first.map((isNew, n): Course => ({ in: n < going ? [2021, 2022] : [2021], isNew })),
    ...Array.from({ length: new2022 }, (): Course => ({ in: [2022], isNew: true })),
  ];
}

/** Writes cases of the two calibrated years with goal, group of clients and risk assessments. All are closed by now. */
export class CaseFiles {
  private readonly marks: Readonly<Record<string, readonly DemoMark[][]>>;

  constructor(
    private readonly world: World,
    private readonly random: Random,
    readonly two: Two,
  ) {
    if (!form) throw new Error('there is no form of risks of 2021');
    const some = (level: string) => Array.from({ length: 12 }, () => riskMarks(random, form, level));
    this.marks = { AT_RISK: some('AT_RISK'), HIGH_RISK: some('HIGH_RISK') };
  }

  open(person: DemoPerson, { unit, targetGroup, kind, goal, level, course, since }: Subject): SectorCase {
    const { world, random } = this;
    const [openedOn, closedOn] = this.days(course, since);
    const { municipality } = person;
    const id = world.id('sector case', `${person.id} ${targetGroup}`);
    const team = employeesAt(world, municipality, openedOn, { kinds: socialWork, unit });
    const worker = random.pick(team.length ? team : employeesAt(world, municipality, openedOn, { kinds: socialWork })).id;
    const householdId = householdIdOn(world, person, openedOn);
    world.add('services', 'social_case', {
      id,
      municipality,
      person_id: person.id,
      household_id: householdId,
      target_group: targetGroup,
      risk: level,
      responsible_id: worker,
      opened_on: openedOn,
      closed_on: closedOn,
    });
    world.add('services', 'case_goal', {
      id: world.id('case goal', `${id} 1`),
      municipality,
      case_id: id,
      place: 1,
      text: goal,
      activities: [],
      due_on: addDays(openedOn, random.int(90, 300)),
      outcome: random.pick(['ACHIEVED', 'ACHIEVED', 'PARTLY', 'PARTLY', 'NOT_ACHIEVED']),
    });
    if (kind !== null) addClientGroup(world, { id, person, openedOn, kind, by: worker });
    if (level !== 'NONE' && unit === 'family-sector') this.assess({ id, person, openedOn, closedOn }, householdId, worker, level);
    return { id, person, openedOn, closedOn };
  }

  private days({ in: years, isNew }: Course, since?: string): [string, string] {
    const { random } = this;
    const [first, last] = [years[0] as number, years.at(-1) as number];
    const openedOn = isNew
      ? dayIn(random, later(`${first}-01-05`, since ?? ''), `${first}-11-20`)
      : dayIn(random, '2020-02-05', '2020-12-10');
    if (last === 2022) return [openedOn, dayIn(random, later('2023-01-10', addDays(openedOn, 90)), '2024-10-31')];
    return [openedOn, dayIn(random, later('2021-01-12', addDays(openedOn, 30)), '2021-12-30')];
  }

  /** Soon after the opening, and again in each of the years that it goes on. */
  private assess({ id, person, openedOn, closedOn }: SectorCase, householdId: string | null, by: string, level: string): void {
    const { world, random } = this;
    const days = [addDays(openedOn, random.int(3, 9))];
    for (const year of [2021, 2022]) {
      const on = `${year}-0${random.int(1, 9)}-1${random.int(0, 9)}`;
      if (openedOn < `${year}-01-01` && on < closedOn) days.push(on);
    }
    for (const on of days) {
      const marks = random.pick(this.marks[level] ?? []);
      const { score, months } = riskOutcome(form as NonNullable<typeof form>, marks);
      world.add('services', 'risk_assessment', {
        id: world.id('risk assessment', `${id} ${on}`),
        municipality: person.municipality,
        case_id: id,
        person_id: person.id,
        household_id: householdId,
        on_date: on,
        assessed_by: by,
        form_version: 1,
        marks: JSON.stringify(marks),
        score,
        level,
        next_due_on: addMonths(on, months),
        findings: random.pick(riskTexts),
        recorded_at: `${on}T12:00:00Z`,
      });
    }
  }

  /** A service granted and delivered to clients of a year while their cases were in force. */
  serve(cases: readonly SectorCase[], year: 2021 | 2022, count: number, service: { type: string; unit: string; often: number }): void {
    const { world, random } = this;
    const able = cases.filter(({ openedOn, closedOn }) => openedOn <= `${year}-10-01` && closedOn >= `${year}-12-01`);
    if (able.length < count) throw new Error(`${service.type} ${year}: ${able.length} clients for ${count}`);
    for (const { person, openedOn } of random.shuffle(able).slice(0, count)) {
      const from = dayIn(random, later(addDays(openedOn, 20), `${year}-01-20`), `${year}-10-25`);
      const id = world.id('sector request', `${person.id} ${service.type} ${year}`);
      const { municipality } = person;
      const [proposed, confirmed] = this.two();
      const requestedOn = addDays(from, -18);
      world.add('services', 'service_request', {
        id,
        municipality,
        person_id: person.id,
        service_type: service.type,
        requested_on: requestedOn,
        due_on: addMonths(requestedOn, 1),
        state: 'ENDED',
        outcome: 'GRANT',
        reasons: null,
        proposed_by: proposed,
        confirmed_by: confirmed,
        decided_on: addDays(from, -4),
        from_date: from,
        until_date: addDays(from, 60),
      });
      for (let n = 0; n < service.often; n++) {
        world.add('services', 'delivery', {
          id: world.id('sector delivery', `${id} ${n}`),
          municipality,
          referral_id: null,
          organisation_id: null,
          request_id: id,
          key: `${id}-${n}`,
          on_date: addDays(from, 2 + n * 14),
          units: 1,
          unit: service.unit,
          recorded_by: 'demo:head-of-services',
        });
      }
    }
  }

  /** Support that needs no decision. */
  support(person: { id: string; municipality: string }, kind: string, occasion: string | null, on: string, note: string): void {
    const { world } = this;
    const n = (world.rows.get('services')?.get('support_record') ?? []).length;
    const [by] = this.two();
    const { municipality } = person;
    const row = { id: world.id('support', n), municipality, key: `atbalsts-${n}`, person_id: person.id, kind, occasion, on_date: on, note };
    world.add('services', 'support_record', { ...row, recorded_by: by });
  }

  /** A day of a year on which the case was in force. */
  dayOf({ openedOn, closedOn }: SectorCase, year: number): string {
    return dayIn(this.random, later(openedOn, `${year}-01-10`), earlier(closedOn, `${year}-12-20`));
  }
}

/** Records as what somebody is a client, from the day on which the case was opened. */
export function addClientGroup(
  world: World,
  {
    id,
    person,
    openedOn,
    kind,
    by,
  }: { id: string; person: { id: string; municipality: string }; openedOn: string; kind: string; by: string },
): void {
  world.add('services', 'client_group', {
    id: world.id('client group', id),
    municipality: person.municipality,
    case_id: id,
    person_id: person.id,
    kind,
    from_date: openedOn,
    recorded_by: by,
    recorded_at: `${openedOn}T12:30:00Z`,
  });
}
