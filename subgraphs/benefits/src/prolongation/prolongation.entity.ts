import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar } from '@atbalsts/graphql';
import { ArrayType } from '@mikro-orm/core';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { HouseholdStatus } from '../means/means.model.js';

/** How far a prolongation has come. */
export enum ProlongationState {
  PROPOSED = 'PROPOSED',
  DONE = 'DONE',
}
registerEnumType(ProlongationState, {
  name: 'ProlongationState',
  description: 'How far a prolongation has come.',
  valuesConfig: {
    PROPOSED: { description: 'Its list is fixed; it waits for another person, since benefits go on with it.' },
    DONE: { description: 'Done, for everybody at once.' },
  },
});

/** A prolongation of the statuses of many households at once, by a legal act. */
@Entity()
@ObjectType({ description: 'A prolongation of the statuses of many households at once, by a legal act, with the list of whom it touched.' })
@Allow('prolongation.read')
export class Prolongation extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the prolongation.' })
  override id!: string;

  /** Named by the caller: the same one sent twice is one. */
  @Property({ type: 'text' })
  @Field(() => String, { description: 'The key that its maker gave it, so that the same one sent twice is one.' })
  key!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Number, e.g. PAG-2026-000001.' })
  number!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The legal act that it rests on.' })
  legalBasis!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Statuses that end from this day on are prolonged.' })
  endingFrom!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Statuses that end on this day or later are not prolonged.' })
  endingUntil!: string;

  @Property({ type: new ArrayType<HouseholdStatus>(), columnType: 'text[]' })
  @Field(() => [HouseholdStatus], { description: 'Which statuses.' })
  statuses!: HouseholdStatus[];

  @Property({ type: 'date', fieldName: 'until_date' })
  @Field(() => DateScalar, { description: 'The first day on which they no longer hold.' })
  until!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether monthly benefits that end with the status go on with it.' })
  withBenefits!: boolean;

  @Enum({ items: () => ProlongationState, type: 'text' })
  @Field(() => ProlongationState, { description: 'How far it has come.' })
  state!: ProlongationState;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many decisions it touches.' })
  total!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many of them are worked through: all or none, since it is one transaction.' })
  done!: number;

  @Property({ type: 'uuid', fieldName: 'proposed_by' })
  proposedById!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day it was made.' })
  proposedOn!: string;

  @Property({ type: 'uuid', fieldName: 'approved_by', nullable: true })
  approvedById!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was approved; null before that, and where no benefits go on with it.',
  })
  approvedOn!: string | null;

  @Field(() => Int, { description: 'Grows with each change; a write names the version it saw.' })
  override version!: number;
}

/** A page of prolongations. */
export const ProlongationConnection = ConnectionOf(() => Prolongation, 'Prolongation');

/** A decision whose status or benefit a prolongation touches. */
@ObjectType({ description: 'A decision whose status or monthly benefit a prolongation touches, with until when it held and holds then.' })
@Allow('prolongation.read')
export class ProlongedDecision {
  number!: string;
  decisionId!: string;
  householdId!: string;
  applicantId!: string;

  @Field(() => HouseholdStatus, { nullable: true, description: 'The status that is prolonged; null where the decision gives none.' })
  status!: HouseholdStatus | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which the status no longer held before.' })
  statusUntilBefore!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds then.' })
  statusUntilAfter!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which the benefit was no longer due before; null where none goes on.',
  })
  benefitUntilBefore!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is no longer due then.' })
  benefitUntilAfter!: string | null;

  @Field(() => Boolean, {
    description: 'True where the decision was changed or revoked between proposal and approval, so that it stayed as it was.',
  })
  skipped!: boolean;
}

/** A page of decisions that a prolongation touches. */
export const ProlongedDecisionConnection = ConnectionOf(() => ProlongedDecision, 'ProlongedDecision');
