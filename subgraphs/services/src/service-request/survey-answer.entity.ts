import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';

/** How a client felt about a service, asked after it. */
@Entity()
@ObjectType({ description: 'How a client felt about a service, asked after it.' })
@Allow('survey.read')
export class SurveyAnswer extends TenantEntity {
  @Property({ type: 'uuid' })
  requestId!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Answered on.' })
  answeredOn!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: '1, very bad, to 5, very good.' })
  score!: number;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: "In the client's words." })
  comment!: string | null;
}
