import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AreaScore, AssessmentForm, AssessmentFormKind } from '../assessment-form/assessment-form.js';
import { areaScores, formOfVersion } from '../assessment-form/assessment-form.loader.js';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { ServiceType } from '../service-type/service-type.entity.js';
import { serviceTypeByCode } from '../service-type/service-type.loader.js';
import { answerSurvey } from './answer-survey.service.js';
import { assessNeeds } from './assess-needs.service.js';
import { decideService } from './decide-service.service.js';
import { NeedsAssessment } from './needs-assessment.entity.js';
import { requestService } from './request-service.service.js';
import { ServiceRequest } from './service-request.entity.js';
import { AnswerSurveyInput, AssessNeedsInput, DecideServiceInput, RequestServiceInput } from './service-request.input.js';
import { needsOf, requestById, surveyOf } from './service-request.loader.js';
import { ServiceRequestPayload, SurveyAnswerPayload } from './service-request.payload.js';
import { SurveyAnswer } from './survey-answer.entity.js';

/** Requests for services in the own municipality. */
@Resolver(() => ServiceRequest)
export class ServiceRequestResolver {
  @Query(() => ServiceRequest, { nullable: true, description: 'A request by id; null where there is none in your municipality.' })
  @Allow('request.read')
  serviceRequest(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the request.' }) id: string,
  ): Promise<ServiceRequest | null> {
    return context.load(requestById, id);
  }

  @Mutation(() => ServiceRequestPayload, {
    description: 'Records a request for a service. DUPLICATE, with the one that stands, where the same is undecided or waits.',
  })
  @Allow('request.create')
  requestService(
    @Ctx() context: Context,
    @Arg('input', () => RequestServiceInput, { description: 'The request.' }) input: RequestServiceInput,
  ): Promise<Payload<'serviceRequest', ServiceRequest>> {
    return requestService(context, input);
  }

  @Mutation(() => ServiceRequestPayload, { description: 'Records the needs card of a submitted request.' })
  @Allow('needs.assess')
  assessNeeds(
    @Ctx() context: Context,
    @Arg('input', () => AssessNeedsInput, { description: 'The needs card.' }) input: AssessNeedsInput,
  ): Promise<Payload<'serviceRequest', ServiceRequest>> {
    return assessNeeds(context, input);
  }

  @Mutation(() => ServiceRequestPayload, {
    description:
      'Decides on a request by four eyes: the first call proposes, the same by a second person confirms. Another outcome or period of a second person takes the place of the proposal.',
  })
  @Allow('service.decide')
  decideService(
    @Ctx() context: Context,
    @Arg('input', () => DecideServiceInput, { description: 'The decision.' }) input: DecideServiceInput,
  ): Promise<Payload<'serviceRequest', ServiceRequest>> {
    return decideService(context, input);
  }

  @Mutation(() => SurveyAnswerPayload, { description: 'Records how a client felt about a service, once for each request.' })
  @Allow('survey.answer')
  answerSurvey(
    @Ctx() context: Context,
    @Arg('input', () => AnswerSurveyInput, { description: 'The answer.' }) input: AnswerSurveyInput,
  ): Promise<Payload<'surveyAnswer', SurveyAnswer>> {
    return answerSurvey(context, input);
  }

  @FieldResolver(() => Person, { description: 'Who asks.' })
  person(@Root() request: ServiceRequest): Person {
    return personRef(request.personId);
  }

  @FieldResolver(() => ServiceType, { description: 'For what.' })
  serviceType(@Ctx() context: Context, @Root() request: ServiceRequest): Promise<ServiceType | null> {
    return context.load(serviceTypeByCode, request.serviceTypeCode);
  }

  @FieldResolver(() => NeedsAssessment, { nullable: true, description: 'The needs card; null before needs are assessed.' })
  @Allow('needs.read')
  needs(@Ctx() context: Context, @Root() request: ServiceRequest): Promise<NeedsAssessment | null> {
    return context.load(needsOf, request.id);
  }

  @FieldResolver(() => SurveyAnswer, { nullable: true, description: 'How the client felt about it; null before an answer.' })
  @Allow('survey.read')
  survey(@Ctx() context: Context, @Root() request: ServiceRequest): Promise<SurveyAnswer | null> {
    return context.load(surveyOf, request.id);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who proposed the decision; null before.' })
  proposedBy(@Root() { proposedBy }: ServiceRequest): Employee | null {
    return proposedBy ? employeeRef(proposedBy) : null;
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who confirmed it, always another; null before.' })
  confirmedBy(@Root() { confirmedBy }: ServiceRequest): Employee | null {
    return confirmedBy ? employeeRef(confirmedBy) : null;
  }
}

/** Who assessed. */
@Resolver(() => NeedsAssessment)
export class NeedsAssessmentResolver {
  @FieldResolver(() => Employee, { description: 'Who assessed.' })
  assessedBy(@Root() needs: NeedsAssessment): Employee {
    return employeeRef(needs.assessorId);
  }

  @FieldResolver(() => AssessmentForm, {
    nullable: true,
    description: 'The version of the needs card that was used; null where the sum alone was entered.',
  })
  async card(@Ctx() context: Context, @Root() { cardVersion }: NeedsAssessment): Promise<AssessmentForm | null> {
    return cardVersion === null ? null : formOfVersion(context, AssessmentFormKind.NEEDS, cardVersion);
  }

  @FieldResolver(() => [AreaScore], { description: 'Scores by area of the card that was used; empty where the sum alone was entered.' })
  async areas(@Ctx() context: Context, @Root() { cardVersion, marks }: NeedsAssessment): Promise<AreaScore[]> {
    const card = cardVersion === null ? null : await formOfVersion(context, AssessmentFormKind.NEEDS, cardVersion);
    return card && marks ? areaScores(card, marks) : [];
  }
}
