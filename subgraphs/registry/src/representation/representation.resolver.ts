import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Person } from '../person/person.entity.js';
import { personById } from '../person/person.loader.js';
import { Representation } from './representation.entity.js';
import { EndRepresentationInput, RecordRepresentationInput } from './representation.input.js';
import { representativesOf, representedBy } from './representation.loader.js';
import { RepresentationPayload } from './representation.payload.js';
import { actsOn } from './representation.rules.js';
import { endRepresentation, recordRepresentation } from './representation.service.js';

const on = { nullable: true, description: 'The day; today when left out.' };

/** Who acts for whom. */
@Resolver(() => Person)
export class PersonRepresentationResolver {
  @FieldResolver(() => [Representation], {
    nullable: true,
    description: 'Who acts for the person on a day: parents, guardians, foster parents of a child; trustees of an adult.',
  })
  @Allow('representation.read')
  async representatives(
    @Ctx() context: Context,
    @Root() person: Person,
    @Arg('on', () => DateScalar, on) day?: string | null,
  ): Promise<Representation[]> {
    const held = await context.load(representativesOf, person.id);
    return held.filter((one) => actsOn(one, person.birthDate, day ?? context.today));
  }

  @FieldResolver(() => [Representation], { nullable: true, description: 'For whom the person acts on a day.' })
  @Allow('representation.read')
  async represents(
    @Ctx() context: Context,
    @Root() person: Person,
    @Arg('on', () => DateScalar, on) day?: string | null,
  ): Promise<Representation[]> {
    const held = await context.load(representedBy, person.id);
    const wards = await Promise.all(held.map((one) => context.load(personById, one.personId)));
    return held.filter((one, n) => wards[n] && actsOn(one, wards[n].birthDate, day ?? context.today));
  }
}

/** Recording who acts for a child or a ward. */
@Resolver(() => Representation)
export class RepresentationResolver {
  @Mutation(() => RepresentationPayload, {
    description:
      'Records who acts for a child or a ward. INVALID where it cannot be; DUPLICATE, with the match, where it is recorded for a part of that time.',
  })
  @Allow('representation.record')
  recordRepresentation(
    @Ctx() context: Context,
    @Arg('input', () => RecordRepresentationInput, { description: 'Who acts for whom.' }) input: RecordRepresentationInput,
  ): Promise<Payload<'representation', Representation>> {
    return recordRepresentation(context, input);
  }

  @Mutation(() => RepresentationPayload, {
    description: "Ends somebody's acting for a child or a ward. STALE on an old version, WRONG_STATE where it has ended before.",
  })
  @Allow('representation.end')
  endRepresentation(
    @Ctx() context: Context,
    @Arg('input', () => EndRepresentationInput, { description: 'What ends, when, on what evidence.' }) input: EndRepresentationInput,
  ): Promise<Payload<'representation', Representation>> {
    return endRepresentation(context, input);
  }

  @FieldResolver(() => Person, { description: 'The child or ward.' })
  person(@Ctx() context: Context, @Root() held: Representation): Promise<Person | null> {
    return context.load(personById, held.personId);
  }

  @FieldResolver(() => Person, { description: 'Who acts.' })
  representative(@Ctx() context: Context, @Root() held: Representation): Promise<Person | null> {
    return context.load(personById, held.representativeId);
  }
}
