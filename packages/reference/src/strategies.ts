import { bauskaStrategy } from './strategy-bauska.js';
import { daugavpilsPlan2023, daugavpilsStrategy } from './strategy-daugavpils.js';
import type { StrategyDefinition } from './strategy-types.js';

export { bauskaProgressReport } from './strategy-bauska.js';
export type * from './strategy-types.js';

/** The strategies that the demo enters: Daugavpils 2015-2017 and its plan for 2023, Bauskas novads 2016-2020. */
export const strategies: readonly StrategyDefinition[] = [daugavpilsStrategy, bauskaStrategy, daugavpilsPlan2023];
