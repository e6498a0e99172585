import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { describedEnum } from '../described-enum.js';

/** How somebody was supported without a decision on a service. */
export enum SupportKind {
  SOCIAL_MENTOR = 'SOCIAL_MENTOR',
  FOOD_AND_MEDICINE = 'FOOD_AND_MEDICINE',
  MEDICAL_COOPERATION = 'MEDICAL_COOPERATION',
}
describedEnum(SupportKind, 'SupportKind', 'How somebody was supported without a decision on a service.', {
  SOCIAL_MENTOR: 'A meeting with the social mentor of a young person.',
  FOOD_AND_MEDICINE: 'Food and medicines were brought.',
  MEDICAL_COOPERATION: 'Work with medical institutions: documents prepared, relatives told.',
});

/** On what occasion. */
export enum SupportOccasion {
  COVID_19 = 'COVID_19',
  OTHER_ILLNESS = 'OTHER_ILLNESS',
}
describedEnum(SupportOccasion, 'SupportOccasion', 'On what occasion somebody was supported.', {
  COVID_19: 'The person had COVID-19, confirmed.',
  OTHER_ILLNESS: 'The person had another illness.',
});

/** One time that somebody was supported without a decision on a service. Written once. */
@Entity()
@ObjectType({ description: 'One time that somebody was supported without a decision on a service.' })
@Allow('support.read')
export class SupportRecord extends TenantEntity {
  @Field(() => ID, { description: 'Id of the entry.' })
  override id!: string;

  /** Chosen by who recorded it: the same again is the same entry. */
  @Property({ type: 'text' })
  key!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Enum({ items: () => SupportKind, type: 'text' })
  @Field(() => SupportKind, { description: 'How.' })
  kind!: SupportKind;

  @Enum({ items: () => SupportOccasion, type: 'text', nullable: true })
  @Field(() => SupportOccasion, { nullable: true, description: 'On what occasion; null where there was none of these.' })
  occasion!: SupportOccasion | null;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'When.' })
  on!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was done.' })
  note!: string | null;

  @Property({ type: 'uuid' })
  recordedBy!: string;
}

/** Support that was given. */
@InputType({ description: 'One time that somebody was supported.' })
export class RecordSupportInput {
  @Field(() => ID, { description: 'Yours to choose, another for each: the same key with the same support is recorded once.' })
  @MaxLength(200)
  key!: string;

  @Field(() => ID, { description: 'Who was supported.' })
  personId!: string;

  @Field(() => SupportKind, { description: 'How.' })
  kind!: SupportKind;

  @Field(() => SupportOccasion, { nullable: true, description: 'On what occasion.' })
  occasion?: SupportOccasion | null;

  @Field(() => DateScalar, { description: 'When; not in the future.' })
  on!: string;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  @MaxLength(2000)
  note?: string | null;
}
