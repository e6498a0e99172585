import { addDays, addMonths } from '@atbalsts/database';
import { bauska, daugavpils } from '@atbalsts/reference';
import type { Random } from '../random.js';
import type { World } from '../world.js';
import { type DemoEmployee, worksOn } from './town.js';

const schools = [
  'Rīgas Stradiņa universitāte',
  'Daugavpils Universitāte',
  'Latvijas Universitāte',
  'Sociālās integrācijas valsts aģentūras koledža',
];
const specialists: readonly string[] = [
  'SENIOR_SOCIAL_WORKER',
  'SOCIAL_WORKER',
  'SOCIAL_REHABILITATOR',
  'SOCIAL_ASSISTANCE_ORGANISER',
  'SOCIAL_CARER',
];

/** What is on record of people beside their posts: age and experience, qualifications, evaluations, who is away, a promotion that waits for a decision. */
export function planPeople(world: World, random: Random, employees: readonly DemoEmployee[]): void {
  for (const employee of employees) {
    addProfile(world, random, employee);
    addQualifications(world, random, employee);
    if (worksOn(employee, world.today)) addEvaluation(world, random, employee);
  }
  for (const municipality of [daugavpils, bauska]) {
    const here = employees.filter(
      (one) => one.municipality === municipality && !one.persona && worksOn(one, world.today) && one.until === null,
    );
    addAbsences(world, random.shuffle(here.filter(({ kind }) => kind === 'CARER' || kind === 'OTHER')).slice(0, 8));
    addPromotion(world, here);
  }
}

function addProfile(world: World, random: Random, { id, municipality, from }: DemoEmployee): void {
  const years = random.int(20, 50);
  const began = addMonths(from, -12 * random.int(0, Math.min(15, years - 20)));
  world.add('workforce', 'employee_profile', {
    id: world.id('employee-profile', id),
    municipality,
    employee_id: id,
    birth_date: addDays(addMonths(from, -12 * years), -random.int(0, 364)),
    in_field_since: began,
  });
}

function addQualifications(world: World, random: Random, employee: DemoEmployee): void {
  const { id, municipality, kind, from } = employee;
  const add = (key: string, row: { kind: string; title: string; issued_by: string; obtained_on: string; valid_until: string | null }) =>
    world.add('workforce', 'employee_qualification', {
      id: world.id('employee-qualification', `${id} ${key}`),
      municipality,
      employee_id: id,
      number: null,
      ...row,
    });
  if (specialists.includes(kind)) {
    add('diploma', {
      kind: 'DIPLOMA',
      title: 'Augstākā izglītība sociālajā darbā',
      issued_by: random.pick(schools),
      obtained_on: addMonths(from, -random.int(1, 60)),
      valid_until: null,
    });
  }
  if (kind !== 'CARER' || !worksOn(employee, world.today)) return;
  const obtained = addDays(world.today, -random.int(100, 1120));
  add('first-aid', {
    kind: 'FIRST_AID',
    title: 'Pirmā palīdzība',
    issued_by: 'Latvijas Sarkanais Krusts',
    obtained_on: obtained < from ? from : obtained,
    valid_until: addMonths(obtained < from ? from : obtained, 36),
  });
}

/** Of last year: most are confirmed, some wait for hr. */
function addEvaluation(world: World, random: Random, { id, municipality, from, kind }: DemoEmployee): void {
  const year = Number(world.today.slice(0, 4)) - 1;
  if (from > `${year}-07-01` || world.today < `${year + 1}-02-20` || !specialists.includes(kind)) return;
  const confirmed = random.chance(0.8);
  world.add('workforce', 'employee_evaluation', {
    id: world.id('employee-evaluation', `${id} ${year}`),
    municipality,
    employee_id: id,
    from_date: `${year}-01-01`,
    until_date: `${year + 1}-01-01`,
    grade: random.pick(['EXCELLENT', 'GOOD', 'GOOD', 'GOOD', 'SATISFACTORY']),
    summary: random.pick([
      'Darbu veic patstāvīgi, kolēģi uzticas. Nākamgad: supervīzija vismaz reizi mēnesī.',
      'Lietas ved rūpīgi un laikus. Nākamgad: mācības par darbu ar atkarīgām personām.',
      'Labi sadarbojas ar citām iestādēm. Nākamgad: laikus sagatavot rehabilitācijas plānus.',
    ]),
    evaluated_by: municipality === bauska ? 'demo:director-bauska' : 'demo:head-of-services',
    evaluated_on: `${year + 1}-02-10`,
    confirmed_by: confirmed ? 'demo:hr' : null,
    confirmed_on: confirmed ? `${year + 1}-02-20` : null,
  });
}

/** Four away, each with another of the same kind of work standing in. */
function addAbsences(world: World, staff: readonly DemoEmployee[]): void {
  const plan = [
    ['VACATION', -5, 9],
    ['SICKNESS', -2, 5],
    ['CHILD_CARE', -120, 240],
    ['STUDY', 20, 34],
  ] as const;
  for (const [n, [kind, from, until]] of plan.entries()) {
    const [away, substitute] = [staff[2 * n], staff[2 * n + 1]];
    if (!away || !substitute) return;
    const began = addDays(world.today, from);
    if (away.from > began || substitute.from > began) continue;
    world.add('workforce', 'employee_absence', {
      id: world.id('employee-absence', `${away.municipality} ${n}`),
      municipality: away.municipality,
      employee_id: away.id,
      kind,
      from_date: began,
      until_date: addDays(world.today, until),
      substitute_id: substitute.id,
      recorded_by: away.municipality === bauska ? 'demo:director-bauska' : 'demo:hr',
    });
  }
}

/** A social worker is proposed as a senior one; the director or hr is to decide. */
function addPromotion(world: World, staff: readonly DemoEmployee[]): void {
  const worker = staff.filter(({ kind }) => kind === 'SOCIAL_WORKER').sort((a, b) => a.from.localeCompare(b.from))[0];
  if (!worker || worker.municipality === bauska) return;
  world.add('workforce', 'employee_promotion', {
    id: world.id('employee-promotion', worker.id),
    municipality: worker.municipality,
    employee_id: worker.id,
    kind: 'SENIOR_SOCIAL_WORKER',
    from_date: addMonths(`${world.today.slice(0, 7)}-01`, 2),
    reason: 'Ilggadēja pieredze un jauno darbinieku vadīšana.',
    proposed_by: 'demo:head-of-services',
    proposed_on: addDays(world.today, -3),
    state: 'PROPOSED',
    decided_by: null,
    decided_on: null,
  });
}
