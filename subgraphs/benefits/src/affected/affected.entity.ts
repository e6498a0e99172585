import { Allow } from '@atbalsts/auth';
import type { Cents } from '@atbalsts/database';
import { ConnectionOf, EuroScalar } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { MeansAssessment } from '../means/means.assessment.js';

/** A household that another threshold would touch: calculated, and nothing is changed by it. */
@ObjectType({
  description:
    'A household whose decision would be another by another threshold. It is calculated alone: nobody is recalculated before a change is declared.',
})
@Allow('means.read')
export class AffectedHousehold {
  decisionId!: string;
  applicationId!: string;
  householdId!: string;

  @Field(() => MeansAssessment, { description: 'The means test as it was decided by.' })
  before!: MeansAssessment;

  @Field(() => MeansAssessment, { description: 'The same means by the threshold of the day asked; every other rule as before.' })
  after!: MeansAssessment;

  @Field(() => EuroScalar, {
    nullable: true,
    description: 'What the benefit comes to a month as decided; null where the amount does not follow from the means.',
  })
  amountBefore!: Cents | null;

  @Field(() => EuroScalar, {
    nullable: true,
    description: 'What it would come to a month; null where the amount does not follow from the means.',
  })
  amountAfter!: Cents | null;
}

/** A page of affected households. */
export const AffectedHouseholdConnection = ConnectionOf(() => AffectedHousehold, 'AffectedHousehold');
