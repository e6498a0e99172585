import { Allow } from '@atbalsts/auth';
import { TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What a member is to the head of the household. */
export enum HouseholdRelation {
  HEAD = 'HEAD',
  SPOUSE = 'SPOUSE',
  CHILD = 'CHILD',
  PARENT = 'PARENT',
  GUARDIAN = 'GUARDIAN',
  WARD = 'WARD',
  FOSTER_PARENT = 'FOSTER_PARENT',
  FOSTER_CHILD = 'FOSTER_CHILD',
  OTHER = 'OTHER',
}
registerEnumType(HouseholdRelation, {
  name: 'HouseholdRelation',
  description: 'What a member is to the head of the household.',
  valuesConfig: {
    HEAD: { description: 'The head: who speaks for the household.' },
    SPOUSE: { description: 'Husband, wife or partner.' },
    CHILD: { description: 'Child.' },
    PARENT: { description: 'Parent.' },
    GUARDIAN: { description: 'Guardian of a child in the household.' },
    WARD: { description: 'Child or adult under guardianship.' },
    FOSTER_PARENT: { description: 'Foster parent.' },
    FOSTER_CHILD: { description: 'Foster child.' },
    OTHER: { description: 'Another relation.' },
  },
});

/** Persons who live together and share the costs: the unit of a means test. Law on Social Services and Social Assistance, section 1. */
@Entity()
@ObjectType({ description: 'Persons who live together and share the costs: the unit of a means test.' })
@Directive('@key(fields: "id")')
@Allow('household.read')
export class Household extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the household.' })
  override id!: string;

  @Property({ type: 'text', defaultRaw: 'made by the database' })
  @Field(() => String, { nullable: true, description: 'Pseudonym for screens and letters, e.g. M-000123.' })
  reference!: string;

  @Field(() => Int, { nullable: true, description: 'Grows with each change of its members; a change may name the version it saw.' })
  override version: number = 1;
}

/** A person's membership of a household over time. */
@Entity()
@ObjectType({ description: "A person's membership of a household over time." })
@Allow('household.read')
export class HouseholdMember extends TenantEntity {
  @Property({ type: 'uuid' })
  householdId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Enum({ items: () => HouseholdRelation, type: 'text' })
  @Field(() => HouseholdRelation, { description: 'What the member is to the head.' })
  relation!: HouseholdRelation;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'Member since.' })
  since!: string;

  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which no longer a member; null while one.' })
  until!: string | null;
}
