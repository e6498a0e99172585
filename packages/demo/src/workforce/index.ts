import { personaNames, personas, type StaffPersona } from '@atbalsts/auth';
import { bauska, daugavpils, type SpecialistKind } from '@atbalsts/reference';
import type { Random } from '../random.js';
import type { World } from '../world.js';
import { addHours } from './hours.js';
import { planPeople } from './people.js';
import { bauskaStaff, daugavpilsStaff } from './staff-plan.js';
import { type DemoEmployee, type Resident, Town, worksOn } from './town.js';
import { bauskaUnits, daugavpilsUnits, type UnitPlan } from './units.js';

export type { DemoEmployee } from './town.js';

/** Under this name the world's notes hold the employees of both towns, for the plans that come later. */
export const employeesNote = 'workforce.employees';

/** Employees of a town, in the order in which they came. Needs `planWorkforce` to have run. */
export function employeesOf(world: World, municipality: string): readonly DemoEmployee[] {
  const all = world.notes.get(employeesNote) as readonly DemoEmployee[] | undefined;
  if (!all) throw new Error('planWorkforce has not run yet');
  return all.filter((employee) => employee.municipality === municipality);
}

/** Employees of a town who work there on a day, of some kinds or units where they are named. */
export function employeesAt(
  world: World,
  municipality: string,
  on: string,
  of: { kinds?: readonly SpecialistKind[]; unit?: string } = {},
): readonly DemoEmployee[] {
  return employeesOf(world, municipality).filter(
    (employee) =>
      worksOn(employee, on) && (of.kinds?.includes(employee.kind) ?? true) && (of.unit === undefined || employee.unit === of.unit),
  );
}

/** Units, posts, employees, training and supervision of both towns, 2020 to today; headcounts of Daugavpils are the published ones. */
export function planWorkforce(world: World): void {
  const random = world.random.fork('workforce');
  const towns = [
    plannedTown(world, random.fork(daugavpils), daugavpils, daugavpilsUnits, daugavpilsStaff),
    plannedTown(world, random.fork(bauska), bauska, bauskaUnits, bauskaStaff),
  ];
  world.notes.set(
    employeesNote,
    towns.flatMap((town) => town.employees),
  );
  planPeople(world, random.fork('people'), employeesOf(world, daugavpils).concat(employeesOf(world, bauska)));
}

function plannedTown(world: World, random: Random, municipality: string, units: readonly UnitPlan[], staff: typeof daugavpilsStaff): Town {
  const unitId = (key: string) => world.id('unit', `${municipality} ${key}`);
  units.forEach((unit, position) => {
    world.add('workforce', 'unit', {
      id: unitId(unit.key),
      municipality,
      parent_id: unit.parent === null ? null : unitId(unit.parent),
      label_lv: unit.lv,
      label_en: unit.en,
      position,
    });
  });
  const town = new Town(world, random, municipality, units);
  town.play(staff, residentsOf(municipality));
  for (const post of town.posts) {
    world.add('workforce', 'post', {
      id: post.id,
      municipality,
      unit_id: unitId(post.unit),
      fte_hundredths: post.hundredths,
      from_date: post.from,
      until_date: null,
    });
    for (const { employee, from } of post.holders) {
      const id = world.id('post-assignment', `${post.id} ${employee.id}`);
      world.add('workforce', 'post_assignment', {
        id,
        municipality,
        post_id: post.id,
        employee_id: employee.id,
        from_date: from,
        until_date: employee.until,
      });
    }
  }
  for (const employee of town.employees) addEmployee(world, random, employee, unitId(employee.unit));
  return town;
}

function residentsOf(municipality: string): Resident[] {
  return personaNames.flatMap((name) => {
    const persona = personas[name];
    if (persona.audience !== 'STAFF' || persona.municipality !== municipality) return [];
    const { employee, specialist, unit } = persona as StaffPersona;
    return [{ id: employee, name: persona.name, kind: specialist, unit }];
  });
}

const groups: Record<string, readonly string[]> = {
  'family-sector': ['FAMILY_WITH_CHILDREN', 'VIOLENCE'],
  'adult-sector': ['ADULT', 'UNEMPLOYED', 'FORMER_PRISONER', 'ADDICTION'],
  'disability-and-elderly-sector': ['PERSON_WITH_DISABILITY', 'ELDERLY'],
  'home-care-office': ['ELDERLY'],
  shelter: ['HOMELESS', 'ADDICTION'],
  'night-shelter': ['HOMELESS'],
  'social-house': ['HOMELESS', 'CARE_LEAVER'],
  'family-support-centre': ['FAMILY_WITH_CHILDREN', 'VIOLENCE'],
  'group-apartments': ['PERSON_WITH_DISABILITY'],
  'day-care-centre': ['PERSON_WITH_DISABILITY'],
};
const territories: Record<string, readonly string[]> = {
  '0002000': ['Centrs', 'Jaunbūve', 'Gajoks', 'Ķīmija', 'Grīva', 'Cietoksnis', 'Vecstropi', 'Ruģeļi'],
  '0025000': ['Bauska', 'Iecava', 'Vecumnieki', 'Rundāle'],
};
const fieldWork: readonly SpecialistKind[] = ['SENIOR_SOCIAL_WORKER', 'SOCIAL_WORKER', 'SOCIAL_CARER'];

function addEmployee(world: World, random: Random, employee: DemoEmployee, unitId: string): void {
  const { id, municipality, name, kind, from, until } = employee;
  const inTheField = fieldWork.includes(kind);
  world.add('workforce', 'employee', {
    id,
    municipality,
    name,
    specialisations: inTheField ? (groups[employee.unit] ?? []) : [],
    territories: inTheField ? random.shuffle(territories[municipality] ?? []).slice(0, random.int(1, 3)) : [],
  });
  world.add('workforce', 'employment', {
    id: world.id('employment', id),
    municipality,
    employee_id: id,
    kind,
    from_date: from,
    until_date: until,
  });
  world.fact('workforce', {
    kind: 'employee',
    key: id,
    municipality,
    body: { employeeId: id, unitId: until !== null && until <= world.today ? null : unitId, kind },
  });
  addHours(world, random, employee);
}
