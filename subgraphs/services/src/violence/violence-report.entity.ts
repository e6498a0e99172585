import { Allow } from '@atbalsts/auth';
import { TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar, DateTimeScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { ViolenceFollowUpKind, ViolenceKind, ViolenceOutcome, ViolenceReporter, ViolenceVictim } from './violence-report.enums.js';

/** Somebody told of violence: recorded at once with what is known, examined within a term, never deleted. */
@Entity()
@ObjectType({ description: 'Somebody told of violence: recorded at once with what is known, examined within a term, never deleted.' })
@Directive('@key(fields: "id")')
@Allow('violence.read')
export class ViolenceReport extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the report.' })
  override id!: string;

  @Property({ type: 'text', defaultRaw: 'made by the database' })
  @Field(() => String, { description: 'Number for letters, e.g. V-000123.' })
  number!: string;

  /** Chosen by who recorded it: the same again is the same report. */
  @Property({ type: 'text' })
  key!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  receivedAt!: Date;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which it came; the term runs from it.' })
  receivedOn!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When it happened; null where not known.' })
  happenedOn!: string | null;

  @Enum({ items: () => ViolenceReporter, type: 'text' })
  @Field(() => ViolenceReporter, { description: 'Who told of it.' })
  reporter!: ViolenceReporter;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'How to reach whoever told of it.' })
  reporterContact!: string | null;

  @Enum({ items: () => ViolenceVictim, type: 'text' })
  @Field(() => ViolenceVictim, { description: 'Whether a child or an adult suffers.' })
  victim!: ViolenceVictim;

  @Property({ type: 'uuid', nullable: true })
  personId!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who suffers, in words, where the person is not known yet.' })
  victimDescribed!: string | null;

  @Property({ type: 'text[]' })
  @Field(() => [ViolenceKind], { description: 'What kinds of violence.' })
  kinds!: ViolenceKind[];

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where.' })
  place!: string | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was told.' })
  account!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Immediate danger: to be examined the same day.' })
  danger!: boolean;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'By when it must be examined.' })
  dueOn!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The rule that says by when.' })
  termCitation!: string;

  @Property({ type: 'uuid' })
  recordedBy!: string;

  @Enum({ items: () => ViolenceOutcome, type: 'text', nullable: true })
  @Field(() => ViolenceOutcome, { nullable: true, description: 'What the examination found; null while it is not examined.' })
  outcome!: ViolenceOutcome | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was found, in words.' })
  findings!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When it was examined; null while it is not.' })
  examinedOn!: string | null;

  @Property({ type: 'uuid', nullable: true })
  examinedBy!: string | null;

  @Field(() => Int, { description: 'Version to name when changing it.' })
  declare version: number;
}

/** A page of reports of violence. */
export const ViolenceReportConnection = ConnectionOf(() => ViolenceReport, 'ViolenceReport');

/** What followed a report. */
@Entity()
@ObjectType({ description: 'What followed a report of violence.' })
@Allow('violence.read')
export class ViolenceFollowUp extends TenantEntity {
  @Field(() => ID, { description: 'Id of the entry.' })
  override id!: string;

  @Property({ type: 'uuid' })
  reportId!: string;

  @Enum({ items: () => ViolenceFollowUpKind, type: 'text' })
  @Field(() => ViolenceFollowUpKind, { description: 'What it was.' })
  kind!: ViolenceFollowUpKind;

  @Property({ type: 'uuid', nullable: true })
  @Field(() => ID, { nullable: true, description: 'Id of the case, referral or stay; null for what is no record here.' })
  objectId!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'In words, e.g. the number at the police.' })
  note!: string | null;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'When.' })
  on!: string;

  @Property({ type: 'uuid' })
  addedBy!: string;
}
