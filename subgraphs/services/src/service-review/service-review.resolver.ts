import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { ServiceRequest } from '../service-request/service-request.entity.js';
import { ServiceRequestPayload } from '../service-request/service-request.payload.js';
import { endService } from './end-service.service.js';
import { reviewService } from './review-service.service.js';
import { ServiceReview } from './service-review.entity.js';
import { EndServiceInput, ReviewServiceInput } from './service-review.input.js';
import { reviewsOf } from './service-review.loader.js';

/** Reviews and ends of granted services. */
@Resolver(() => ServiceReview)
export class ServiceReviewResolver {
  @Mutation(() => ServiceRequestPayload, {
    description: 'Records a look at whether a granted service still fits, and when the next one is due.',
  })
  @Allow('service.review')
  reviewService(
    @Ctx() context: Context,
    @Arg('input', () => ReviewServiceInput, { description: 'The review.' }) input: ReviewServiceInput,
  ): Promise<Payload<'serviceRequest', ServiceRequest>> {
    return reviewService(context, input);
  }

  @Mutation(() => ServiceRequestPayload, {
    description:
      'Ends a granted service with its agreement and care plan. Where its place becomes free, it is offered to the first who waits.',
  })
  @Allow('service.end')
  endService(
    @Ctx() context: Context,
    @Arg('input', () => EndServiceInput, { description: 'When and why.' }) input: EndServiceInput,
  ): Promise<Payload<'serviceRequest', ServiceRequest>> {
    return endService(context, input);
  }

  @FieldResolver(() => Employee, { description: 'Who reviewed.' })
  reviewedBy(@Root() { reviewerId }: ServiceReview): Employee {
    return employeeRef(reviewerId);
  }
}

/** What reviews and the end add to a request. */
@Resolver(() => ServiceRequest)
export class RequestReviewResolver {
  @FieldResolver(() => [ServiceReview], { description: 'Reviews of the service, the latest first.' })
  reviews(@Ctx() context: Context, @Root() { id }: ServiceRequest): Promise<ServiceReview[]> {
    return context.load(reviewsOf, id);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who recorded the end; null before.' })
  endedBy(@Root() { endedById }: ServiceRequest): Employee | null {
    return endedById ? employeeRef(endedById) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What there is to add to the reason of the end.' })
  @Allow('needs.read')
  endNote(@Root() { endNote }: ServiceRequest): string | null {
    return endNote;
  }
}
