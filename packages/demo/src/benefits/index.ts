import { daugavpils } from '@atbalsts/reference';
import type { DemoPerson, World } from '../world.js';
import { planChanges } from './changes.js';
import { type Desk, deskFor } from './desk.js';
import type { Home } from './homes.js';
import { planBauska, planLaterYears, refusal } from './later-years.js';
import { chooseHomes, planMeansTested, type WishedHome } from './means-tested.js';
import { planStatusBased } from './status-based.js';
import { planUkraine } from './ukraine.js';
import { fillRecipients, type OtherHomes, planWithoutMeans } from './without-means.js';
import { planWorkingDay } from './working-day.js';

type Status = 'NEEDY' | 'LOW_INCOME';

/**
 * Applications, means, decisions and payments of both towns from 2021 to today. Daugavpils' records of 2021 and 2022, counted by the rules of the
 * benefits domain, give the printed figures; the same homes come again from year to year.
 */
export function planBenefits(world: World): void {
  const desk = deskFor(world);
  const others: OtherHomes = { general: [], orphans: [] };
  let before = new Map<Status, Home[]>();
  for (const year of [2021, 2022]) {
    const wished = wishesOf(desk, year);
    const chosen = chooseHomes(desk, year, wished, before);
    const held = planMeansTested(desk, year, chosen, wished);
    planStatusBased(desk, year, held);
    planWithoutMeans(desk, year, others);
    if (year === 2022) planUkraine(desk);
    for (const home of others.general.slice(-60)) desk.ledger.add(refusal(desk, home, `${year}-05-0${1 + (home.members.length % 9)}`));
    fillRecipients(desk, year, others);
    before = chosen;
  }
  const known = { needy: before.get('NEEDY') ?? [], lowIncome: before.get('LOW_INCOME') ?? [] };
  planLaterYears(desk, known);
  planWorkingDay(desk, { ...known, clients: currentClients(world) });
  planBauska(desk);
  desk.ledger.write();
  planChanges(desk, known.needy);
}

/** The statuses that other domains wished for in a year, one for each household and status. */
function wishesOf({ world, homes }: Desk, year: number): WishedHome[] {
  const found = new Map<string, WishedHome>();
  for (const { person, status, from } of world.wishes.householdStatus) {
    if (!from.startsWith(String(year)) || person.municipality !== daugavpils) continue;
    const home = homes.of(person);
    const key = `${home.household.id} ${status}`;
    if (!found.has(key)) found.set(key, { home, status, month: Number(from.slice(5, 7)), from });
  }
  return [...found.values()];
}

/** Adults of Daugavpils with a place in a facility today, the shelter's first, as the institutions tell. */
function currentClients(world: World): DemoPerson[] {
  const told = (world.notes.get('institutions.currentClients') ?? []) as readonly DemoPerson[];
  const seen = new Set<string>();
  return told.filter(({ id, municipality }) => municipality === daugavpils && !seen.has(id) && seen.add(id));
}
