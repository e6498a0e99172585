import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar, DateTimeScalar, InGraph } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** Which part of a file a consent opens. */
export enum ConsentScope {
  IDENTITY = 'IDENTITY',
  CONTACT = 'CONTACT',
  NEEDS = 'NEEDS',
  PLAN = 'PLAN',
  DELIVERY = 'DELIVERY',
}
registerEnumType(ConsentScope, {
  name: 'ConsentScope',
  description: 'Which part of a file a consent opens to the partner of a referral.',
  valuesConfig: {
    IDENTITY: { description: 'Name, personal code, birth date, sex.' },
    CONTACT: { description: 'Phone and declared residence.' },
    NEEDS: { description: 'Age, and the needs told in the referral.' },
    PLAN: { description: "The plan's tasks for that service." },
    DELIVERY: { description: 'Recording and reading deliveries.' },
  },
});

/** In what capacity somebody consents. */
export enum ConsentCapacity {
  SELF = 'SELF',
  PARENT = 'PARENT',
  GUARDIAN = 'GUARDIAN',
  TRUSTEE = 'TRUSTEE',
}
registerEnumType(ConsentCapacity, {
  name: 'ConsentCapacity',
  description: 'In what capacity somebody consents: for a child or a ward somebody else does.',
  valuesConfig: {
    SELF: { description: 'The person.' },
    PARENT: { description: 'A parent of the child.' },
    GUARDIAN: { description: 'The guardian of the child.' },
    TRUSTEE: { description: 'The trustee of an adult.' },
  },
});

/** A person lets an organisation see named parts of the file, for a purpose, until a day. Regulation (EU) 2016/679, articles 6 and 7. */
@Entity()
@ObjectType({
  description: 'A person lets an organisation see named parts of the file, for a purpose, until a day; it can be withdrawn at any moment.',
})
@Directive('@key(fields: "id")')
@Allow('consent.read')
export class Consent extends TenantEntity {
  @InGraph('partner')
  @Field(() => ID, { description: 'Id of the consent.' })
  override id!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'uuid' })
  organisationId!: string;

  @Property({ type: 'text' })
  @InGraph('partner')
  @Field(() => String, { description: 'For what.' })
  purpose!: string;

  @Enum({ items: () => ConsentScope, array: true, nativeEnumName: undefined, columnType: 'text[]' })
  @InGraph('partner')
  @Field(() => [ConsentScope], { description: 'Which parts of the file it opens.' })
  scopes!: ConsentScope[];

  @Property({ type: 'date', fieldName: 'from_date' })
  @InGraph('partner')
  @Field(() => DateScalar, { description: 'The first day it holds.' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date' })
  @InGraph('partner')
  @Field(() => DateScalar, { description: 'The first day it no longer holds.' })
  until!: string;

  @Property({ type: 'uuid', nullable: true })
  givenById!: string | null;

  @Enum({ items: () => ConsentCapacity, type: 'text' })
  @Field(() => ConsentCapacity, { description: 'In what capacity it was given.' })
  capacity!: ConsentCapacity;

  @Property({ type: 'datetime', nullable: true })
  @InGraph('partner')
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn; null while it was not.' })
  withdrawnAt!: Date | null;
}
