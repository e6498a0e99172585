import { Allow } from '@atbalsts/auth';
import { Field, Int, ObjectType } from 'type-graphql';

/** How many figures a published report shows, and how many it withholds, of the year and the year before. */
@ObjectType({ description: 'How many figures a published report shows, and how many it withholds, of the year and the year before.' })
@Allow('report.read')
export class WithheldFigures {
  @Field(() => Int, { description: 'Figures that are shown.' })
  shown!: number;

  @Field(() => Int, {
    description:
      'Withheld because a person could be known by them: counts of people from 1 to 4, money spent on so few, and what was withheld before.',
  })
  small!: number;

  @Field(() => Int, { description: 'Withheld besides, because one of the small ones could be worked out from them.' })
  complementary!: number;
}
