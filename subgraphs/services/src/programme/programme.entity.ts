import { Allow } from '@atbalsts/auth';
import { TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** A social rehabilitation programme of a town. */
@Entity()
@ObjectType({ description: 'A social rehabilitation programme.' })
@Directive('@key(fields: "id")')
@Allow('programme.read')
export class Programme extends TenantEntity {
  @Field(() => ID, { description: 'Id of the programme.' })
  override id!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Code, e.g. step-by-step.' })
  code!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is no longer given; null while it has no end.' })
  until!: string | null;

  /** Code of the project that pays; null outside of projects. */
  @Property({ type: 'text', fieldName: 'project', nullable: true })
  projectCode: string | null = null;
}

/** A group of a programme. */
@Entity()
@ObjectType({ description: 'A group of a programme, with its leader and its places.' })
@Allow('programme.read')
export class ProgrammeGroup extends TenantEntity {
  @Field(() => ID, { description: 'Id of the group.' })
  override id!: string;

  @Property({ type: 'uuid' })
  programmeId!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Name within the programme.' })
  name!: string;

  @Property({ type: 'uuid' })
  leaderId!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many may be enrolled at once.' })
  places!: number;
}

/** Who takes part in a programme, in a group or alone. */
@Entity()
@ObjectType({ description: 'Who takes part in a programme, in a group or alone.' })
@Allow('programme.enrolment.read')
export class ProgrammeEnrolment extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the enrolment.' })
  override id!: string;

  @Property({ type: 'uuid' })
  programmeId!: string;

  @Property({ type: 'uuid', nullable: true })
  groupId!: string | null;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; null while it has no end.' })
  until!: string | null;

  @Field(() => Int, { description: 'Version to name when changing it.' })
  declare version: number;
}

/** A page of enrolments. */
export const ProgrammeEnrolmentConnection = ConnectionOf(() => ProgrammeEnrolment, 'ProgrammeEnrolment');

/** A session that took place. */
@Entity()
@ObjectType({ description: 'A session that took place: of a group, or with one person.' })
@Allow('programme.enrolment.read')
export class ProgrammeSession extends TenantEntity {
  @Field(() => ID, { description: 'Id of the session.' })
  override id!: string;

  /** Chosen by who recorded it: the same again is the same session. */
  @Property({ type: 'text' })
  key!: string;

  @Property({ type: 'uuid' })
  programmeId!: string;

  @Property({ type: 'uuid', nullable: true })
  groupId!: string | null;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'When.' })
  on!: string;

  @Property({ type: 'uuid' })
  leaderId!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it was about.' })
  topic!: string | null;
}

/** A page of sessions. */
export const ProgrammeSessionConnection = ConnectionOf(() => ProgrammeSession, 'ProgrammeSession');

/** Whether somebody enrolled was at a session. */
@Entity()
@ObjectType({ description: 'Whether somebody enrolled was at a session.' })
@Allow('programme.enrolment.read')
export class SessionAttendance extends TenantEntity {
  @Property({ type: 'uuid' })
  sessionId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Was there.' })
  attended!: boolean;
}
