import { Allow } from '@atbalsts/auth';
import type { Context } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { ServiceType } from '../service-type/service-type.entity.js';
import { serviceTypeByCode } from '../service-type/service-type.loader.js';
import { NeedsAssessment } from './needs-assessment.entity.js';
import { ServiceRequest } from './service-request.entity.js';
import { needsOf, requestById, surveyOf } from './service-request.loader.js';
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
}
