import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { PaperState } from '../care-plan/care-plan.entity.js';
import { Employee, employeeRef } from '../external/employee.js';
import { ServiceRequest } from '../service-request/service-request.entity.js';
import { ServiceRequestPayload } from '../service-request/service-request.payload.js';
import { ServiceAgreement } from './service-agreement.entity.js';
import { MakeServiceAgreementInput } from './service-agreement.input.js';
import { agreementsOf } from './service-agreement.loader.js';
import { makeServiceAgreement } from './service-agreement.service.js';

/** Agreements on granted services. */
@Resolver(() => ServiceAgreement)
export class ServiceAgreementResolver {
  @Mutation(() => ServiceRequestPayload, {
    description: 'Makes the agreement on a granted service, and sets when it is reviewed first. It takes the place of the one that counts.',
  })
  @Allow('serviceAgreement.make')
  makeServiceAgreement(
    @Ctx() context: Context,
    @Arg('input', () => MakeServiceAgreementInput, { description: 'The agreement.' }) input: MakeServiceAgreementInput,
  ): Promise<Payload<'serviceRequest', ServiceRequest>> {
    return makeServiceAgreement(context, input);
  }

  @FieldResolver(() => Employee, { description: 'Who made it for the town.' })
  madeBy(@Root() { makerId }: ServiceAgreement): Employee {
    return employeeRef(makerId);
  }
}

/** What agreements add to a request. */
@Resolver(() => ServiceRequest)
export class RequestAgreementResolver {
  @FieldResolver(() => ServiceAgreement, { nullable: true, description: 'The agreement that counts; null where there is none.' })
  @Allow('serviceAgreement.read')
  async agreement(@Ctx() context: Context, @Root() { id }: ServiceRequest): Promise<ServiceAgreement | null> {
    return (await context.load(agreementsOf, id)).find(({ state }) => state === PaperState.ACTIVE) ?? null;
  }

  @FieldResolver(() => [ServiceAgreement], { description: 'Every agreement on it, the latest first.' })
  @Allow('serviceAgreement.read')
  agreements(@Ctx() context: Context, @Root() { id }: ServiceRequest): Promise<ServiceAgreement[]> {
    return context.load(agreementsOf, id);
  }
}
