import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { ServiceRequest } from './service-request.entity.js';
import { SurveyAnswer } from './survey-answer.entity.js';

/** What a change of a request gives back. */
@ObjectType({ description: 'What a change of a request for a service gives back.' })
@Allow('request.read')
export class ServiceRequestPayload {
  @Field(() => ServiceRequest, {
    nullable: true,
    description: 'The request; null when refused, but the one that is undecided already on DUPLICATE.',
  })
  serviceRequest!: ServiceRequest | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}

/** What answering a survey gives back. */
@ObjectType({ description: 'What answering a survey gives back.' })
@Allow('survey.answer')
export class SurveyAnswerPayload {
  @Field(() => SurveyAnswer, {
    nullable: true,
    description: 'The answer; null when refused, but the one that was given already on DUPLICATE.',
  })
  surveyAnswer!: SurveyAnswer | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
