import { demoId } from '@atbalsts/auth';
import { addDays, addMonths } from '@atbalsts/database';
import type { Random } from '../../random.js';
import type { Row, World } from '../../world.js';
import type { KnownPeople } from './people.js';
import type { Two } from './staff.js';

const accounts = [
  'Kaimiņiene dzird kliedzienus un lietu mešanu, visbiežāk vakaros.',
  'Skolas sociālais pedagogs ziņo par zilumiem uz bērna rokām.',
  'Ģimenes ārste ziņo par traumām, kuru izcelsmi paciente neskaidro.',
  'Sieviete pati lūdz palīdzību pēc partnera draudiem.',
] as const;

const complaints = [
  ['COMPLAINT', 'Trīs nedēļas nevaru sazināties ar sociālo darbinieku.'],
  ['SUGGESTION', 'Lūdzu pieņemšanu vismaz vienu reizi nedēļā rīkot pēc darba laika.'],
  ['THANKS', 'Paldies aprūpētājai par pacietību.'],
] as const;

/** What a working day needs: reports of violence and submissions of the last weeks, reception hours and appointments, a route of visits, meals. */
export function planWorkingDay(world: World, random: Random, people: KnownPeople, two: Two, municipality: string): void {
  const { today } = world;
  let written = 0;
  const add = (table: string, row: Row): string => {
    const id = world.id(`working day ${municipality}`, written++);
    world.add('services', table, { id, municipality, ...row });
    return id;
  };
  for (let n = 0; n < 14; n++) {
    const child = n % 4 === 1;
    const danger = n % 5 === 0;
    const received = addDays(today, -n * 4);
    const due = addDays(received, danger ? 0 : child ? 1 : 10);
    const examined = n > 2 ? (addDays(received, 2) > today ? today : addDays(received, 2)) : null;
    const [first, second] = two();
    const report = add('violence_report', {
      key: `zinojums-${n}`,
      received_at: `${received}T08:15:00Z`,
      received_on: received,
      reporter: (['NEIGHBOUR', 'SCHOOL', 'MEDICAL', 'VICTIM'] as const)[n % 4] as string,
      victim: child ? 'CHILD' : 'ADULT',
      person_id: n % 3 ? people.adult().id : null,
      victim_described: n % 3 ? null : 'Persona vēl nav noskaidrota.',
      kinds: [n % 2 ? 'PHYSICAL' : 'EMOTIONAL'],
      account: accounts[n % 4] as string,
      danger,
      due_on: due,
      term_citation: danger ? 'Tūlītējas briesmas: tajā pašā dienā (pieņēmums)' : 'Desmit dienās, bērnam nākamajā dienā (pieņēmums)',
      recorded_by: first,
      outcome: examined ? (n % 4 ? 'CONFIRMED' : 'NOT_CONFIRMED') : null,
      findings: examined ? 'Noskaidroti apstākļi, runāts ar iesaistītajiem.' : null,
      examined_on: examined,
      examined_by: examined ? second : null,
    });
    if (examined && n % 4) {
      const policeTold = {
        report_id: report,
        kind: 'POLICE',
        object_id: null,
        note: 'Informēta Valsts policija.',
        on_date: examined,
        added_by: second,
      };
      add('violence_follow_up', policeTold);
    }
  }
  for (const [n, [kind, text]] of [...complaints, ...complaints].entries()) {
    const received = addDays(today, -6 - n * 9);
    const answered = n > 2 ? addDays(received, 9) : null;
    const [first, second] = two();
    add('submission', {
      key: `iesniegums-${n}`,
      kind,
      received_on: received,
      person_id: people.adult().id,
      sender: null,
      text,
      due_on: addMonths(received, 1),
      term_citation: 'Iesniegumu likuma 5. panta trešā daļa: ne vēlāk kā mēneša laikā no saņemšanas',
      recorded_by: first,
      answered_on: answered,
      answered_by: answered ? second : null,
      answer: answered ? 'Paldies par iesniegumu; esam to izskatījuši un veikuši izmaiņas.' : null,
    });
  }
  const employee = municipality === '0025000' ? demoId('employee', 'social-worker-bauska') : demoId('employee', 'social-worker');
  for (let ahead = 0; ahead < 5; ahead++) {
    const day = addDays(today, ahead);
    add('reception_hours', {
      employee_id: employee,
      starts_at: `${day}T07:00:00Z`,
      ends_at: `${day}T10:00:00Z`,
      on_date: day,
      slot_minutes: 30,
      room: '12. kabinets',
    });
    for (const [hour, purpose] of [
      ['07:00', 'Konsultācija par pakalpojumiem'],
      ['08:30', 'Līdzdarbības vienošanās'],
    ] as const) {
      add('appointment', {
        employee_id: employee,
        person_id: people.adult().id,
        starts_at: `${day}T${hour}:00Z`,
        ends_at: `${day}T${hour === '07:00' ? '07:30' : '09:00'}:00Z`,
        on_date: day,
        purpose,
        state: 'BOOKED',
        booked_by: employee,
      });
    }
  }
  const route = add('visit_route', {
    on_date: today,
    territory: municipality === '0025000' ? 'Vecsaules pagasts' : 'Forštadte',
    employee_id: employee,
  });
  for (let place = 1; place <= 5; place++)
    add('visit_route_stop', { route_id: route, place, person_id: people.old().id, purpose: 'Vientuļas personas apmeklējums' });
  for (let n = 0; n < 12; n++) {
    const meal = { key: `edienreize-${n}`, on_date: addDays(today, -random.int(1, 20)), programme: 'HOT_MEAL', portions: random.int(1, 3) };
    add('meal_issue', { ...meal, person_id: people.adult().id, place: 'Sociālā dienesta ēdnīca', recorded_by: employee });
  }
}
