import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/** Who handed a case over to whom, when and why. */
@Entity()
@ObjectType({ description: 'Who handed a case over to whom, when and why.' })
@Allow('case.read')
export class CaseHandover extends TenantEntity {
  @Property({ type: 'uuid' })
  caseId!: string;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'The first day of the new employee.' })
  on!: string;

  @Property({ type: 'uuid' })
  fromId!: string;

  @Property({ type: 'uuid' })
  toId!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Why.' })
  reason!: string;
}
