import type { World } from '../world.js';
import { addBudget } from './budget.js';
import { addStrategies } from './plans.js';

/** Strategies and plans of both towns, whole, and the budget of Daugavpils from 2020 to today. Reports are published when everything else is in. */
export function planStrategy(world: World): void {
  const random = world.random.fork('strategy');
  addStrategies(world, random.fork('plans'));
  addBudget(world, random.fork('budget'));
}
