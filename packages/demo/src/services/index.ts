import { bauska, daugavpils } from '@atbalsts/reference';
import type { World } from '../world.js';
import { planCases } from './cases.js';
import { Clients } from './clients.js';
import { planCountedServices } from './counted/index.js';
import { planFollowUp } from './follow-up.js';
import { planMeetings } from './meetings.js';
import { planServiceRecords } from './records/index.js';
import { planReferrals } from './referrals.js';
import { planRequests } from './requests.js';
import { planSectors } from './sectors/index.js';

/** Social work and services of both towns until today: cases, agreements, visits, requests, waiting lists, referrals, deliveries, surveys. */
export function planServices(world: World): void {
  for (const municipality of [daugavpils, bauska]) {
    const random = world.random.fork(`services ${municipality}`);
    const clients = new Clients(world, random.fork('clients'), municipality);
    const cases = planCases(world, random.fork('cases'), clients);
    planMeetings(world, random.fork('meetings'), cases);
    planRequests(world, random.fork('requests'), clients);
    planReferrals(world, random.fork('referrals'), municipality, cases);
  }
  planServiceRecords(world);
  planSectors(world);
  // It fills up to what is printed from what is there, and gives every request its columns: after all others but the follow-up.
  planCountedServices(world);
  planFollowUp(world, world.random.fork('services follow-up'));
}
