import { Allow } from '@atbalsts/auth';
import { NumericType, VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../described-enum.js';

/** A contract with an assistant for a person with disability. */
@Entity()
@ObjectType({ description: 'A contract with an assistant for a person with disability: both are persons of the registry.' })
@Directive('@key(fields: "id")')
@Allow('assistant.read')
export class AssistantContract extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the contract.' })
  override id!: string;

  @Property({ type: 'text', defaultRaw: 'made by the database' })
  @Field(() => String, { description: 'Number for letters, e.g. AL-000123.' })
  number!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'uuid' })
  assistantId!: string;

  @Property({ type: NumericType, precision: 6, scale: 2 })
  @Field(() => Float, { description: 'Hours a month that are granted.' })
  monthlyHours!: number;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'When it was concluded.' })
  concludedOn!: string;

  @Property({ type: 'uuid' })
  concludedBy!: string;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; null while it has no end.' })
  until!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was ended before its time.' })
  endReason!: string | null;

  @Field(() => Int, { description: 'Version to name when changing it.' })
  declare version: number;
}

/** A page of contracts. */
export const AssistantContractConnection = ConnectionOf(() => AssistantContract, 'AssistantContract');

/** Where a monthly report stands. */
export enum AssistantReportState {
  SUBMITTED = 'SUBMITTED',
  APPROVED = 'APPROVED',
  RETURNED = 'RETURNED',
}
describedEnum(AssistantReportState, 'AssistantReportState', 'Where a monthly report of an assistant stands.', {
  SUBMITTED: 'Submitted, and nobody has decided.',
  APPROVED: 'Approved.',
  RETURNED: 'Returned, to be submitted again.',
});

/** What an assistant did in a month. */
@Entity()
@ObjectType({ description: 'What an assistant did in a month: one for each contract and month.' })
@Directive('@key(fields: "id")')
@Allow('assistant.read')
export class AssistantReport extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the report.' })
  override id!: string;

  @Property({ type: 'uuid' })
  contractId!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The month, by its first day.' })
  month!: string;

  @Property({ type: NumericType, precision: 6, scale: 2 })
  @Field(() => Float, { description: 'Hours worked.' })
  hours!: number;

  @Property({ type: NumericType, precision: 6, scale: 2 })
  @Field(() => Float, { description: 'Hours that were granted when it was submitted.' })
  grantedHours!: number;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why there were more hours than granted.' })
  excessReason!: string | null;

  @Enum({ items: () => AssistantReportState, type: 'text' })
  @Field(() => AssistantReportState, { description: 'Where it stands.' })
  state!: AssistantReportState;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'When it was submitted.' })
  submittedOn!: string;

  @Property({ type: 'uuid' })
  submittedBy!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When it was approved or returned; null while it is not.' })
  decidedOn!: string | null;

  @Property({ type: 'uuid', nullable: true })
  decidedBy!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was returned.' })
  returnReason!: string | null;

  @Field(() => Int, { description: 'Version to name when changing it.' })
  declare version: number;
}

/** A page of monthly reports. */
export const AssistantReportConnection = ConnectionOf(() => AssistantReport, 'AssistantReport');
