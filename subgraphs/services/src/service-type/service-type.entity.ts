import { Allow } from '@atbalsts/auth';
import { InGraph, Language } from '@atbalsts/graphql';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Arg, Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** What a service does for its client. Law on Social Services and Social Assistance, section 1. */
export enum ServiceKind {
  CARE = 'CARE',
  REHABILITATION = 'REHABILITATION',
  SOCIAL_WORK = 'SOCIAL_WORK',
  HOUSING = 'HOUSING',
  TRANSPORT = 'TRANSPORT',
  OTHER = 'OTHER',
}
registerEnumType(ServiceKind, {
  name: 'ServiceKind',
  description: 'What a service does for its client.',
  valuesConfig: {
    CARE: { description: 'Social care: help with daily life.' },
    REHABILITATION: { description: 'Social rehabilitation: regaining abilities.' },
    SOCIAL_WORK: { description: 'Social work and support of families.' },
    HOUSING: { description: 'A place to live or to sleep.' },
    TRANSPORT: { description: 'Transport.' },
    OTHER: { description: 'Something else.' },
  },
});

/** A kind of service that municipalities give: one of the 20 of the 2022 results, or a further one. */
@Entity()
@ObjectType({ description: 'A kind of social service: one of the 20 of the 2022 results.' })
@Directive('@key(fields: "code")')
@Allow('serviceType.read')
export class ServiceType {
  @PrimaryKey({ type: 'text' })
  @InGraph('regional', 'partner')
  @Field(() => ID, { description: 'Code, e.g. home-care.' })
  code!: string;

  /** Where it stands in the catalogue, from 1. */
  @Property({ type: 'integer' })
  place!: number;

  @Property({ type: 'text' })
  nameLv!: string;

  @Property({ type: 'text' })
  nameEn!: string;

  @Enum({ items: () => ServiceKind, type: 'text' })
  @InGraph('regional', 'partner')
  @Field(() => ServiceKind, { nullable: true, description: 'What it does for its client.' })
  kind!: ServiceKind;

  @Property({ type: 'boolean', nullable: true })
  @InGraph('regional', 'partner')
  @Field(() => Boolean, { nullable: true, description: 'In the minimum that every municipality is to give; null where nobody decided.' })
  minimumBasket!: boolean | null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { nullable: true, description: 'Not one of the 20: a further one that a town gives or mediates.' })
  further!: boolean;

  @InGraph('regional', 'partner')
  @Field(() => String, { nullable: true, description: 'Its name.' })
  label(@Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the name.' }) language: Language): string {
    return language === Language.EN ? this.nameEn : this.nameLv;
  }
}
