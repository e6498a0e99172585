import { Allow } from '@atbalsts/auth';
import { InGraph } from '@atbalsts/graphql';
import { Field, Float, Int, ObjectType } from 'type-graphql';

/** How a social service is staffed on a day. */
@ObjectType({
  description:
    'How the social service of a municipality is staffed on a day. Norm: one social work specialist for each full 1000 inhabitants (Law on Social Services and Social Assistance, section 10).',
})
@Allow('staffing.read')
export class Staffing {
  @InGraph('regional')
  @Field(() => Float, { description: 'Posts in full-time equivalents, held or vacant.' })
  fte!: number;

  @InGraph('regional')
  @Field(() => Int, { description: 'Employees, each once.' })
  employees!: number;

  @InGraph('regional')
  @Field(() => Int, { description: 'Of them social work specialists in the sense of the norm.' })
  specialists!: number;

  @InGraph('regional')
  @Field(() => Float, { description: 'Posts that nobody holds, in full-time equivalents.' })
  vacantFte!: number;

  @InGraph('regional')
  @Field(() => Float, {
    nullable: true,
    description: 'Social work specialists for each 1000 inhabitants, to two digits; null where the population is not known.',
  })
  specialistsPerThousand!: number | null;

  @InGraph('regional')
  @Field(() => Int, { nullable: true, description: 'Specialists that the norm asks for; null where the population is not known.' })
  required!: number | null;

  @InGraph('regional')
  @Field(() => Boolean, { nullable: true, description: 'Whether there are as many; null where the population is not known.' })
  met!: boolean | null;
}
