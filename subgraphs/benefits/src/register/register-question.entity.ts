import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar, DateTimeScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { RegisterOutcome, RegisterReason, StateRegister } from './register.enums.js';

/** The trace of one question to a state register. Regulation (EU) 2016/679, articles 5(2) and 6(1). Written once. */
@Entity()
@ObjectType({
  description: 'The trace of one question to a state register: who asked about whom, on what basis, for what, when, and what became of it.',
})
@Allow('register.read')
export class RegisterQuestion extends TenantEntity {
  @Field(() => ID, { description: 'Id of the question.' })
  override id!: string;

  @Property({ type: 'uuid' })
  applicationId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Enum({ items: () => StateRegister, type: 'text' })
  @Field(() => StateRegister, { description: 'Which register.' })
  register!: StateRegister;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'For what.' })
  purpose!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The provision of law on which it was asked.' })
  legalBasis!: string;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'The first day asked about.' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date' })
  @Field(() => DateScalar, { description: 'The first day no longer asked about.' })
  until!: string;

  @Property({ type: 'uuid', fieldName: 'asked_by' })
  askedById!: string;

  @Property({ type: 'timestamptz' })
  @Field(() => DateTimeScalar, { description: 'When.' })
  askedAt!: Date;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Id of the request, to find it in the logs.' })
  requestId!: string;

  @Enum({ items: () => RegisterOutcome, type: 'text' })
  @Field(() => RegisterOutcome, { description: 'What became of it.' })
  outcome!: RegisterOutcome;

  @Enum({ items: () => RegisterReason, type: 'text', nullable: true })
  @Field(() => RegisterReason, { nullable: true, description: 'Why there is no answer; null where there is one.' })
  reason!: RegisterReason | null;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'True where the register itself was asked earlier that day, and the answer was kept.' })
  fromCache!: boolean;
}

/** A page of questions to the registers, the newest first. */
export const RegisterQuestionConnection = ConnectionOf(() => RegisterQuestion, 'RegisterQuestion');
