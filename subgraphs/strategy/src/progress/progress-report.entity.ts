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

  /** Subject of whoever submitted it last; null where it was brought in. */
  @Property({ type: 'text', nullable: true })
  submittedBy!: string | null;

  /** The employee behind that token. */
  @Property({ type: 'uuid', nullable: true })
  submittedEmployeeId!: string | null;

  @Property({ type: 'date', nullable: true })
  approvedOn!: string | null;

  /** Subject of whoever approved it. */
  @Property({ type: 'text', nullable: true })
  approvedBy!: string | null;

  /** The decision by which the council approved it. */
  @Property({ type: 'text', nullable: true })
  councilDecision!: string | null;

  /** The document as it was approved. */
  @Property({ type: 'text', nullable: true })
  documentLv!: string | null;

  @Property({ type: 'text', nullable: true })
  documentEn!: string | null;
}
