import { registerEnumType } from 'type-graphql';

/** Where a task stands. */
export enum TaskState {
  PLANNED = 'PLANNED',
  UNDERWAY = 'UNDERWAY',
  DONE = 'DONE',
  LATE = 'LATE',
  DROPPED = 'DROPPED',
}
registerEnumType(TaskState, {
  name: 'TaskState',
  description: 'Where a task stands.',
  valuesConfig: {
    PLANNED: { description: 'Not begun.' },
    UNDERWAY: { description: 'Being worked on.' },
    DONE: { description: 'Finished, with evidence.' },
    LATE: { description: 'Its last year is over and it is neither done nor dropped. Follows from the dates; nobody enters it.' },
    DROPPED: { description: 'Given up, with evidence.' },
  },
});
