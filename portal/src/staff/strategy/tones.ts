import type { Tone } from '../../ui/index.js';
import type { TaskState } from './strategy-query.js';

/** What a state means for whoever reads it. */
export const toneOf: Readonly<Record<TaskState, Tone>> = {
  PLANNED: 'neutral',
  UNDERWAY: 'info',
  DONE: 'good',
  LATE: 'bad',
  DROPPED: 'neutral',
};
