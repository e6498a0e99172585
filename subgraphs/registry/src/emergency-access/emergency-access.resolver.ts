import { Allow } from '@atbalsts/auth';
import { isId } from '@atbalsts/database';
import { type Connection, type Context, PageArgs, type Payload } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Person } from '../person/person.entity.js';
import { personById } from '../person/person.loader.js';
import { EmergencyAccess, EmergencyAccessConnection } from './emergency-access.entity.js';
import { OpenEmergencyAccessInput } from './emergency-access.input.js';
import { EmergencyAccessPayload } from './emergency-access.payload.js';
import { closeEmergencyAccess, emergencyAccesses, openEmergencyAccess } from './emergency-access.service.js';

@ArgsType()
class EmergencyAccessesArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Only those that hold now.' })
  open!: boolean;
}

/** Breaking the glass, and who looks at it afterwards. */
@Resolver(() => EmergencyAccess)
export class EmergencyAccessResolver {
  @Query(() => EmergencyAccess, {
    nullable: true,
    description: 'An emergency access by id: your own, or, to whoever reviews them, any of your municipality. Null where there is none.',
  })
  @Allow('emergency.read')
  async emergencyAccess(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the emergency access.' }) id: string,
  ): Promise<EmergencyAccess | null> {
    const own = context.may('emergency.review') ? {} : { subject: context.principal.subject };
    return isId(id) ? context.em.findOne(EmergencyAccess, { id, ...own }) : null;
  }

  @Query(() => EmergencyAccessConnection, { description: 'Emergency accesses of your municipality, the latest first.' })
  @Allow('emergency.review')
  emergencyAccesses(@Ctx() context: Context, @Args() args: EmergencyAccessesArgs): Promise<Connection<EmergencyAccess>> {
    return emergencyAccesses(context, args.open, args);
  }

  @Mutation(() => EmergencyAccessPayload, {
    description:
      "Opens one person's file to you for some hours, for reading, in an emergency. The auditor and the heads see it. DUPLICATE where you have opened it already.",
  })
  @Allow('emergency.open')
  openEmergencyAccess(
    @Ctx() context: Context,
    @Arg('input', () => OpenEmergencyAccessInput, { description: 'Whose, why, for how long.' }) input: OpenEmergencyAccessInput,
  ): Promise<Payload<'emergencyAccess', EmergencyAccess>> {
    return openEmergencyAccess(context, input);
  }

  @Mutation(() => EmergencyAccessPayload, { description: 'Gives up an emergency access of your own before its end.' })
  @Allow('emergency.open')
  closeEmergencyAccess(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the emergency access.' }) id: string,
  ): Promise<Payload<'emergencyAccess', EmergencyAccess>> {
    return closeEmergencyAccess(context, id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it holds now.' })
  open(@Root() { closedAt, endsAt }: EmergencyAccess): boolean {
    return closedAt === null && endsAt.getTime() > Date.now();
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Whose file it opens.' })
  person(@Ctx() context: Context, @Root() access: EmergencyAccess): Promise<Person | null> {
    return context.load(personById, access.personId);
  }
}
