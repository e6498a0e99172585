import { type Context, InGraph } from '@atbalsts/graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Organisation } from '../organisation/organisation.entity.js';
import { organisationById } from '../organisation/organisation.loader.js';
import { Person } from '../person/person.entity.js';
import { personById } from '../person/person.loader.js';
import { Consent } from './consent.entity.js';

/** Who consented, and to whom. */
@Resolver(() => Consent)
export class ConsentResolver {
  @FieldResolver(() => Person, { description: 'Whose file it opens.' })
  person(@Ctx() context: Context, @Root() consent: Consent): Promise<Person | null> {
    return context.load(personById, consent.personId);
  }

  @FieldResolver(() => Organisation, { description: 'To whom.' })
  @InGraph('partner')
  organisation(@Ctx() context: Context, @Root() consent: Consent): Promise<Organisation | null> {
    return context.load(organisationById, consent.organisationId);
  }
}
