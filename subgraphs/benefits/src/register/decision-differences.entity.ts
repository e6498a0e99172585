import { TenantEntity } from '@atbalsts/database';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import type { FoundIncomeDifference, FoundRecordDifference } from './difference.rules.js';

/** Which differences lay before who proposed a decision, and why they were overridden. Written once, with the proposal. */
@Entity()
export class DecisionDifferences extends TenantEntity {
  @Property({ type: 'uuid' })
  decisionId!: string;

  @Property({ type: 'text', nullable: true })
  explanation!: string | null;

  @Property({ type: 'json' })
  incomes!: FoundIncomeDifference[];

  @Property({ type: 'json' })
  records!: FoundRecordDifference[];
}
