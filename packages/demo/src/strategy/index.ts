import type { World } from '../world.js';
import { addBudget } from './budget.js';
import { addStrategies } from './plans.js';
import { addProgressReports } from './progress.js';
import { addRegionEntries } from './region.js';

/** Strategies and plans of both towns, whole, the budget of Daugavpils from 2020 to today, progress reports, and the registers of the region. Reports are published when everything else is in. */
export function planStrategy(world: World): void {
  const random = world.random.fork('strategy');
  addStrategies(world, random.fork('plans'));
  addBudget(world, random.fork('budget'));
  addProgressReports(world);
  addRegionEntries(world);
}
