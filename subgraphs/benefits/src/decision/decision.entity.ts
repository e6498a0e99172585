import { Allow } from '@atbalsts/auth';
import { type Cents, CentsType, VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar, EuroScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { HouseholdStatus } from '../means/means.model.js';

/** What is decided. */
export enum DecisionOutcome {
  GRANT = 'GRANT',
  REFUSE = 'REFUSE',
}
registerEnumType(DecisionOutcome, {
  name: 'DecisionOutcome',
  description: 'What is decided.',
  valuesConfig: { GRANT: { description: 'The benefit is granted.' }, REFUSE: { description: 'The benefit is refused, with reasons.' } },
});

/** How far a decision has come. */
export enum DecisionState {
  PROPOSED = 'PROPOSED',
  RETURNED = 'RETURNED',
  APPROVED = 'APPROVED',
  NOTIFIED = 'NOTIFIED',
  CHALLENGED = 'CHALLENGED',
  UPHELD = 'UPHELD',
  REVOKED = 'REVOKED',
}
registerEnumType(DecisionState, {
  name: 'DecisionState',
  description: 'How far a decision has come.',
  valuesConfig: {
    PROPOSED: { description: 'Proposed by one person; waits for another.' },
    RETURNED: { description: 'Returned to who proposed it.' },
    APPROVED: { description: 'Approved by another person.' },
    NOTIFIED: { description: 'Notified; the month for a challenge runs.' },
    CHALLENGED: { description: 'Challenged by the applicant.' },
    UPHELD: { description: 'Challenged, and upheld.' },
    REVOKED: { description: 'Revoked: it no longer holds from a day on.' },
  },
});

/** A decision on an application: an administrative act. Law on Administrative Procedure, sections 63 to 67. */
@Entity()
@ObjectType({ description: 'A decision on an application: one person proposes it, another approves.' })
@Directive('@key(fields: "id")')
@Allow('decision.read')
export class Decision extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the decision.' })
  override id!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Number, e.g. L-2025-000123.' })
  number!: string;

  @Property({ type: 'uuid' })
  applicationId!: string;

  @Property({ type: 'uuid' })
  householdId!: string;

  @Enum({ items: () => DecisionOutcome, type: 'text' })
  @Field(() => DecisionOutcome, { description: 'What is decided.' })
  outcome!: DecisionOutcome;

  @Property({ type: CentsType, nullable: true })
  @Field(() => EuroScalar, { nullable: true, description: 'A month, of a benefit paid for months.' })
  monthlyAmount!: Cents | null;

  @Property({ type: CentsType, nullable: true })
  @Field(() => EuroScalar, { nullable: true, description: 'Of a one-off benefit.' })
  amount!: Cents | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'For how many months.' })
  months!: number | null;

  @Property({ type: 'date', fieldName: 'from_date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day of the benefit; null for a one-off benefit.' })
  from!: string | null;

  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is no longer due; null for a one-off benefit.' })
  until!: string | null;

  /** The status found for the household; null where no means were tested. */
  @Enum({ items: () => HouseholdStatus, type: 'text', nullable: true })
  householdStatus!: HouseholdStatus | null;

  @Property({ type: 'date', nullable: true })
  statusFrom!: string | null;

  /** The first day on which the status no longer holds. */
  @Property({ type: 'date', nullable: true })
  statusUntil!: string | null;

  /** The officer's own words; the letter adds the legal basis and how to challenge it. */
  @Property({ type: 'text', fieldName: 'reasons', nullable: true })
  statedReasons!: string | null;

  @Property({ type: 'uuid', fieldName: 'proposed_by' })
  proposedById!: string;

  @Property({ type: 'date' })
  proposedOn!: string;

  @Property({ type: 'uuid', fieldName: 'approved_by', nullable: true })
  approvedById!: string | null;

  @Property({ type: 'date', nullable: true })
  approvedOn!: string | null;

  @Enum({ items: () => DecisionState, type: 'text' })
  @Field(() => DecisionState, { description: 'How far it has come.' })
  state!: DecisionState;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day it was notified.' })
  notifiedOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The last day to challenge it: one month from the notification.' })
  challengeUntil!: string | null;

  /** The first day on which a revoked decision no longer holds. */
  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which a revoked decision no longer holds.' })
  revokedFrom!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was returned to who proposed it; null where it was not.' })
  returnReason!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day it was challenged; null where it was not.' })
  challengedOn!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the applicant says against it.' })
  challengeGrounds!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day the challenge was decided.' })
  challengeDecidedOn!: string | null;

  @Property({ type: 'uuid', fieldName: 'challenge_decided_by', nullable: true })
  challengeDecidedById!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was upheld or revoked.' })
  challengeReasons!: string | null;

  /** The decision that this one changes, and revokes from its first day; null for one that changes none. */
  @Property({ type: 'uuid', nullable: true })
  changesId!: string | null;

  /** The first decision of those that changed one another; null for one that changes none. */
  @Property({ type: 'uuid', nullable: true })
  chainId!: string | null;

  @Field(() => Int, { description: 'Grows with each change; a write names the version it saw.' })
  override version!: number;
}
