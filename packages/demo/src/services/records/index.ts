import { bauska, daugavpils } from '@atbalsts/reference';
import type { World } from '../../world.js';
import { planAssistants } from './assistants.js';
import { planWorkingDay } from './day.js';
import { planHomeCare } from './home-care.js';
import { KnownPeople } from './people.js';
import { planProgrammes } from './programmes.js';
import { colleagues } from './staff.js';

/** Records of the services: home care and its fees, assistants, programmes, violence, submissions, appointments, routes, meals. */
export function planServiceRecords(world: World): void {
  for (const municipality of [daugavpils, bauska]) {
    const random = world.random.fork(`service records ${municipality}`);
    const people = new KnownPeople(world, random.fork('people'), municipality);
    const two = colleagues(world, random.fork('colleagues'), municipality);
    if (municipality === daugavpils) {
      planHomeCare(world, random.fork('home care'), people, two);
      planAssistants(world, random.fork('assistants'), people, two);
      planProgrammes(world, random.fork('programmes'), people, two);
    }
    planWorkingDay(world, random.fork('working day'), people, two, municipality);
  }
}
