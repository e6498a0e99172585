import { Allow } from '@atbalsts/auth';
import { type BatchLoad, type Context, DateScalar, groupedInOrder } from '@atbalsts/graphql';
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { FacilityCapacity } from '../facility/capacity.entity.js';
import { Facility } from '../facility/facility.entity.js';
import { ProviderRegistration } from '../facility/registration.entity.js';

/** How many clients a facility may have, from a day until a day. */
@ObjectType({ description: 'How many clients a facility may have at once, from a day until a day.' })
@Allow('facility.read')
export class CapacityPeriod {
  @Field(() => Int, { description: 'How many clients at once.' })
  capacity!: number;

  @Field(() => DateScalar, { description: 'From which day.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; null while no end is known.' })
  until!: string | null;
}

const capacitiesOf: BatchLoad<string, FacilityCapacity[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(FacilityCapacity, { facilityId: { $in: [...ids] } }, { orderBy: { from: 'asc' } }),
    (c) => c.facilityId,
  );

const registrationsOf: BatchLoad<string, ProviderRegistration[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(ProviderRegistration, { facilityId: { $in: [...ids] } }, { orderBy: { validFrom: 'asc' } }),
    (r) => r.facilityId,
  );

/** What the register knows of a facility over time. */
@Resolver(() => Facility)
export class FacilityRegisterResolver {
  @FieldResolver(() => [CapacityPeriod], { description: 'Its capacity over time, past and planned, in order.' })
  capacities(@Ctx() context: Context, @Root() facility: Facility): Promise<CapacityPeriod[]> {
    return context.load(capacitiesOf, facility.id);
  }

  @FieldResolver(() => [ProviderRegistration], { description: 'Its registrations, past and to come, in order.' })
  registrations(@Ctx() context: Context, @Root() facility: Facility): Promise<ProviderRegistration[]> {
    return context.load(registrationsOf, facility.id);
  }
}
