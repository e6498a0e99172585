import type { Random } from '../../random.js';
import { employeesAt } from '../../workforce/index.js';
import type { World } from '../../world.js';

/** Two different colleagues of the services who have been there all the time: one does, the other confirms. */
export type Two = () => [string, string];

/** Gives two different colleagues each time. */
export function colleagues(world: World, random: Random, municipality: string): Two {
  const team = employeesAt(world, municipality, '2020-12-31', { kinds: ['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER', 'SOCIAL_CARER'] })
    .filter(({ until }) => until === null)
    .map(({ id }) => id);
  if (team.length < 2) throw new Error(`${municipality} has nobody to confirm what another did`);
  return () => {
    const first = random.int(0, team.length - 1);
    const second = (first + random.int(1, team.length - 1)) % team.length;
    return [team[first] as string, team[second] as string];
  };
}
