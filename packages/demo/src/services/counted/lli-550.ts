import { daugavpils } from '@atbalsts/reference';
import type { Random } from '../../random.js';
import type { DemoPerson, World } from '../../world.js';
import { dayIn } from '../calendar.js';
import type { Two } from '../records/staff.js';
import { GrantBook } from './grant-book.js';
import { publishedOrNone } from './published.js';

const programmes = [
  ['exercise-classes', 'LLI-550: vingrošanas nodarbības', 8, 8],
  ['psycho-emotional-training', 'LLI-550: “Psihoemocionālo mācību pasākumu organizēšana”', 5, 10],
  ['happy-children-club', 'LLI-550: klubs “Laimīgi bērni un vecāki”', 2, 8],
] as const;

/** The programmes of the cross-border project LLI-550 in 2022: sessions and visits as published, in groups that meet in turn. */
export function planLli550(world: World, random: Random, two: Two, clients: readonly DemoPerson[]): void {
  const book = new GrantBook(world, random, two, 'lli-550');
  const left = [...clients];
  const mothers = random.shuffle(
    world.people.filter(
      ({ municipality, sex, birthDate, residenceSince }) =>
        municipality === daugavpils && sex === 'FEMALE' && residenceSince !== null && birthDate >= '1985-01-01' && birthDate < '2001-01-01',
    ),
  );
  for (const [code, name, count, places] of programmes) {
    const programmeId = book.add('programme', { code, name, from_date: '2021-01-01', until_date: '2023-01-01', project: 'lli-550' });
    const people = code === 'happy-children-club' ? mothers : left;
    const groups = Array.from({ length: count }, (_, at) => {
      const group = { programme_id: programmeId, name: `${at + 1}. grupa`, leader_id: two()[0], places };
      const id = book.add('programme_group', group);
      const members = people.splice(0, places);
      for (const { id: personId } of members) {
        const enrolment = {
          programme_id: programmeId,
          group_id: id,
          person_id: personId,
          from_date: '2022-01-03',
          until_date: '2023-01-01',
        };
        book.add('programme_enrolment', enrolment);
      }
      return { id, members };
    });
    const sessions = publishedOrNone('project-lli-550', code, 2022);
    const visits = random.split(publishedOrNone('project-lli-550', `${code}-visits`, 2022), sessions);
    for (const [n, wanted] of level(visits, places).entries()) {
      const group = groups[n % count] as (typeof groups)[number];
      const sessionId = book.add('programme_session', {
        key: `lli-550-${code}-${n + 1}`,
        programme_id: programmeId,
        group_id: group.id,
        on_date: dayIn(random, '2022-01-10', '2022-12-20'),
        leader_id: two()[0],
        topic: null,
      });
      for (const { id } of random.shuffle(group.members).slice(0, wanted))
        book.add('session_attendance', { session_id: sessionId, person_id: id, attended: true });
    }
  }
}

/** The same sum, no part above the most. */
function level(parts: readonly number[], most: number): number[] {
  const levelled = parts.map((part) => Math.min(part, most));
  let rest = parts.reduce((a, b) => a + b, 0) - levelled.reduce((a, b) => a + b, 0);
  for (let at = 0; rest > 0; at = (at + 1) % levelled.length) {
    if ((levelled[at] as number) >= most) continue;
    levelled[at] = (levelled[at] as number) + 1;
    rest--;
  }
  return levelled;
}
