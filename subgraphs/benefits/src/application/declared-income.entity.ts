import { Allow } from '@atbalsts/auth';
import { type Cents, TenantEntity } from '@atbalsts/database';
import { EuroScalar } from '@atbalsts/graphql';
import { ArrayType } from '@mikro-orm/core';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** From where an income comes. */
export enum IncomeSource {
  WAGE = 'WAGE',
  PENSION = 'PENSION',
  BENEFIT = 'BENEFIT',
  ALIMONY = 'ALIMONY',
  SELF_EMPLOYMENT = 'SELF_EMPLOYMENT',
  OTHER = 'OTHER',
}
registerEnumType(IncomeSource, {
  name: 'IncomeSource',
  description: 'From where an income comes.',
  valuesConfig: {
    WAGE: { description: 'Wages.' },
    PENSION: { description: 'Pension.' },
    BENEFIT: { description: 'Another benefit.' },
    ALIMONY: { description: 'Maintenance for a child.' },
    SELF_EMPLOYMENT: { description: 'Self-employment.' },
    OTHER: { description: 'Anything else.' },
  },
});

/** On what a declared income rests. */
export enum Evidence {
  DECLARED = 'DECLARED',
  DOCUMENT = 'DOCUMENT',
  REGISTER = 'REGISTER',
}
registerEnumType(Evidence, {
  name: 'Evidence',
  description: 'On what an income rests.',
  valuesConfig: {
    DECLARED: { description: "The applicant's own words." },
    DOCUMENT: { description: 'A document.' },
    REGISTER: { description: 'A register of the state.' },
  },
});

/** An income of a member over the three full months before the application. Cabinet Regulation 809, paragraph 2. */
@Entity()
@ObjectType({ description: 'An income of a member of the household over the three full months before the application.' })
@Allow('means.read')
export class DeclaredIncome extends TenantEntity {
  @Property({ type: 'uuid' })
  applicationId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Enum({ items: () => IncomeSource, type: 'text' })
  @Field(() => IncomeSource, { description: 'From where it comes.' })
  source!: IncomeSource;

  @Property({ type: new ArrayType<Cents>(Number), columnType: 'integer[]' })
  @Field(() => [EuroScalar], { description: 'The three months, the oldest first.' })
  monthly!: Cents[];

  @Enum({ items: () => Evidence, type: 'text' })
  @Field(() => Evidence, { description: 'On what it rests.' })
  evidence!: Evidence;
}
