import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar, TargetGroup } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** How great the social risk is, assessed before harm. */
export enum RiskLevel {
  NONE = 'NONE',
  AT_RISK = 'AT_RISK',
  HIGH_RISK = 'HIGH_RISK',
}
registerEnumType(RiskLevel, {
  name: 'RiskLevel',
  description: 'How great the social risk is, assessed before harm.',
  valuesConfig: {
    NONE: { description: 'No particular risk.' },
    AT_RISK: { description: 'At risk.' },
    HIGH_RISK: { description: 'High risk: worked with most closely.' },
  },
});

/** Social work with a person over time, with one employee responsible. Law on Social Services and Social Assistance, section 1. */
@Entity()
@ObjectType({ description: 'Social work with a person over time, with one employee responsible.' })
@Directive('@key(fields: "id")')
@Allow('case.read')
export class SocialCase extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the case.' })
  override id!: string;

  @Property({ type: 'text', defaultRaw: 'made by the database' })
  @Field(() => String, { description: 'Number for letters, e.g. G-000123.' })
  number!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'uuid', nullable: true })
  householdId!: string | null;

  @Enum({ items: () => TargetGroup, type: 'text' })
  @Field(() => TargetGroup, { description: 'Whom the work is for.' })
  targetGroup!: TargetGroup;

  @Enum({ items: () => RiskLevel, type: 'text' })
  @Field(() => RiskLevel, { description: 'How great the risk is.' })
  risk!: RiskLevel;

  @Property({ type: 'uuid' })
  responsibleId!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Opened on.' })
  openedOn!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Closed on; null while open.' })
  closedOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'By when social work has to begin; null where that was not kept.' })
  workDueOn: string | null = null;

  /** The moment at which the closing was recorded; null while open, and where that was not kept. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  closedAt: Date | null = null;

  /** The moment at which the risks were assessed last. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  riskAssessedAt: Date | null = null;

  @Field(() => Int, { description: 'Version to name when changing it.' })
  declare version: number;
}

/** A page of cases. */
export const SocialCaseConnection = ConnectionOf(() => SocialCase, 'SocialCase');
