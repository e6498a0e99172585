import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { Application } from './application.entity.js';
import { ApplicationPayload } from './application.payload.js';
import { withdrawApplication } from './withdrawal.service.js';

/** The client's last word before a decision. */
@Resolver(() => Application)
export class WithdrawalResolver {
  @Mutation(() => ApplicationPayload, {
    description:
      "Withdraws an application by the client's wish, until it is decided; a proposal that waits is returned. It can be submitted anew. STALE, WRONG_STATE, INVALID.",
  })
  @Allow('application.withdraw')
  withdrawApplication(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id of the application.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that was seen.' }) version: number,
    @Arg('on', () => DateScalar, { description: 'The day the client said so; not before the application, not in the future.' }) on: string,
  ): Promise<Payload<'application', Application>> {
    return withdrawApplication(context, { id, version, on });
  }
}
