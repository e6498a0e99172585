import { Allow } from '@atbalsts/auth';
import { Field, Int, ObjectType } from 'type-graphql';
import { AnnualReport } from '../annual-report/annual-report.js';
import { Strategy } from '../strategy/strategy.entity.js';
import { Task } from '../task/task.entity.js';
import { type ProgressReportRow, ProgressReportState } from './progress-report.entity.js';

/** How far a strategy was carried out by the end of a year. */
@ObjectType({ description: 'How far a strategy was carried out by the end of a year (progresa pārskats).' })
@Allow('strategy.read')
export class ProgressReport {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => Strategy, { description: 'The strategy.' })
  strategy!: Strategy;

  @Field(() => AnnualReport, { nullable: true, description: 'The annual report of the year.' })
  report!: AnnualReport | null;

  @Field(() => [Task], { description: 'Its tasks, with their states as of the end of the year (as of today while it lasts).' })
  tasks!: Task[];

  /** What people wrote; null where nobody has yet. */
  written!: ProgressReportRow | null;

  @Field(() => String, { nullable: true, description: 'The assessment that was written; null where there is none yet.' })
  summary!: string | null;

  @Field(() => ProgressReportState, { description: 'How far it has come.' })
  state!: ProgressReportState;
}
