import { daugavpils, publishedFigure } from '@atbalsts/reference';
import type { Random } from '../../random.js';
import type { DemoPerson, Row, World } from '../../world.js';
import { dayIn } from '../calendar.js';
import type { KnownPeople } from './people.js';
import type { Two } from './staff.js';

const programmes = [
  ['step-by-step', 'Sociālās rehabilitācijas un aprūpes programma “Soli pa solim”', ['step-by-step-groups', 'step-by-step-individual']],
  ['kitchen', 'Sociālās rehabilitācijas programma “Virtuve un ēst gatavošana”', ['kitchen-groups', 'kitchen-individual']],
  ['music', 'Programma “Mūzika – mana pirmā valoda”', ['music']],
  ['we-can', 'Programma “Mēs varam”', ['we-can']],
  ['active-and-cheerful', 'Programma “Aktīvs un jautrs”', ['active-and-cheerful']],
] as const;

const published = (row: string): number => {
  const figure = publishedFigure(daugavpils, 'rehabilitation-programmes', row, 2022);
  if (figure === null) throw new Error(`rehabilitation-programmes/${row} is not published`);
  return figure;
};

/** The five programmes of the day care centre in 2022: who took part in which, and how often, as published; and some sessions of these weeks. */
export function planProgrammes(world: World, random: Random, people: KnownPeople, two: Two): void {
  const clients = Array.from({ length: 46 }, () => people.withDisability(random));
  const book = new ProgrammeBook(world, random, two);
  for (const [code, name, rows] of programmes) {
    const programmeId = book.programme(code, name);
    for (const row of rows) {
      const alone = row.endsWith('-individual');
      const members = random.shuffle(clients).slice(0, published(row));
      const count = published(`${row}-sessions`);
      if (alone) book.individual(programmeId, members, count);
      else book.groups(programmeId, members, count);
    }
  }
}

/** Writes programmes, groups, enrolments and sessions of one town. */
class ProgrammeBook {
  private written = 0;

  constructor(
    private readonly world: World,
    private readonly random: Random,
    private readonly two: Two,
  ) {}

  programme(code: string, name: string): string {
    return this.add('programme', { code, name, from_date: '2021-01-01', until_date: null });
  }

  /** Sessions with one person at a time: each of them takes part, so many times in all. */
  individual(programmeId: string, members: readonly DemoPerson[], count: number): void {
    for (const member of members) this.enrol(programmeId, null, member);
    for (let n = 0; n < count; n++)
      this.session(programmeId, null, dayIn(this.random, '2022-01-10', '2022-12-20'), [members[n % members.length] as DemoPerson]);
  }

  /** Groups of up to eight, whose members come so many times in all: everybody at least once. */
  groups(programmeId: string, members: readonly DemoPerson[], count: number): void {
    const size = 8;
    const groups = Array.from({ length: Math.ceil(members.length / size) }, (_, at) => {
      const some = members.slice(at * size, (at + 1) * size);
      const [leader] = this.two();
      const id = this.add('programme_group', { programme_id: programmeId, name: `${at + 1}. grupa`, leader_id: leader, places: size });
      for (const member of some) this.enrol(programmeId, id, member);
      return { id, some };
    });
    let left = count;
    for (let n = 0; left > 0; n++) {
      const { id, some } = groups[n % groups.length] as (typeof groups)[number];
      const there = some.slice(0, left);
      this.session(programmeId, id, dayIn(this.random, '2022-01-10', '2022-12-20'), there, some.slice(left));
      left -= there.length;
    }
    const today = this.world.today;
    const [first] = groups;
    for (let weeks = 1; first && weeks <= 3; weeks++)
      this.session(programmeId, first.id, dayIn(this.random, `${today.slice(0, 4)}-01-10`, today), first.some);
  }

  private enrol(programmeId: string, groupId: string | null, { id }: DemoPerson): void {
    this.add('programme_enrolment', {
      programme_id: programmeId,
      group_id: groupId,
      person_id: id,
      from_date: '2022-01-03',
      until_date: null,
    });
  }

  private session(
    programmeId: string,
    groupId: string | null,
    on: string,
    there: readonly DemoPerson[],
    absent: readonly DemoPerson[] = [],
  ): void {
    const id = this.add('programme_session', {
      key: `nodarbiba-${this.written}`,
      programme_id: programmeId,
      group_id: groupId,
      on_date: on,
      leader_id: this.two()[0],
      topic: null,
    });
    for (const person of there) this.add('session_attendance', { session_id: id, person_id: person.id, attended: true });
    for (const person of absent) this.add('session_attendance', { session_id: id, person_id: person.id, attended: false });
  }

  private add(table: string, row: Row): string {
    const id = this.world.id('programme record', this.written++);
    this.world.add('services', table, { id, municipality: daugavpils, ...row });
    return id;
  }
}
