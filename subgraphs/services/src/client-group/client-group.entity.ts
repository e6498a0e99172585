import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar, DateTimeScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../described-enum.js';

/** As what somebody, or a family, is a client: the groups by which the sectors for adults and for families report. */
export enum ClientGroupKind {
  UNEMPLOYED = 'UNEMPLOYED',
  PRE_RETIREMENT = 'PRE_RETIREMENT',
  HEALTH_PROBLEMS = 'HEALTH_PROBLEMS',
  ADDICTION_PROBLEMS = 'ADDICTION_PROBLEMS',
  SOCIAL_HOUSE = 'SOCIAL_HOUSE',
  CARE_LEAVER = 'CARE_LEAVER',
  FORMER_PRISONER = 'FORMER_PRISONER',
  VIOLENCE_OR_CRISIS = 'VIOLENCE_OR_CRISIS',
  UKRAINE_CIVILIAN = 'UKRAINE_CIVILIAN',
  SINGLE_PARENT = 'SINGLE_PARENT',
  SINGLE_PARENT_LARGE = 'SINGLE_PARENT_LARGE',
  TWO_PARENT_LARGE = 'TWO_PARENT_LARGE',
  CHILD_WITH_DISABILITY = 'CHILD_WITH_DISABILITY',
  PARENT_WITH_DISABILITY = 'PARENT_WITH_DISABILITY',
  OTHER_FAMILY = 'OTHER_FAMILY',
  GUARDIAN_FAMILY = 'GUARDIAN_FAMILY',
  FOSTER_FAMILY = 'FOSTER_FAMILY',
}
describedEnum(ClientGroupKind, 'ClientGroupKind', 'As what somebody, or a family, is a client of social work.', {
  UNEMPLOYED: 'Unemployed, without what the next three say.',
  PRE_RETIREMENT: 'Unemployed, and of pre-retirement age.',
  HEALTH_PROBLEMS: 'Unemployed, and kept from work by health.',
  ADDICTION_PROBLEMS: 'Unemployed, and kept from work by an addiction.',
  SOCIAL_HOUSE: 'Lives in the social house.',
  CARE_LEAVER: 'Grew up in out-of-family care and has come of age.',
  FORMER_PRISONER: 'Released from imprisonment.',
  VIOLENCE_OR_CRISIS: 'Suffered or did violence, or is in a crisis.',
  UKRAINE_CIVILIAN: 'Ukrainian civilian, without a narrower group.',
  SINGLE_PARENT: 'Family of one parent.',
  SINGLE_PARENT_LARGE: 'Family of one parent with three children or more.',
  TWO_PARENT_LARGE: 'Family of two parents with three children or more.',
  CHILD_WITH_DISABILITY: 'Family with a child with disability.',
  PARENT_WITH_DISABILITY: 'Family of a parent with disability.',
  OTHER_FAMILY: 'Another family with children.',
  GUARDIAN_FAMILY: 'Family of a guardian.',
  FOSTER_FAMILY: 'Foster family.',
});

/** As what somebody is a client in a case, from a day on. Written once; what changes is a new row. */
@Entity()
@ObjectType({ description: 'As what somebody, or a family, is a client in a case, from a day on.' })
@Allow('case.read')
export class ClientGroup extends TenantEntity {
  @Property({ type: 'uuid' })
  caseId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Enum({ items: () => ClientGroupKind, type: 'text' })
  @Field(() => ClientGroupKind, { description: 'As what.' })
  kind!: ClientGroupKind;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'From which day on; the latest counts.' })
  from!: string;

  /** Id of the employee. */
  @Property({ type: 'uuid' })
  recordedBy!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;
}
