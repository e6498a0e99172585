import { Allow } from '@atbalsts/auth';
import { type Context } from '@atbalsts/graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Municipality } from '../municipality/municipality.entity.js';
import { municipalityByCode } from '../municipality/municipality.loader.js';
import { Residence } from './residence.entity.js';

/** The municipality of a residence. */
@Resolver(() => Residence)
export class ResidenceResolver {
  @FieldResolver(() => Municipality, { description: 'The municipality in which the address lies.' })
  @Allow('person.contact.read')
  municipality(@Ctx() context: Context, @Root() residence: Residence): Promise<Municipality | null> {
    return context.load(municipalityByCode, residence.place);
  }
}
