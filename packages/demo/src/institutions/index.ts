import type { DemoPerson, World } from '../world.js';
import { planCrisisCentre } from './crisis-centre.js';
import { planDayCare } from './day-care.js';
import { planDayCentre } from './day-centre.js';
import { planFacilities } from './facilities.js';
import { planGroupApartments } from './group-apartments.js';
import { Ledger } from './ledger.js';
import { planNightShelter } from './night-shelter.js';
import { planBauska, planFamilyHome, planWaiting } from './others.js';
import { planShelter } from './shelter.js';
import { planSocialApartments } from './social-apartments.js';
import { planSocialHouse } from './social-house.js';
import { planWorkingDay } from './working-day.js';

export type { GrantedRequest } from './ledger.js';

/**
 * Facilities and who lived in them: Daugavpils in 2021 and 2022 as published, then on to the day of the demo; Bauska, smaller.
 *
 * Leaves for later plans: the wishes for household status of residents of group apartments; the note `institutions.currentClients` (DemoPerson[]),
 * adults with a place today, the shelter's first; the note `institutions.grantedRequests` (GrantedRequest[]), the service requests that placements rest on.
 */
export function planInstitutions(world: World): void {
  const random = world.random.fork('institutions');
  const ledger = new Ledger(world, planFacilities(world));
  const fromCrisis = planCrisisCentre(ledger, random.fork('crisis-centre'));
  const fromShelter = planShelter(ledger, random.fork('shelter'), fromCrisis.toShelter);
  planNightShelter(ledger, random.fork('night-shelter'));
  planSocialHouse(ledger, random.fork('social-house'), fromShelter, fromCrisis.toSocialHouse);
  planSocialApartments(ledger, random.fork('social-apartments'));
  const attending = planGroupApartments(ledger, random.fork('group-apartments'), fromCrisis.toGroupApartments);
  planDayCare(ledger, random.fork('day-care'), attending);
  planFamilyHome(ledger, random.fork('family-home'));
  planBauska(ledger, random.fork('bauska'));
  planWaiting(ledger, random.fork('waiting'));
  planDayCentre(ledger, random.fork('day-centre'));
  world.notes.set('institutions.grantedRequests', ledger.write());
  planWorkingDay(ledger, random.fork('working-day'));
  world.notes.set('institutions.currentClients', currentClients(ledger));
}

/** Adults of Daugavpils with a place today, the shelter's first. */
function currentClients(ledger: Ledger): DemoPerson[] {
  const { today } = ledger.world;
  const grownBefore = `${Number(today.slice(0, 4)) - 19}-01-01`;
  const order = ['shelter', 'night-shelter', 'crisis-centre', 'social-house', 'social-apartments', 'group-saura', 'group-novembra'];
  const people = order.flatMap((facility) => ledger.holding(facility, today).map(({ person }) => person));
  return [...new Set(people)].filter((person) => person.birthDate < grownBefore);
}
