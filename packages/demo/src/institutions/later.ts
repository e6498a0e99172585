import { addDays } from '@atbalsts/database';
import type { Random } from '../random.js';
import type { DemoPerson } from '../world.js';
import { dayIn } from './chance.js';
import type { DemoDestination, Ledger } from './ledger.js';

/** How a facility goes on after the calibrated years. */
export interface GoingOn {
  facility: string;
  /** Admissions a year. */
  perYear: number;
  /** Length of a stay in days, from to. */
  days: [number, number];
  /** No admission where so many live there. */
  most: number;
  /** Invents who comes. */
  invent(random: Random): DemoPerson;
  /** Reasons of emergencies, for half of those who come; left out: all by a granted request. */
  emergency?: readonly string[];
  destinations: readonly DemoDestination[];
  /** At least so many live there today: whoever is missing came in the last months. */
  least?: number;
}

/** Admissions from 2023 to the day of the demo. Nothing here touches 2021 or 2022. */
export function goOn(ledger: Ledger, random: Random, plan: GoingOn): void {
  const { today } = ledger.world;
  const days: string[] = [];
  for (let year = 2023; `${year}-01-01` <= today; year++) {
    for (let n = 0; n < plan.perYear; n++) days.push(dayIn(random, `${year}-01-02`, `${year}-12-30`));
  }
  for (const from of days.filter((day) => day <= today).sort()) {
    if (ledger.holding(plan.facility, from).length < plan.most)
      admitOne(ledger, random, plan, from, addDays(from, random.int(...plan.days)));
  }
  while (ledger.holding(plan.facility, today).length < (plan.least ?? 0)) {
    admitOne(ledger, random, plan, dayIn(random, addDays(today, -90), addDays(today, -3)), null);
  }
}

function admitOne(ledger: Ledger, random: Random, plan: GoingOn, from: string, endedOn: string | null): void {
  const emergency = plan.emergency && random.chance(0.5) ? random.pick(plan.emergency) : undefined;
  ledger.stay({
    person: plan.invent(random),
    facility: plan.facility,
    from,
    endedOn,
    destination: random.pick(plan.destinations),
    emergency,
  });
}

/** When a stay that went on into 2023 ended: after so many days from the beginning of 2023. */
export const endAfter2022 = (random: Random, days: [number, number]): string => addDays('2023-01-02', random.int(...days));
