import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar, PersonalCodeScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/** A personal code that a person has or had. Law on the Register of Natural Persons. */
@Entity()
@ObjectType('PersonalCodePeriod', { description: 'A personal code that a person has or had, and when.' })
@Allow('person.history.read')
export class PersonalCode extends TenantEntity {
  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'text' })
  @Field(() => PersonalCodeScalar, { name: 'personalCode', description: 'The code.' })
  code!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { name: 'from', description: 'The first day it held.' })
  fromDate!: string;

  /** The first day on which the person no longer has it; null while it holds. */
  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { name: 'until', nullable: true, description: 'The first day on which it no longer held; null while it does.' })
  untilDate!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'On what it rests; null where it was recorded with the person.' })
  evidence!: string | null;
}
