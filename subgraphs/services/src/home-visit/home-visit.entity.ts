import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** One visit at a person's home, whoever came along: nobody visits twice for the same question. */
@Entity()
@ObjectType({ description: "One visit at a person's home, whoever came along." })
@Directive('@key(fields: "id")')
@Allow('visit.read')
export class HomeVisit extends TenantEntity {
  @Field(() => ID, { description: 'Id of the visit.' })
  override id!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'When.' })
  on!: string;
}

/** What one specialist found at a visit. */
@Entity()
@ObjectType({ description: 'What one specialist found at a visit: each has an own opinion.' })
@Allow('visit.read')
export class HomeVisitOpinion extends TenantEntity {
  @Property({ type: 'uuid' })
  visitId!: string;

  @Property({ type: 'uuid' })
  employeeId!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was found.' })
  findings!: string;
}
