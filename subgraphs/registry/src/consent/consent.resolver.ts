import { Allow } from '@atbalsts/auth';
import { type Context, InGraph, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Organisation } from '../organisation/organisation.entity.js';
import { organisationById } from '../organisation/organisation.loader.js';
import { Person } from '../person/person.entity.js';
import { personById } from '../person/person.loader.js';
import { Consent } from './consent.entity.js';
import { GiveConsentInput } from './consent.input.js';
import { ConsentPayload } from './consent.payload.js';
import { giveConsent, withdrawConsent } from './consent.service.js';

/** Who consented, and to whom. */
@Resolver(() => Consent)
export class ConsentResolver {
  @Mutation(() => ConsentPayload, {
    description:
      'Records that a person lets an organisation see named parts of the file, for a purpose, until a day. INVALID where the giver may not give it; DUPLICATE, with the match, where one for that purpose holds at that time.',
  })
  @Allow('consent.give')
  giveConsent(
    @Ctx() context: Context,
    @Arg('input', () => GiveConsentInput, { description: 'The consent.' }) input: GiveConsentInput,
  ): Promise<Payload<'consent', Consent>> {
    return giveConsent(context, input);
  }

  @Mutation(() => ConsentPayload, { description: 'Withdraws a consent: what it opened closes at once.' })
  @Allow('consent.withdraw')
  withdrawConsent(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the consent.' }) id: string,
  ): Promise<Payload<'consent', Consent>> {
    return withdrawConsent(context, id);
  }

  @FieldResolver(() => Person, { description: 'Whose file it opens.' })
  person(@Ctx() context: Context, @Root() consent: Consent): Promise<Person | null> {
    return context.load(personById, consent.personId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who gave it: the person, or who acted for the person in that capacity.' })
  givenBy(@Ctx() context: Context, @Root() consent: Consent): Promise<Person | null> {
    return context.load(personById, consent.givenById ?? consent.personId);
  }

  @FieldResolver(() => Organisation, { description: 'To whom.' })
  @InGraph('partner')
  organisation(@Ctx() context: Context, @Root() consent: Consent): Promise<Organisation | null> {
    return context.load(organisationById, consent.organisationId);
  }
}
