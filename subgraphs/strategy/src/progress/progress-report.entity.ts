import { VersionedTenantEntity } from '@atbalsts/database';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { registerEnumType } from 'type-graphql';

/** How far a progress report has come. */
export enum ProgressReportState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  APPROVED = 'APPROVED',
}
registerEnumType(ProgressReportState, {
  name: 'ProgressReportState',
  description: 'How far a progress report has come.',
  valuesConfig: {
    DRAFT: { description: 'Being written, or not begun.' },
    SUBMITTED: { description: 'Submitted to the council.' },
    APPROVED: { description: 'Approved by the council.' },
  },
});

/** What people wrote into a progress report; tasks and figures are added when it is read. */
@Entity({ tableName: 'progress_report' })
export class ProgressReportRow extends VersionedTenantEntity {
  @Property({ type: 'uuid' })
  strategyId!: string;

  @Property({ type: 'integer' })
  year!: number;

  @Enum({ items: () => ProgressReportState, type: 'text' })
  state!: ProgressReportState;

  @Property({ type: 'text', nullable: true })
  summary!: string | null;

  @Property({ type: 'text', nullable: true })
  newProblems!: string | null;

  @Property({ type: 'text', nullable: true })
  updateGrounds!: string | null;

  @Property({ type: 'text', nullable: true })
  proposals!: string | null;

  @Property({ type: 'date', nullable: true })
  submittedOn!: string | null;
}
