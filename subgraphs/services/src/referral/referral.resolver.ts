import { Allow } from '@atbalsts/auth';
import { type Connection, type Context, InGraph, PageArgs, type Payload } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Delivery, DeliveryConnection } from '../delivery/delivery.entity.js';
import { deliveriesOf, noDeliveries } from '../delivery/delivery.loader.js';
import { Organisation, organisationRef } from '../external/organisation.js';
import { Person, personRef } from '../external/person.js';
import { ServiceType } from '../service-type/service-type.entity.js';
import { serviceTypeByCode } from '../service-type/service-type.loader.js';
import { acceptReferral, declineReferral } from './answer-referral.service.js';
import { endReferral } from './end-referral.service.js';
import { referClient } from './refer-client.service.js';
import { isConsentedTo, isOpen, isOver, stateOf } from './referral.consent.js';
import { Referral, ReferralConnection, ReferralState } from './referral.entity.js';
import { EndReferralInput, ReferClientInput } from './referral.input.js';
import { listReferrals } from './referral.list.js';
import { referralById } from './referral.loader.js';
import { ReferralPayload } from './referral.payload.js';

@ArgsType()
class ReferralsArgs extends PageArgs {
  @Field(() => ReferralState, { nullable: true, description: 'Only those in this state.' })
  state?: ReferralState | null;
}

/** Referrals to partner organisations: staff see those of their municipality, a partner its own, through the window of the consents. */
@Resolver(() => Referral)
export class ReferralResolver {
  @Query(() => Referral, { nullable: true, description: 'A referral by id; null where it is not yours to see.' })
  @InGraph('partner')
  @Allow('referral.read')
  referral(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Id of the referral.' }) id: string): Promise<Referral | null> {
    return context.load(referralById, id);
  }

  @Query(() => ReferralConnection, { description: 'Referrals of your municipality, or to your organisation, the latest first.' })
  @InGraph('partner')
  @Allow('referral.read')
  referrals(@Ctx() context: Context, @Args() args: ReferralsArgs): Promise<Connection<Referral>> {
    return listReferrals(context, args.state, args);
  }

  @Mutation(() => ReferralPayload, {
    description: 'Refers a person to a partner organisation; NO_CONSENT unless the person has consented.',
  })
  @Allow('referral.make')
  referClient(
    @Ctx() context: Context,
    @Arg('input', () => ReferClientInput, { description: 'The referral.' }) input: ReferClientInput,
  ): Promise<Payload<'referral', Referral>> {
    return referClient(context, input);
  }

  @Mutation(() => ReferralPayload, { description: 'Accepts a referral that is offered to your organisation.' })
  @InGraph('partner')
  @Allow('referral.answer')
  acceptReferral(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the referral.' }) id: string,
  ): Promise<Payload<'referral', Referral>> {
    return acceptReferral(context, id);
  }

  @Mutation(() => ReferralPayload, { description: 'Declines a referral that is offered to your organisation.' })
  @InGraph('partner')
  @Allow('referral.answer')
  declineReferral(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the referral.' }) id: string,
    @Arg('reason', () => String, { description: 'Why; at most 1000 characters.' }) reason: string,
  ): Promise<Payload<'referral', Referral>> {
    return declineReferral(context, id, reason);
  }

  @Mutation(() => ReferralPayload, {
    description:
      'Ends a referral: the work of the partner is done, or it never began. The partner delivers no more, and sees the needs no more.',
  })
  @Allow('referral.end')
  endReferral(
    @Ctx() context: Context,
    @Arg('input', () => EndReferralInput, { description: 'Which, when and why.' }) input: EndReferralInput,
  ): Promise<Payload<'referral', Referral>> {
    return endReferral(context, input);
  }

  @FieldResolver(() => Person, { description: 'Who is referred.' })
  @InGraph('partner')
  person(@Root() referral: Referral): Person {
    return personRef(referral.personId);
  }

  @FieldResolver(() => Organisation, { description: 'To whom.' })
  @InGraph('partner')
  organisation(@Root() referral: Referral): Organisation {
    return organisationRef(referral.organisationId);
  }

  @FieldResolver(() => ServiceType, { description: 'For which service.' })
  @InGraph('partner')
  serviceType(@Ctx() context: Context, @Root() referral: Referral): Promise<ServiceType | null> {
    return context.load(serviceTypeByCode, referral.serviceTypeCode);
  }

  @FieldResolver(() => String, { nullable: true, description: 'For what; null for a partner as soon as no consent holds any more.' })
  @InGraph('partner')
  async purpose(@Ctx() context: Context, @Root() referral: Referral): Promise<string | null> {
    return (await isConsentedTo(context, referral)) ? referral.purposeText : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why staff ended it; null before, and where nobody said.' })
  @Allow('needs.read')
  endReason(@Root() { endReason }: Referral): string | null {
    return endReason;
  }

  @FieldResolver(() => ReferralState, { description: 'How far it has come; CONSENT_WITHDRAWN as soon as no consent holds any more.' })
  @InGraph('partner')
  state(@Ctx() context: Context, @Root() referral: Referral): Promise<ReferralState> {
    return stateOf(context, referral);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the person needs; null for a partner without a live consent of scope NEEDS, and once the referral is declined or ended.',
  })
  @InGraph('partner')
  @Allow('referral.needs.read')
  async needs(@Ctx() context: Context, @Root() referral: Referral): Promise<string | null> {
    const closed = context.principal.audience === 'PARTNER' && isOver(referral);
    if (referral.needsText === null || closed || !(await isOpen(context, referral, 'NEEDS'))) return null;
    context.audit.read(referral.personId, referral.municipality, 'referral.needs.read', 'needs');
    return referral.needsText;
  }

  @FieldResolver(() => DeliveryConnection, {
    description: 'What was delivered, the latest first; nothing for a partner without a live consent of scope DELIVERY.',
  })
  @InGraph('partner')
  @Allow('delivery.read')
  async deliveries(@Ctx() context: Context, @Root() referral: Referral, @Args() { first, after }: PageArgs): Promise<Connection<Delivery>> {
    if (!(await isOpen(context, referral, 'DELIVERY'))) return noDeliveries;
    return deliveriesOf(context, { parentId: referral.id, first, after: after ?? null });
  }
}
