import type { Random } from '../random.js';
import type { DemoCircumstanceKind, DemoPerson, World } from '../world.js';

/** What somebody is in the reports: nothing, of pension age, or with disability. */
export type Group = 'plain' | 'pensioner' | 'disabled';

/** What an adult to be invented is like. */
export interface AdultSpec {
  sex: 'FEMALE' | 'MALE';
  group?: Group;
  /** The group of disability; chance where left out. */
  disability?: 1 | 2 | 3;
  bornFrom?: string;
  bornUntil?: string;
  municipality?: string;
  residence?: boolean;
}

/** Invents an adult. Working age is born 1963 to 1998, so that nobody reaches pension age unnoticed within the demo's counted years. */
export function adult(world: World, random: Random, spec: AdultSpec): DemoPerson {
  const { group = 'plain', sex, municipality, residence } = spec;
  const old = group === 'pensioner';
  const person = world.person({
    sex,
    municipality,
    residence,
    bornFrom: spec.bornFrom ?? (old ? '1938-01-01' : '1963-01-01'),
    bornUntil: spec.bornUntil ?? (old ? '1955-12-31' : '1998-12-31'),
  });
  if (old)
    world.circumstance(
      person,
      'PENSIONER',
      `${Number(person.birthDate.slice(0, 4)) + 64}${leapless(person.birthDate.slice(4))}`,
      null,
      'VSAA izziņa',
    );
  if (group === 'disabled') {
    const kind = `DISABILITY_GROUP_${spec.disability ?? random.pick([1, 2, 2, 3, 3, 3])}` as DemoCircumstanceKind;
    const ofAge = `${Number(person.birthDate.slice(0, 4)) + 18}${leapless(person.birthDate.slice(4))}`;
    const found = `${random.int(2017, 2019)}-0${random.int(1, 9)}-01`;
    world.circumstance(person, kind, found > ofAge ? found : ofAge, null, 'VDEĀVK lēmums');
  }
  return person;
}

/** Invents a child of a family. */
export function child(
  world: World,
  spec: { sex?: 'FEMALE' | 'MALE'; bornFrom: string; bornUntil: string; familyStem?: string; municipality?: string },
): DemoPerson {
  return world.person(spec);
}

/** Invents adults of one sex by group, as many as told. */
export function adults(
  world: World,
  random: Random,
  sex: 'FEMALE' | 'MALE',
  counts: Partial<Record<Group, number>>,
  more: Partial<AdultSpec> = {},
): DemoPerson[] {
  return Object.entries(counts).flatMap(([group, count]) =>
    Array.from({ length: count }, () => adult(world, random, { ...more, sex, group: group as Group })),
  );
}

/** Whether somebody has a disability of group 1, 2 or 3. */
export const isDisabled = (world: World, person: DemoPerson): boolean =>
  world.circumstances.some((known) => known.person === person && known.kind.startsWith('DISABILITY_GROUP'));

/** Whether nothing is recorded of somebody that a report counts. */
export const isPlain = (world: World, person: DemoPerson): boolean => !world.circumstances.some((known) => known.person === person);

const leapless = (monthDay: string): string => (monthDay === '-02-29' ? '-02-28' : monthDay);
