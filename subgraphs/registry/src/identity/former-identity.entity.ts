import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar, DateTimeScalar, Sex } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** Why an identity is recorded anew. */
export enum IdentityChangeReason {
  CORRECTION = 'CORRECTION',
  CHANGE = 'CHANGE',
}
registerEnumType(IdentityChangeReason, {
  name: 'IdentityChangeReason',
  description: 'Why an identity is recorded anew.',
  valuesConfig: {
    CORRECTION: { description: 'What was recorded was wrong. Regulation (EU) 2016/679, article 16.' },
    CHANGE: { description: 'It has changed: by marriage, say. Law on the Change of Given Name, Surname and Nationality Record.' },
  },
});

/** The identity of a person as it was recorded before a correction or a change: never altered. */
@Entity()
@ObjectType({ description: 'The identity of a person as it was recorded before a correction or a change.' })
@Allow('person.history.read')
export class FormerIdentity extends TenantEntity {
  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Given name as it was recorded.' })
  givenName!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Family name as it was recorded.' })
  familyName!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Birth date as it was recorded.' })
  birthDate!: string;

  @Enum({ items: () => Sex, type: 'text' })
  @Field(() => Sex, { description: 'Sex as it was recorded.' })
  sex!: Sex;

  @Property({ type: 'date', fieldName: 'until_date' })
  @Field(() => DateScalar, { description: 'The first day from which the identity that followed it holds.' })
  until!: string;

  @Enum({ items: () => IdentityChangeReason, type: 'text' })
  @Field(() => IdentityChangeReason, { description: 'Why it was recorded anew.' })
  reason!: IdentityChangeReason;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'On what that rests.' })
  evidence!: string;

  @Property({ type: 'datetime' })
  @Field(() => DateTimeScalar, { description: 'When that was recorded.' })
  recordedAt!: Date;
}
