import { Allow } from '@atbalsts/auth';
import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';

/** What the records of services say of a year: whether anyone is better off, and how clients feel. */
@ObjectType({
  description:
    'What the records of services say of a year: whether anyone is better off, and how clients feel. Counts as they are: for staff alone.',
})
@Directive('@shareable')
@Allow('report.read')
export class ServiceOutcomes {
  @Field(() => Int, { description: 'Goals with a recorded outcome, of the social cases that were closed in the year.' })
  goalsClosed!: number;

  @Field(() => Int, { description: 'Of them: achieved.' })
  goalsAchieved!: number;

  @Field(() => Int, { description: 'Answers to the survey given in the year, one for a service request.' })
  surveyAnswers!: number;

  @Field(() => Float, { nullable: true, description: 'Mean of their scores, 1 to 5; null without answers.' })
  meanScore!: number | null;
}
