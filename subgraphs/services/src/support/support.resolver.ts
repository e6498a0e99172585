import { Allow } from '@atbalsts/auth';
import { newId } from '@atbalsts/database';
import { type BatchLoad, type Context, groupedInOrder, mutate, type Payload, Refusal } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { refuseUnknownPerson } from '../external/person.ask.js';
import { Person, personRef } from '../external/person.js';
import { Invalid, isBlank } from '../invalid.js';
import { knownByKey } from '../once-by-key.js';
import { PayloadOf } from '../payload-of.js';
import { RecordSupportInput, SupportRecord } from './support.js';

const SupportPayload = PayloadOf(() => SupportRecord, 'support', 'SupportPayload', 'support.read');

/** Support by person, the latest first. */
const supportOf: BatchLoad<string, SupportRecord[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(SupportRecord, { personId: { $in: [...ids] } }, { orderBy: { on: 'desc', id: 'desc' } }),
    (one) => one.personId,
  );

/** Records support once for its key. Refuses INVALID, and NOT_FOUND for a person who is not of the town. */
function recordSupport(context: Context, input: RecordSupportInput): Promise<Payload<'support', SupportRecord>> {
  return mutate(context, 'support', async () => {
    const { em, municipality } = context;
    const { key, kind, on } = input;
    const { found } = new Invalid()
      .when(isBlank(key), 'key', 'Atslēga ir tukša.', 'The key is empty.')
      .when(on > context.today, 'on', 'Atbalsts nevar būt sniegts nākotnē.', 'It cannot have been given in the future.');
    if (found.length) throw new Refusal(found);
    const personId = input.personId.toLowerCase();
    const occasion = input.occasion ?? null;
    const isSame = (one: SupportRecord) => one.personId === personId && one.kind === kind && one.occasion === occasion && one.on === on;
    const known = await knownByKey(context, SupportRecord, key, isSame);
    if (known) return known;
    await refuseUnknownPerson(context, personId);
    const note = input.note?.trim() || null;
    const entry = { id: newId(), municipality, key, personId, kind, occasion, on, note, recordedBy: context.employee };
    const support = em.create(SupportRecord, entry);
    await em.flush();
    await context.audit.write(em, { action: 'support.record', personId, object: `support:${support.id}` });
    return support;
  });
}

/** Support without a decision on a service. */
@Resolver(() => SupportRecord)
export class SupportRecordResolver {
  @Mutation(() => SupportPayload, { description: 'Records that somebody was supported without a decision on a service, once for its key.' })
  @Allow('support.record')
  recordSupport(
    @Ctx() context: Context,
    @Arg('input', () => RecordSupportInput, { description: 'The support.' }) input: RecordSupportInput,
  ): Promise<Payload<'support', SupportRecord>> {
    return recordSupport(context, input);
  }

  @FieldResolver(() => Person, { description: 'Who was supported.' })
  person(@Root() { personId }: SupportRecord): Person {
    return personRef(personId);
  }

  @FieldResolver(() => Employee, { description: 'Who recorded it.' })
  recordedBy(@Root() support: SupportRecord): Employee {
    return employeeRef(support.recordedBy);
  }
}

/** What support adds to a person. */
@Resolver(() => Person)
export class PersonSupportResolver {
  @FieldResolver(() => [SupportRecord], {
    nullable: true,
    description: 'Support without a decision on a service (social mentor, help in an illness), the latest first.',
  })
  @Allow('support.read')
  support(@Ctx() context: Context, @Root() person: Person): Promise<SupportRecord[]> {
    return context.load(supportOf, person.id);
  }
}
