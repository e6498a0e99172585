import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { SocialCase } from '../social-case/social-case.entity.js';
import { SocialCasePayload } from '../social-case/social-case.payload.js';
import { ClientGroup } from './client-group.entity.js';
import { RecordClientGroupInput } from './client-group.input.js';
import { clientGroupsOf, recordClientGroup } from './client-group.service.js';

/** As what somebody is a client, in the case. */
@Resolver(() => SocialCase)
export class ClientGroupResolver {
  @Mutation(() => SocialCasePayload, {
    description: 'Records as what somebody, or a family, is a client: the report counts by it. The latest day counts; earlier ones stay.',
  })
  @Allow('clientGroup.record')
  recordClientGroup(
    @Ctx() context: Context,
    @Arg('input', () => RecordClientGroupInput, { description: 'As what, from when.' }) input: RecordClientGroupInput,
  ): Promise<Payload<'socialCase', SocialCase>> {
    return recordClientGroup(context, input);
  }

  @FieldResolver(() => [ClientGroup], { description: 'As what the person, or the family, is a client; the latest first.' })
  clientGroups(@Ctx() context: Context, @Root() { id }: SocialCase): Promise<ClientGroup[]> {
    return context.load(clientGroupsOf, id);
  }
}
