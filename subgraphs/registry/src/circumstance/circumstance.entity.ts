import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a person is for a time. */
export enum CircumstanceKind {
  DISABILITY_GROUP_1 = 'DISABILITY_GROUP_1',
  DISABILITY_GROUP_2 = 'DISABILITY_GROUP_2',
  DISABILITY_GROUP_3 = 'DISABILITY_GROUP_3',
  DISABILITY_CHILD = 'DISABILITY_CHILD',
  PENSIONER = 'PENSIONER',
  UNEMPLOYED = 'UNEMPLOYED',
  EMPLOYED = 'EMPLOYED',
  STUDENT = 'STUDENT',
  PREGNANT = 'PREGNANT',
  HOMELESS = 'HOMELESS',
  UKRAINIAN_CIVILIAN = 'UKRAINIAN_CIVILIAN',
  POLITICALLY_REPRESSED = 'POLITICALLY_REPRESSED',
  CARE_LEAVER = 'CARE_LEAVER',
  FORMER_PRISONER = 'FORMER_PRISONER',
}
registerEnumType(CircumstanceKind, {
  name: 'CircumstanceKind',
  description: 'What a person is for a time. Means tests, services and reports read it on a day.',
  valuesConfig: {
    DISABILITY_GROUP_1: { description: 'Disability of group I. Disability Law, section 6.' },
    DISABILITY_GROUP_2: { description: 'Disability of group II.' },
    DISABILITY_GROUP_3: { description: 'Disability of group III.' },
    DISABILITY_CHILD: { description: 'Disability of a child under 18.' },
    PENSIONER: { description: 'Receives an old-age pension.' },
    UNEMPLOYED: { description: 'Registered as unemployed.' },
    EMPLOYED: { description: 'In employment or self-employed.' },
    STUDENT: { description: 'Studies.' },
    PREGNANT: { description: 'Expects a child.' },
    HOMELESS: { description: 'Has no home.' },
    UKRAINIAN_CIVILIAN: { description: 'Ukrainian civilian under the support law of 2022-03-03.' },
    POLITICALLY_REPRESSED: { description: 'Has the status of a politically repressed person.' },
    CARE_LEAVER: { description: 'Came of age after out-of-family care.' },
    FORMER_PRISONER: { description: 'Released from imprisonment.' },
  },
});

/** What a person is for a time, and on what evidence. */
@Entity()
@ObjectType({ description: 'What a person is for a time, and on what evidence.' })
@Allow('person.circumstance.read')
export class Circumstance extends TenantEntity {
  @Property({ type: 'uuid' })
  personId!: string;

  @Enum({ items: () => CircumstanceKind, type: 'text' })
  @Field(() => CircumstanceKind, { description: 'What the person is.' })
  kind!: CircumstanceKind;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'Since which day.' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; null while it does.' })
  until!: string | null;

  @Property({ type: 'text' })
  @Field(() => String, { nullable: true, description: 'The document or register it rests on.' })
  evidence!: string;
}
