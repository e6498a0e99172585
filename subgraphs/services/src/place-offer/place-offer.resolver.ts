import { Allow } from '@atbalsts/auth';
import { BadInput, type Context, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { ServiceRequest } from '../service-request/service-request.entity.js';
import { requestById } from '../service-request/service-request.loader.js';
import { ServiceType } from '../service-type/service-type.entity.js';
import { serviceTypeByCode } from '../service-type/service-type.loader.js';
import { answerOffer } from './answer-offer.service.js';
import { offerFreePlace, reportFreePlace, withdrawFreePlace } from './free-place.service.js';
import { FreePlace, PlaceOffer, PlaceOfferState } from './place-offer.entity.js';
import { AnswerOfferInput, ReportFreePlaceInput, WithdrawFreePlaceInput } from './place-offer.input.js';
import { offersOfPlace, offersOfRequest, openPlacesOf, placeById } from './place-offer.loader.js';
import { FreePlacePayload, PlaceOfferPayload } from './place-offer.payload.js';
import { holdsPlace, offerState } from './place-offer.rules.js';

/** Free places of the own municipality, and to whom they are offered. */
@Resolver(() => FreePlace)
export class FreePlaceResolver {
  @Query(() => [FreePlace], {
    description: 'Places that are free or offered, the earliest free first: what is to be offered to whom next.',
  })
  @Allow('place.read')
  async freePlaces(
    @Ctx() context: Context,
    @Arg('serviceType', () => ID, { nullable: true, description: 'Code of the kind of service; every kind when left out.' }) serviceType?:
      | string
      | null,
  ): Promise<FreePlace[]> {
    if (serviceType && !(await context.load(serviceTypeByCode, serviceType))) {
      throw new BadInput('serviceType is not a code of the catalogue', 'serviceType nav pakalpojumu kataloga kods', 'serviceType');
    }
    return context.load(openPlacesOf, serviceType ?? '');
  }

  @Mutation(() => FreePlacePayload, {
    description: 'Records a place that has become free, and offers it to the first who waits. The same key twice is the same place.',
  })
  @Allow('place.offer')
  reportFreePlace(
    @Ctx() context: Context,
    @Arg('input', () => ReportFreePlaceInput, { description: 'The place.' }) input: ReportFreePlaceInput,
  ): Promise<Payload<'place', FreePlace>> {
    return reportFreePlace(context, input);
  }

  @Mutation(() => FreePlacePayload, {
    description: 'Offers an open place to the next who waits, where nobody has time to answer any more.',
  })
  @Allow('place.offer')
  offerFreePlace(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the place.' }) id: string,
  ): Promise<Payload<'place', FreePlace>> {
    return offerFreePlace(context, id);
  }

  @Mutation(() => FreePlacePayload, { description: 'Takes back a place that is not free after all, and an open offer of it.' })
  @Allow('place.offer')
  withdrawFreePlace(
    @Ctx() context: Context,
    @Arg('input', () => WithdrawFreePlaceInput, { description: 'Which, and why.' }) input: WithdrawFreePlaceInput,
  ): Promise<Payload<'place', FreePlace>> {
    return withdrawFreePlace(context, input);
  }

  @FieldResolver(() => ServiceType, { description: 'Of which service.' })
  @Allow('serviceType.read')
  serviceType(@Ctx() context: Context, @Root() { serviceTypeCode }: FreePlace): Promise<ServiceType | null> {
    return context.load(serviceTypeByCode, serviceTypeCode);
  }

  @FieldResolver(() => Employee, { description: 'Who reported it.' })
  reportedBy(@Root() { reporterId }: FreePlace): Employee {
    return employeeRef(reporterId);
  }

  @FieldResolver(() => [PlaceOffer], { description: 'To whom it was offered, the latest first.' })
  offers(@Ctx() context: Context, @Root() { id }: FreePlace): Promise<PlaceOffer[]> {
    return context.load(offersOfPlace, id);
  }

  @FieldResolver(() => PlaceOffer, { nullable: true, description: 'The offer that holds it; null where it is to be offered to the next.' })
  async offer(@Ctx() context: Context, @Root() { id }: FreePlace): Promise<PlaceOffer | null> {
    return (await context.load(offersOfPlace, id)).find((offer) => holdsPlace(offer, context.today)) ?? null;
  }
}

/** Offers of free places. */
@Resolver(() => PlaceOffer)
export class PlaceOfferResolver {
  @Mutation(() => PlaceOfferPayload, {
    description: 'Records the answer to an offer. Where it is declined, the next is offered the place at once.',
  })
  @Allow('offer.answer')
  answerOffer(
    @Ctx() context: Context,
    @Arg('input', () => AnswerOfferInput, { description: 'The answer.' }) input: AnswerOfferInput,
  ): Promise<Payload<'offer', PlaceOffer>> {
    return answerOffer(context, input);
  }

  @FieldResolver(() => PlaceOfferState, { description: 'What came of it; LAPSED as soon as the last day to answer is over.' })
  state(@Ctx() { today }: Context, @Root() offer: PlaceOffer): PlaceOfferState {
    return PlaceOfferState[offerState(offer, today)];
  }

  @FieldResolver(() => FreePlace, { description: 'What is offered.' })
  place(@Ctx() context: Context, @Root() { placeId }: PlaceOffer): Promise<FreePlace | null> {
    return context.load(placeById, placeId);
  }

  @FieldResolver(() => ServiceRequest, { description: 'To whom: the request by which the person waits.' })
  @Allow('request.read')
  request(@Ctx() context: Context, @Root() { requestId }: PlaceOffer): Promise<ServiceRequest | null> {
    return context.load(requestById, requestId);
  }

  @FieldResolver(() => Employee, { description: 'Who offered it.' })
  offeredBy(@Root() { offererId }: PlaceOffer): Employee {
    return employeeRef(offererId);
  }
}

/** What offers add to a request. */
@Resolver(() => ServiceRequest)
export class RequestOffersResolver {
  @FieldResolver(() => [PlaceOffer], { description: 'Places that were offered to the person while waiting, the latest first.' })
  @Allow('place.read')
  offers(@Ctx() context: Context, @Root() { id }: ServiceRequest): Promise<PlaceOffer[]> {
    return context.load(offersOfRequest, id);
  }
}
