import { Allow } from '@atbalsts/auth';
import { type Context, type Payload, Problem } from '@atbalsts/graphql';
import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Person, personRef } from '../external/person.js';
import { AnswerPlaceOfferInput, JoinFacilityQueueInput, LeaveFacilityQueueInput, OfferPlaceInput } from './queue.input.js';
import { offersOf, waitingListOf } from './queue.loader.js';
import { answerOn } from './queue.rules.js';
import { answerOffer, joinQueue, leaveQueue, offerPlace } from './queue.service.js';
import { FacilityPlaceOffer, FacilityWaitingEntry, OfferAnswer } from './waiting.entity.js';

/** What a change of a waiting list gives back. */
@ObjectType({ description: 'What a change of a waiting list gives back.' })
@Allow('placement.read')
export class FacilityWaitingPayload {
  @Field(() => FacilityWaitingEntry, { nullable: true, description: 'The entry; null when refused.' })
  entry!: FacilityWaitingEntry | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}

type EntryPayload = Payload<'entry', FacilityWaitingEntry>;

/** The waiting lists of facilities. */
@Resolver(() => FacilityWaitingEntry)
export class FacilityQueueResolver {
  @Mutation(() => FacilityWaitingPayload, {
    description: 'Puts somebody on the waiting list of a facility. DUPLICATE shows the entry, OVERLAP where the person has a place there.',
  })
  @Allow('facility.queue.change')
  joinFacilityQueue(
    @Ctx() context: Context,
    @Arg('input', () => JoinFacilityQueueInput, { description: 'Who, where, how urgent.' }) input: JoinFacilityQueueInput,
  ): Promise<EntryPayload> {
    return joinQueue(context, input);
  }

  @Mutation(() => FacilityWaitingPayload, {
    description: 'Takes somebody off the waiting list. STALE, WRONG_STATE for who no longer waits.',
  })
  @Allow('facility.queue.change')
  leaveFacilityQueue(
    @Ctx() context: Context,
    @Arg('input', () => LeaveFacilityQueueInput, { description: 'Who, why.' }) input: LeaveFacilityQueueInput,
  ): Promise<EntryPayload> {
    return leaveQueue(context, input);
  }

  @Mutation(() => FacilityWaitingPayload, {
    description:
      'Offers a place that is free today to the first in order, or to another for a reason. NO_VACANCY where none is free that has not been offered; INVALID for a jump without a reason.',
  })
  @Allow('facility.queue.change')
  offerPlace(
    @Ctx() context: Context,
    @Arg('input', () => OfferPlaceInput, { description: 'Where, to whom, why.' }) input: OfferPlaceInput,
  ): Promise<EntryPayload> {
    return offerPlace(context, input);
  }

  @Mutation(() => FacilityWaitingPayload, {
    description:
      'Records the answer to an offered place. WRONG_STATE where it was answered, or the term has passed. The admission follows by itself.',
  })
  @Allow('facility.queue.change')
  answerPlaceOffer(
    @Ctx() context: Context,
    @Arg('input', () => AnswerPlaceOfferInput, { description: 'Which offer, yes or no.' }) input: AnswerPlaceOfferInput,
  ): Promise<EntryPayload> {
    return answerOffer(context, input);
  }

  @FieldResolver(() => Person, { description: 'Who waits.' })
  person(@Root() entry: FacilityWaitingEntry): Person {
    return personRef(entry.personId);
  }

  @FieldResolver(() => Int, { description: 'Position from 1: by urgency, then by who has waited longest; 0 for who no longer waits.' })
  async position(@Ctx() context: Context, @Root() entry: FacilityWaitingEntry): Promise<number> {
    if (entry.position) return entry.position;
    const list = await context.load(waitingListOf, entry.facilityId);
    return list.findIndex(({ id }) => id === entry.id) + 1;
  }

  @FieldResolver(() => [FacilityPlaceOffer], { description: 'Places that the person was offered, in order.' })
  offers(@Ctx() context: Context, @Root() entry: FacilityWaitingEntry): Promise<FacilityPlaceOffer[]> {
    return context.load(offersOf, entry.id);
  }
}

/** What an offer has come to. */
@Resolver(() => FacilityPlaceOffer)
export class FacilityPlaceOfferResolver {
  @FieldResolver(() => OfferAnswer, { nullable: true, description: 'The answer; LAPSED where none came in time; null while it is open.' })
  answer(@Ctx() context: Context, @Root() offer: FacilityPlaceOffer): OfferAnswer | null {
    return answerOn(offer, context.today);
  }
}
