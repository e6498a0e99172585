import { Allow } from '@atbalsts/auth';
import { periodContains } from '@atbalsts/database';
import { type Connection, type Context, DateScalar, InGraph, PageArgs, type Payload, PersonalCodeScalar, Sex } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Circumstance } from '../circumstance/circumstance.entity.js';
import { RecordCircumstanceInput } from '../circumstance/circumstance.input.js';
import { circumstancesOf } from '../circumstance/circumstance.loader.js';
import { recordCircumstance } from '../circumstance/circumstance.service.js';
import { Consent, ConsentScope } from '../consent/consent.entity.js';
import { consentsOf } from '../consent/consent.loader.js';
import { Household } from '../household/household.entity.js';
import { householdOf } from '../household/household.loader.js';
import { Residence } from '../residence/residence.entity.js';
import { MoveResidenceInput } from '../residence/residence.input.js';
import { residenceOf } from '../residence/residence.loader.js';
import { moveResidence } from '../residence/residence.service.js';
import { isConsentedTo, opens, reveal } from './identity.js';
import { Person, PersonConnection } from './person.entity.js';
import { RegisterPersonInput } from './person.input.js';
import { currentCodeOf, personById } from './person.loader.js';
import { PersonPayload } from './person.payload.js';
import { ageOn } from './person.rules.js';
import { findPersons } from './person.search.js';
import { findPersonByCode, registerPerson } from './person.service.js';

@ArgsType()
class PersonsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Part of a name (diacritics do not matter), a reference, or a personal code.' })
  search?: string | null;
}

const identity = ['person.identity.read', { otherwise: 'null' }] as const;
const contact = ['person.contact.read', { otherwise: 'null' }] as const;
const on = { nullable: true, description: 'The day; today when left out.' };

/** Persons of the own municipality. A partner reaches one through its referral alone. */
@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, { nullable: true, description: 'A person by id; null where there is none in your municipality.' })
  @Allow('person.read')
  person(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Id of the person.' }) id: string): Promise<Person | null> {
    return context.load(personById, id);
  }

  @Query(() => Person, {
    nullable: true,
    description: 'A person by a personal code, present or past; null where there is none in your municipality.',
  })
  @Allow('person.search')
  async personByPersonalCode(
    @Ctx() context: Context,
    @Arg('personalCode', () => PersonalCodeScalar, { description: 'The personal code.' }) personalCode: string,
  ): Promise<Person | null> {
    const found = await findPersonByCode(context, personalCode);
    if (found) context.audit.read(found.id, found.municipality, 'person.search', 'personalCode');
    return found;
  }

  @Query(() => PersonConnection, { description: 'Persons of your municipality: the best matches first, or all by name.' })
  @Allow('person.search')
  async persons(@Ctx() context: Context, @Args() args: PersonsArgs): Promise<Connection<Person>> {
    const found = await findPersons(context, args.search, args);
    if (args.search?.trim())
      for (const { id, municipality } of found.nodes) context.audit.read(id, municipality, 'person.search', 'search');
    return found;
  }

  @Mutation(() => PersonPayload, {
    description:
      'Registers a person. INVALID where the details cannot be right; DUPLICATE, with the match, where the code or the same name and birth date is known.',
  })
  @Allow('person.register')
  registerPerson(
    @Ctx() context: Context,
    @Arg('input', () => RegisterPersonInput, { description: 'The person.' }) input: RegisterPersonInput,
  ): Promise<Payload<'person', Person>> {
    return registerPerson(context, input);
  }

  @Mutation(() => PersonPayload, {
    description: 'Records a change of declared residence. OVERLAP where the person has a residence at that time.',
  })
  @Allow('person.move')
  moveResidence(
    @Ctx() context: Context,
    @Arg('input', () => MoveResidenceInput, { description: 'Who moved, where and when.' }) input: MoveResidenceInput,
  ): Promise<Payload<'person', Person>> {
    return moveResidence(context, input);
  }

  @Mutation(() => PersonPayload, {
    description: 'Records what a person is for a time, with its evidence. OVERLAP where it is recorded for a part of that time.',
  })
  @Allow('person.circumstance.record')
  recordCircumstance(
    @Ctx() context: Context,
    @Arg('input', () => RecordCircumstanceInput, { description: 'Who, what, when, on what evidence.' }) input: RecordCircumstanceInput,
  ): Promise<Payload<'person', Person>> {
    return recordCircumstance(context, input);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Pseudonym for screens and letters, e.g. P-000123; it tells nothing about who it is. Null for a partner without a live consent.',
  })
  @InGraph('partner')
  async reference(@Ctx() context: Context, @Root() person: Person): Promise<string | null> {
    return (await isConsentedTo(context, person)) ? person.reference : null;
  }

  @FieldResolver(() => PersonalCodeScalar, { nullable: true, description: 'The personal code that holds today.' })
  @InGraph('partner')
  @Allow(...identity)
  personalCode(@Ctx() context: Context, @Root() person: Person): Promise<string | null> {
    return reveal(
      context,
      person,
      'person.identity.read',
      ConsentScope.IDENTITY,
      'personalCode',
      async () => (await context.load(currentCodeOf, person.id))?.code ?? null,
    );
  }

  @FieldResolver(() => String, { nullable: true, description: 'Given name or names.' })
  @InGraph('partner')
  @Allow(...identity)
  givenName(@Ctx() context: Context, @Root() person: Person): Promise<string | null> {
    return reveal(context, person, 'person.identity.read', ConsentScope.IDENTITY, 'givenName', () => person.givenName);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Family name.' })
  @InGraph('partner')
  @Allow(...identity)
  familyName(@Ctx() context: Context, @Root() person: Person): Promise<string | null> {
    return reveal(context, person, 'person.identity.read', ConsentScope.IDENTITY, 'familyName', () => person.familyName);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'Birth date.' })
  @InGraph('partner')
  @Allow(...identity)
  birthDate(@Ctx() context: Context, @Root() person: Person): Promise<string | null> {
    return reveal(context, person, 'person.identity.read', ConsentScope.IDENTITY, 'birthDate', () => person.birthDate);
  }

  @FieldResolver(() => Sex, { nullable: true, description: 'Sex.' })
  @InGraph('partner')
  @Allow(...identity)
  sex(@Ctx() context: Context, @Root() person: Person): Promise<Sex | null> {
    return reveal(context, person, 'person.identity.read', ConsentScope.IDENTITY, 'sex', () => person.sex);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Phone number.' })
  @InGraph('partner')
  @Allow(...contact)
  phone(@Ctx() context: Context, @Root() person: Person): Promise<string | null> {
    return reveal(context, person, 'person.contact.read', ConsentScope.CONTACT, 'phone', () => person.phone);
  }

  /** On another day than today a partner is answered only where it may see the birth date: asked for enough days, an age tells it. */
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Full years of age on a day; null before birth, and to a partner on another day than today unless the consent opens IDENTITY too.',
  })
  @InGraph('partner')
  @Allow('person.age.read', { otherwise: 'null' })
  async age(@Ctx() context: Context, @Root() person: Person, @Arg('on', () => DateScalar, on) day?: string | null): Promise<number | null> {
    if (day && day !== context.today && !(await opens(context, person, ConsentScope.IDENTITY))) return null;
    return reveal(context, person, 'person.age.read', ConsentScope.NEEDS, 'age', () => ageOn(person.birthDate, day ?? context.today));
  }

  /** A partner sees where to reach the person, which is today's residence and no other. */
  @FieldResolver(() => Residence, { nullable: true, description: 'The residence that is declared on a day; null for who has none.' })
  @InGraph('partner')
  @Allow(...contact)
  declaredResidence(
    @Ctx() context: Context,
    @Root() person: Person,
    @Arg('on', () => DateScalar, on) day?: string | null,
  ): Promise<Residence | null> {
    const asked = day ?? context.today;
    return reveal(context, person, 'person.contact.read', ConsentScope.CONTACT, 'declaredResidence', () =>
      context.principal.audience === 'PARTNER' && asked !== context.today
        ? null
        : context.load(residenceOf, { personId: person.id, on: asked }),
    );
  }

  @FieldResolver(() => Household, { nullable: true, description: 'The household the person belongs to on a day.' })
  @Allow('household.read')
  household(
    @Ctx() context: Context,
    @Root() person: Person,
    @Arg('on', () => DateScalar, on) day?: string | null,
  ): Promise<Household | null> {
    return context.load(householdOf, { personId: person.id, on: day ?? context.today });
  }

  @FieldResolver(() => [Circumstance], { nullable: true, description: 'What the person is on a day.' })
  @Allow('person.circumstance.read')
  async circumstances(
    @Ctx() context: Context,
    @Root() person: Person,
    @Arg('on', () => DateScalar, on) day?: string | null,
  ): Promise<Circumstance[]> {
    const known = await context.load(circumstancesOf, person.id);
    const asked = day ?? context.today;
    return known.filter((c) => periodContains(c.from, c.until, asked));
  }

  @FieldResolver(() => [Consent], {
    nullable: true,
    description: 'Consents, the latest first; a partner sees those given to its own organisation that hold today.',
  })
  @InGraph('partner')
  @Allow('consent.read')
  consents(@Ctx() context: Context, @Root() person: Person): Promise<Consent[]> {
    return context.load(consentsOf, person.id);
  }
}
