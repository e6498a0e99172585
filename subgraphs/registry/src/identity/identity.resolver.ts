import { Allow } from '@atbalsts/auth';
import { type BatchLoad, type Context, groupedInOrder, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Person } from '../person/person.entity.js';
import { PersonPayload } from '../person/person.payload.js';
import { PersonalCode } from '../person/personal-code.entity.js';
import { FormerIdentity } from './former-identity.entity.js';
import { ChangePersonalCodeInput, RectifyIdentityInput } from './identity.input.js';
import { changePersonalCode, rectifyIdentity } from './identity.service.js';

/** All codes by person, the first one first. */
const codesOf: BatchLoad<string, PersonalCode[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(PersonalCode, { personId: { $in: [...ids] } }, { orderBy: { fromDate: 'asc' } }), (c) => c.personId);

/** Former identities by person, the first one first. */
const formerIdentitiesOf: BatchLoad<string, FormerIdentity[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(FormerIdentity, { personId: { $in: [...ids] } }, { orderBy: { until: 'asc', id: 'asc' } }),
    (former) => former.personId,
  );

const history = ['person.history.read', { otherwise: 'null' }] as const;

/** Who a person was: codes and identities with their days. Each look is audited. */
@Resolver(() => Person)
export class IdentityResolver {
  @Mutation(() => PersonPayload, {
    description:
      'Records a new personal code; the old one still finds the person. INVALID where it cannot be right, OVERLAP where a code holds from that day on, DUPLICATE, with the match, where somebody has or had it.',
  })
  @Allow('person.code.change')
  changePersonalCode(
    @Ctx() context: Context,
    @Arg('input', () => ChangePersonalCodeInput, { description: 'Whose code, which, since when.' }) input: ChangePersonalCodeInput,
  ): Promise<Payload<'person', Person>> {
    return changePersonalCode(context, input);
  }

  @Mutation(() => PersonPayload, {
    description:
      'Corrects or changes who a person is, and keeps what was. STALE on an old version, INVALID where it cannot be right, DUPLICATE, with the match, where another has the name and birth date.',
  })
  @Allow('person.identity.rectify')
  rectifyIdentity(
    @Ctx() context: Context,
    @Arg('input', () => RectifyIdentityInput, { description: 'What is to be recorded, since when, on what evidence.' })
    input: RectifyIdentityInput,
  ): Promise<Payload<'person', Person>> {
    return rectifyIdentity(context, input);
  }

  @FieldResolver(() => [PersonalCode], { nullable: true, description: 'All codes of the person, the first one first.' })
  @Allow(...history)
  async personalCodes(@Ctx() context: Context, @Root() person: Person): Promise<PersonalCode[]> {
    const codes = await context.load(codesOf, person.id);
    if (codes.length) context.audit.read(person.id, person.municipality, 'person.history.read', 'personalCodes');
    return codes;
  }

  @FieldResolver(() => [FormerIdentity], {
    nullable: true,
    description: 'Who the person was before corrections and changes, the first one first.',
  })
  @Allow(...history)
  async formerIdentities(@Ctx() context: Context, @Root() person: Person): Promise<FormerIdentity[]> {
    const former = await context.load(formerIdentitiesOf, person.id);
    if (former.length) context.audit.read(person.id, person.municipality, 'person.history.read', 'formerIdentities');
    return former;
  }
}
