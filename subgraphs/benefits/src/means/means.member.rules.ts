import { adultAge } from './means.category.rules.js';
import type { Disability } from './means.model.js';

const disabilities = [
  ['DISABILITY_GROUP_1', 'GROUP_1'],
  ['DISABILITY_GROUP_2', 'GROUP_2'],
  ['DISABILITY_GROUP_3', 'GROUP_3'],
  ['DISABILITY_CHILD', 'CHILD'],
] as const satisfies readonly (readonly [string, `${Disability}`])[];

/** The disability that the circumstances of a day say; where several hold, the gravest group. */
export function disabilityOf(circumstances: readonly string[]): Disability {
  return (disabilities.find(([kind]) => circumstances.includes(kind))?.[1] ?? 'NONE') as Disability;
}

/** Whether the circumstances of a day make somebody a pensioner. Age alone makes nobody one: pension age is dated. */
export function isPensioner(circumstances: readonly string[]): boolean {
  return circumstances.includes('PENSIONER');
}

/** Whether somebody is of working age: grown up, and not a pensioner. A disability changes nothing (assumed). */
export function isOfWorkingAge({ age, pensioner }: { age: number; pensioner: boolean }): boolean {
  return age >= adultAge && !pensioner;
}
