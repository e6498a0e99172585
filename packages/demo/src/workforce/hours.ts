import { addDays } from '@atbalsts/database';
import { norms, trainingNorm } from '@atbalsts/reference';
import type { Random } from '../random.js';
import type { World } from '../world.js';
import { type DemoEmployee, worksOn } from './town.js';

const topics = [
  'Riska novērtēšana ģimenēs ar bērniem',
  'Darbs ar atkarīgām personām',
  'Krīzes intervence',
  'Sociālā gadījuma vadīšana',
  'Personas datu aizsardzība',
  'Pirmā palīdzība',
  'Saskarsme ar senioriem un demence',
  'Izdegšanas profilakse',
  'Ienākumu izvērtēšana un jaunie sliekšņi',
  'Vardarbības pazīmes un rīcība',
];
const firstYear = 2021;

/** Training and supervision of an employee from 2021 to today: most fulfil what is asked, some not yet. */
export function addHours(world: World, random: Random, employee: DemoEmployee): void {
  for (let year = firstYear; year <= Number(world.today.slice(0, 4)); year++) {
    const training = trainingNorm(employee.kind);
    if (training) addTraining(world, random, employee, year, training.hours);
    if (norms.supervision.kinds.includes(employee.kind)) addSupervision(world, random, employee, year);
  }
}

function addTraining(world: World, random: Random, employee: DemoEmployee, year: number, asked: number): void {
  let left = random.chance(0.85) ? asked + random.int(0, 6) : Math.max(2, asked - random.int(2, asked));
  while (left > 0) {
    const hours = Math.min(left, random.pick([4, 6, 8]));
    left -= hours;
    const on = workingDay(random, year);
    if (on >= world.today || !worksOn(employee, on)) continue;
    const id = world.id('training-record', `${employee.id} ${year} ${left}`);
    world.add('workforce', 'training_record', {
      id,
      municipality: employee.municipality,
      employee_id: employee.id,
      on_date: on,
      topic: random.pick(topics),
      hours_hundredths: hours * 100,
    });
  }
}

function addSupervision(world: World, random: Random, employee: DemoEmployee, year: number): void {
  const alone = random.chance(0.25);
  const sessions = random.chance(0.85) ? 6 : random.int(2, 5);
  for (let session = 0; session < sessions; session++) {
    const on = workingDay(random, year);
    if (on >= world.today || !worksOn(employee, on)) continue;
    const id = world.id('supervision-record', `${employee.id} ${year} ${session}`);
    const form = alone ? 'INDIVIDUAL' : 'GROUP';
    world.add('workforce', 'supervision_record', {
      id,
      municipality: employee.municipality,
      employee_id: employee.id,
      on_date: on,
      form,
      hours_hundredths: alone ? 150 : 300,
    });
  }
}

function workingDay(random: Random, year: number): string {
  const day = addDays(`${year}-01-08`, random.int(0, 340));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 ? addDays(day, 1) : weekday === 6 ? addDays(day, 2) : day;
}
